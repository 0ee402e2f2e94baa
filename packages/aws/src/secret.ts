import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import type * as z from "zod";
import { openFresh } from "./fresh.ts";
import { patience } from "./patience.ts";

/** Says nothing of what is in it. */
class MisfilledSecret extends Error {
  override readonly name = "MisfilledSecret";
  constructor() {
    super("a secret is not filled in as its schema says");
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export interface ReadingSecrets {
  readonly clock: WireClock;
  /** Told when a newer one could not be read and the last good one is used on; the fault holds nothing of the secret. */
  readonly failed: (fault: unknown) => void;
  readonly client?: Pick<SecretsManagerClient, "send">;
}

let shared: SecretsManagerClient | undefined;

/**
 * Reads a secret at most every five minutes. One that cannot be read or parsed any more stays as it was last good, and is
 * looked at again after five minutes; one that never was good is thrown for.
 */
export const openSecret = <Schema extends z.ZodType>(
  schema: Schema,
  SecretId: string,
  { clock, failed, client = (shared ??= new SecretsManagerClient(patience)) }: ReadingSecrets,
): (() => Promise<z.output<Schema>>) => {
  let good: { readonly value: z.output<Schema> } | undefined;

  const read = async (): Promise<z.output<Schema>> => {
    const { SecretString = "" } = await client.send(new GetSecretValueCommand({ SecretId }));
    const { success, data } = schema.safeParse(parsed(SecretString));
    if (!success) throw new MisfilledSecret();
    return data;
  };

  return openFresh(async () => {
    try {
      good = { value: await read() };
    } catch (fault) {
      if (good === undefined) throw fault;
      failed(fault);
    }
    return good.value;
  }, clock);
};
