/** What every use case stands on: the log, the clock, and what hangs on the root secret of the stage. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { openEventStore } from "@window/aws/event-store.ts";
import { environment } from "@window/aws/names.ts";
import { openSecret } from "@window/aws/secret.ts";
import { Root } from "@window/aws/secrets.ts";
import { derivedKey } from "@window/node/derived-key.ts";
import { digest, keyedDigest } from "@window/node/digest.ts";
import { idsOf } from "@window/node/ids.ts";
import { personKeysOf } from "@window/node/person-keys.ts";
import { clock } from "./aws-clock.ts";
import { need } from "./aws-env.ts";
import { reading } from "./aws-secrets.ts";

export const ledger = () => ({
  store: openEventStore(tableNamed(need(environment.events))),
  clock: clock(),
  digest,
});

export const secret = () => openSecret(Root, need(environment.rootSecret), reading);

const rootOf = ({ idSecret }: Root): Uint8Array => Buffer.from(idSecret);

export const keyedOf = (kept: Root) => keyedDigest(derivedKey(rootOf(kept), "keyed-digest"));
export const personKeys = (kept: Root) => personKeysOf(derivedKey(rootOf(kept), "person-index"));
export const ids = (kept: Root) => idsOf(derivedKey(rootOf(kept), "ids"));
