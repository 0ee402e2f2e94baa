import type { Registers, RegisterQuestion, Verdict } from "@window/domain/port/registers.ts";
import type { RegisterId } from "@window/domain/item/verification.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { createHash } from "node:crypto";
import * as z from "zod";
import { canonical } from "./digest.ts";
import { guardedPost } from "./guarded-post.ts";
import type { Resolve } from "./guarded-post.ts";
import { signWebhook } from "./webhook-signature.ts";

/** Where a register is asked, and with what the question is signed. */
export interface RegisterEndpoint {
  readonly url: string;
  readonly sending: readonly string[];
}

export interface RegisterSettings {
  readonly endpointOf: (register: RegisterId) => Promise<RegisterEndpoint | undefined>;
  readonly clock: WireClock;
  /** Development and tests alone: registers on this machine. */
  readonly allowLoopback: boolean;
  readonly resolve?: Resolve;
  readonly deadlineMilliseconds?: number;
}

/** A verdict has a few dozen words at most. */
const ANSWER_BYTES = 8 * 1024;

const Answer = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("match") }),
  z.strictObject({ outcome: z.literal("mismatch"), facts: z.array(z.string()).min(1) }),
  z.strictObject({ outcome: z.literal("not-found") }),
]);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const down = (cause: string): Verdict => ({ kind: "down", cause });

/** A register that names a fact it was not asked about has answered another question. */
const verdictOf = ({ facts }: RegisterQuestion, body: string | undefined): Verdict => {
  const answer = Answer.safeParse(body === undefined ? undefined : parsed(body)).data;
  if (answer === undefined) return down("malformed-answer");
  if (answer.outcome !== "mismatch") return { kind: answer.outcome };
  if (!answer.facts.every((fact) => Object.hasOwn(facts, fact))) return down("malformed-answer");
  return { kind: "mismatch", facts: [...new Set(answer.facts)] };
};

/** The same for the same question, and says nothing of it to who does not know the case. */
const idOf = ({ case: subject, register }: RegisterQuestion): string =>
  `inq_${createHash("sha256").update(`${subject}.${register}`).digest("hex").slice(0, 32)}`;

/**
 * Registers over HTTP: a signed POST of `{ register, facts }`, answered 200 with `{ "outcome": "match" }`,
 * `{ "outcome": "mismatch", "facts": […] }` or `{ "outcome": "not-found" }`. Any other answer, and none, is `down`.
 */
export const httpRegisters = ({ endpointOf, clock, ...guard }: RegisterSettings): Registers => ({
  connected: async (register) => (await endpointOf(register)) !== undefined,
  async ask(question) {
    const { register, facts } = question;
    const endpoint = await endpointOf(register);
    if (endpoint === undefined) return down("not-connected");
    const body = canonical({ register, facts });
    const id = idOf(question);
    const timestamp = Math.floor(clock.now() / 1000);
    const posted = await guardedPost({
      url: endpoint.url,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signWebhook(endpoint.sending, id, timestamp, body),
      },
      body,
      keepBytes: ANSWER_BYTES,
      ...guard,
    });
    if (posted.kind !== "answered") return down(posted.cause);
    return posted.status === 200 ? verdictOf(question, posted.body) : down(`status-${posted.status}`);
  },
});
