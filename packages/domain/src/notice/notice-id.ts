import type { CaseId } from "../id.ts";
import { NoticeId } from "../id.ts";
import type { Addressee } from "./event.ts";
import type { Occasion } from "./occasion.ts";

/** Told once per case, occasion and addressee: whoever wants to tell it again meets the first time. */
export const noticeOf = (subject: CaseId, occasion: Occasion, who: Addressee): NoticeId => {
  const named = who === "applicant" ? occasion : `${occasion}-${who}`;
  return NoticeId.parse(`ntc_${subject.slice("case_".length)}-${named}`);
};
