import type { Operation } from "@window/contract/operation.ts";
import type { OperationId } from "@window/contract/operations.ts";
import { normalise } from "@window/domain/identifier/normalise.ts";
import type { Quota } from "@window/domain/quota.ts";
import * as z from "zod";
import type { Principal } from "./principal.ts";

/**
 * How often one person, or one address without login, may ask one operation. Chosen for this window (示例), not taken from
 * any rule: nobody who reads and clicks comes near them.
 */
const quotas = {
  reads: { name: "reads", size: 1200, seconds: 60 },
  writes: { name: "writes", size: 240, seconds: 60 },
  /** An address may stand for a whole office. */
  public: { name: "public", size: 1200, seconds: 60 },
  callbacks: { name: "callbacks", size: 6000, seconds: 60 },
  questions: { name: "questions", size: 60, seconds: 60 },
  /** Of numbers of identity: a counter serves one person in a minute, and nobody leafs through people. */
  lookUps: { name: "look-ups", size: 30, seconds: 60 },
  /** Of one case number: at this pace half of all 2^40 query codes take one address a million years. */
  tries: { name: "tries", size: 10, seconds: 600 },
} as const satisfies Record<string, Quota>;

/** Whom a quota is counted for. */
export interface Counted {
  readonly quota: Quota;
  readonly subject: string;
}

export interface Asker {
  readonly address: string;
  readonly principal?: Principal | undefined;
}

/** Of questions after a case: by who asks, and by who asks for which case, so that codes cannot be tried out. */
export const countedOfProgress = (address: string, number: string): readonly Counted[] => [
  { quota: quotas.questions, subject: address },
  { quota: quotas.tries, subject: `${address} ${normalise(number)}` },
];

const Numbered = z.object({ number: z.string() });

/** Everything that one call counts for. */
export const countedOf = (
  id: OperationId,
  operation: Operation,
  { address, principal }: Asker,
  body: unknown,
): readonly Counted[] => {
  if (id === "readProgress") return countedOfProgress(address, Numbered.parse(body).number);
  if (operation.access === "signed") return [{ quota: quotas.callbacks, subject: address }];
  if (principal === undefined) return [{ quota: quotas.public, subject: address }];
  if (id === "findPerson") return [{ quota: quotas.lookUps, subject: principal.actor }];
  return [{ quota: operation.keyed ? quotas.writes : quotas.reads, subject: principal.actor }];
};
