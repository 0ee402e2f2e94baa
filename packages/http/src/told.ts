import type { Answered } from "@window/domain/act/answer-referral.ts";
import { answer } from "./answer.ts";
import { refused } from "./refused.ts";

/** What a department is told of its answer, however it came. */
export const told = (answered: Answered) => {
  switch (answered.kind) {
    case "already-answered":
    case "key-reused":
      return { problem: answered.kind } as const;
    case "refused":
      return refused(answered.refusal);
    case "recorded":
    case "received-late":
    case "received-after-close":
      return answer(200, { outcome: answered.kind });
  }
};
