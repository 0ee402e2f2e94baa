/** The same for whoever seals: the first of them makes the key under which all keys are wrapped. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { environment } from "@window/aws/names.ts";
import { openRounds } from "@window/aws/rounds.ts";
import { openVault } from "@window/aws/vault.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import { need, once } from "./aws-env.ts";
import { keys } from "./aws-sealed.ts";

const wrappingKey = once(async () => {
  const { openWrappingKey } = await import("@window/aws/wrapping-key.ts");
  const { makeWrappingKey } = await import("@window/aws/make-wrapping-key.ts");
  const { keyService } = await import("@window/aws/key-service.ts");
  const service = { client: keyService(), keyId: need(environment.wrappingKey) };
  return openWrappingKey(keys(), service, wireClock, makeWrappingKey);
});

const unwrapped = async () => (await wrappingKey())();

export const sealingVault = () => openVault(keys(), unwrapped, wireClock);

/** So that a process which seals has its key unwrapped once, and not once for each. */
export const sealingRounds = () => openRounds(tableNamed(need(environment.records)), unwrapped, wireClock);
