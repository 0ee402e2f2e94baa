import type { Operation } from "./operation.ts";
import { everywhere, type ProblemCode } from "./problems.ts";

const tokens: readonly ProblemCode[] = ["token-missing", "token-expired", "token-refused", "not-allowed"];
const bodies: readonly ProblemCode[] = [
  "body-not-json",
  "body-too-deep",
  "body-too-large",
  "body-of-another-type",
];
const keys: readonly ProblemCode[] = ["key-missing", "key-malformed", "key-reused", "busy"];

export const needsToken = ({ access }: Operation): boolean => access !== "anyone" && access !== "signed";

/** Every problem an operation can answer with: its own, and those that come with what it needs. */
export const problemsOf = (described: Operation): readonly ProblemCode[] => [
  ...new Set([
    ...everywhere,
    ...(needsToken(described) ? tokens : []),
    ...(described.body === undefined ? [] : bodies),
    ...(described.keyed ? keys : []),
    ...described.problems,
  ]),
];
