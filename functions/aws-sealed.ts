/** What is sealed at rest, for whoever opens it. The client of the key service is loaded when something is first unwrapped. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { environment } from "@window/aws/names.ts";
import { openRounds } from "@window/aws/rounds.ts";
import { openVault } from "@window/aws/vault.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import { need, once } from "./aws-env.ts";

export const keys = () => tableNamed(need(environment.keys));

const wrappingKey = once(async () => {
  const { openWrappingKey } = await import("@window/aws/wrapping-key.ts");
  const { keyService } = await import("@window/aws/key-service.ts");
  const service = { client: keyService(), keyId: need(environment.wrappingKey) };
  return openWrappingKey(keys(), service, wireClock);
});

const unwrapped = async () => (await wrappingKey())();

export const vault = () => openVault(keys(), unwrapped, wireClock);

/** There is no round before an application was sealed, and so none before there is a key. */
export const rounds = () => openRounds(tableNamed(need(environment.records)), unwrapped, wireClock);
