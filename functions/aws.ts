/**
 * The composition root of the cloud. Each function asks for what its use case needs, and only that is in its bundle;
 * its role is as small (test/rules/template.test.ts).
 */
import { environment } from "@window/aws/names.ts";
import type { Secret } from "@window/aws/secret.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import { catalogueOf } from "@window/catalogue/catalogue.ts";
import { seed } from "@window/catalogue/seed.ts";
import type { Delivering } from "@window/domain/act/deliver.ts";
import type { Inspecting } from "@window/domain/act/inspect-upload.ts";
import type { Routing } from "@window/domain/act/open-round.ts";
import type { Reaching } from "@window/domain/act/reach.ts";
import type { Sweeping } from "@window/domain/dispatch/sweep-feed.ts";
import type { ApiDeps } from "@window/http/api-deps.ts";
import { Role } from "@window/http/principal.ts";
import { courier } from "@window/node/courier.ts";
import { derivedKey } from "@window/node/derived-key.ts";
import { digest, keyedDigest } from "@window/node/digest.ts";
import { eicarScan } from "@window/node/eicar-scan.ts";
import { idsOf } from "@window/node/ids.ts";
import { inspectDocument } from "@window/node/inspect.ts";
import { verifyWebhook } from "@window/node/webhook-signature.ts";
import * as z from "zod";
import { log } from "./aws-log.ts";
import * as ports from "./aws-ports.ts";

const rootOf = ({ idSecret }: Secret): Uint8Array => Buffer.from(idSecret);
const keyedOf = (kept: Secret) => keyedDigest(derivedKey(rootOf(kept), "keyed-digest"));
const ids = (kept: Secret) => idsOf(derivedKey(rootOf(kept), "ids"));

const ledger = () => ({ store: ports.store(), clock: ports.clock(), digest });

const routing = (kept: Secret) =>
  ({
    ...ledger(),
    catalogue: catalogueOf(seed),
    keyed: keyedOf(kept),
    rounds: ports.rounds(),
    workflow: ports.workflow(),
  }) satisfies Routing;

export const routingDeps = ports.once(async (): Promise<Routing> => routing(await ports.secret()()));

export const reachingDeps = ports.once(async () => {
  const deps = { ...routing(await ports.secret()()), timers: ports.timers(), deliveries: ports.deliveries() };
  return deps satisfies Reaching;
});

export const sweepingDeps = ports.once(async () => {
  const deps = {
    ...(await reachingDeps()),
    views: ports.views(),
    vault: ports.vault(),
    signer: ports.signer(),
    objects: ports.erasing(),
    marks: ports.marks(),
    origin: ports.need(environment.origin),
  };
  return deps satisfies Sweeping;
});

export const deliveringDeps = ports.once(async () => {
  const secret = ports.secret();
  const kept = await secret();
  const deps = {
    ...routing(kept),
    timers: ports.timers(),
    deliveries: ports.deliveries(),
    attempts: ports.attempts(),
    endpoints: ports.endpoints(secret),
    ids: ids(kept),
    courier: courier({
      origin: ports.need(environment.origin),
      clock: wireClock,
      allowLoopback: ports.isSet(environment.loopback),
    }),
  };
  return deps satisfies Delivering;
});

export const inspectingDeps = ports.once(async () => {
  const deps = {
    ...ledger(),
    keyed: keyedOf(await ports.secret()()),
    objects: await ports.reading(),
    inspect: (document) => inspectDocument({ ...document, scan: eicarScan }),
  } satisfies Inspecting;
  return deps;
});

/** Issuers are configured, never discovered from a token. */
const Issuers = z
  .array(z.object({ issuer: z.url(), audience: z.string(), jwksUrl: z.url(), roles: z.array(Role).min(1) }))
  .min(1);

export const apiDeps = ports.once(async (): Promise<ApiDeps> => {
  const secret = ports.secret();
  const kept = await secret();
  return {
    ...ledger(),
    catalogue: catalogueOf(seed),
    keyed: keyedOf(kept),
    ids: ids(kept),
    vault: ports.vault(),
    objects: ports.signing(),
    signer: ports.signer(),
    views: ports.views(),
    endpoints: ports.endpoints(secret),
    prove: ({ now, ...message }) => verifyWebhook({ ...message, nowSeconds: Math.floor(now / 1000) }),
    wireClock,
    issuers: Issuers.parse(JSON.parse(ports.need(environment.issuers))),
    origin: ports.need(environment.origin),
    log,
  };
});
