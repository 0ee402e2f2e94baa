import { claimOfNumber } from "@window/domain/claim/case-number.ts";
import { ApplicationId, CaseId, CaseNumber, DocumentId, ReferralId } from "@window/domain/id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import type { Ids } from "@window/domain/port/ids.ts";
import { hash } from "node:crypto";

/** Without the secret, which nobody attacks here, one plain hash instead of an HMAC over canonical bytes. */
const short = (...parts: readonly string[]): string => hash("sha1", parts.join("\n")).slice(0, 26);

/** `numbers`: how many case numbers there are; few, so that two people meet at one. */
export const openMemoryIds = (numbers: number): Ids => ({
  application: (principal, key) => ApplicationId.parse(`app_${short("application", principal, key)}`),
  document: (application, key) => DocumentId.parse(`doc_${short("document", application, key)}`),
  case: (application, item) =>
    CaseId.parse(`case_${application.slice("app_".length)}-${short("case", application, item).slice(0, 8)}`),
  number(subject, attempt) {
    const drawn = Number.parseInt(short("number", subject, String(attempt)).slice(0, 8), 16) % numbers;
    const digits = String(drawn).padStart(12, "0");
    const number = CaseNumber.parse([digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join("-"));
    return { number, claim: claimOfNumber(number) };
  },
  queryCode: (subject) => short("query", subject).slice(0, 8).toUpperCase(),
  handle: ({ case: subject, referral, department }) => [subject, referral, department].join("."),
  readHandle(text) {
    const [subject, referral, department] = text.split(".");
    return {
      case: CaseId.parse(subject),
      referral: ReferralId.parse(referral),
      department: DepartmentId.parse(department),
    };
  },
});
