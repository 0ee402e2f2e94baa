import type { DraftRefusal } from "@window/domain/act/draft-application.ts";
import type { EntryRefusal } from "@window/domain/act/edit-catalogue.ts";
import type { ApplicationRefusal } from "@window/domain/application/command.ts";
import type { CaseRefusal } from "@window/domain/case/command.ts";
import type { NoticeRefusal } from "@window/domain/notice/command.ts";
import type { Performed } from "@window/domain/perform.ts";
import { refused, type Refused } from "./refused.ts";

type Refusal = ApplicationRefusal | DraftRefusal | CaseRefusal | EntryRefusal | NoticeRefusal;
type Done<State> = Extract<Performed<State, never>, { kind: "done" }>;

/** Turns the outcome of a use case into an answer, or into the problem it was refused with. */
export const settled = async <State, Answer>(
  performed: Performed<State, Refusal>,
  answer: (done: Done<State>) => Answer | Promise<Answer>,
): Promise<Answer | Refused> => {
  switch (performed.kind) {
    case "done":
      return answer(performed);
    case "refused":
      return refused(performed.refusal);
    case "key-reused":
      return { problem: "key-reused" };
  }
};
