import * as z from "zod";
import { oneOf } from "../declared.ts";
import { ActorId, CaseId } from "../id.ts";
import { CreditCode } from "../identifier/credit-code.ts";
import { DepartmentId } from "../place/department.ts";
import { WindowId } from "../place/window.ts";

/**
 * Why somebody of the staff opens a case; every operation that opens one names its purpose, and nobody types it.
 * `handle`: to receive or decide it at a window or for its employer. `answer`: to answer what a department was asked.
 * `find`: to find it among the cases of a person, by the number of a document. `call`: to tell what no message has told.
 */
export const Purpose = oneOf(["handle", "answer", "find", "call"]);
export type Purpose = z.infer<typeof Purpose>;

/** What was shown: the answers and documents of the applicant, name and contacts alone, or only how far the case is. */
export const Shown = oneOf(["answers", "contact", "progress"]);
export type Shown = z.infer<typeof Shown>;

const post = <const Post extends string>(name: Post) => z.literal(name).meta({ declared: "code" });

/** The post and office of whoever opened it; who it was stands, pseudonymously, in the request of the commit. */
export const Opener = z.discriminatedUnion("post", [
  z.object({ post: post("clerk"), window: WindowId.meta({ declared: "id" }) }),
  z.object({ post: post("department"), department: DepartmentId.meta({ declared: "id" }) }),
  z.object({ post: post("employer"), employer: CreditCode.meta({ declared: "id" }) }),
  z.object({ post: post("supervisor") }),
  z.object({ post: post("operator") }),
]);
export type Opener = z.infer<typeof Opener>;

export const OpeningEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("opening.recorded.v1"),
    case: CaseId,
    /** Whom it is shown to. */
    owner: ActorId,
    opener: Opener,
    purpose: Purpose,
    shown: Shown,
  }),
  /** Its retention is over: nobody is shown it any more. */
  z.object({ type: z.literal("opening.lapsed.v1") }),
]);
export type OpeningEvent = z.infer<typeof OpeningEvent>;
