import type { CaseId } from "../id.ts";
import { NoticeId } from "../id.ts";
import type { Addressee } from "./event.ts";
import type { Occasion } from "./occasion.ts";

/**
 * Told once per case, occasion and addressee, and once more after each of its `changes` of kind, which set new dates:
 * whoever wants to tell it again meets the first time.
 */
export const noticeOf = (subject: CaseId, occasion: Occasion, who: Addressee, changes = 0): NoticeId => {
  const named = who === "applicant" ? occasion : `${occasion}-${who}`;
  const again = changes === 0 ? "" : `-${changes}`;
  return NoticeId.parse(`ntc_${subject.slice("case_".length)}-${named}${again}`);
};
