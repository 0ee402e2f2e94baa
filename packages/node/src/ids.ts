import { claimOfNumber } from "@window/domain/claim/case-number.ts";
import { ApplicationId, CaseId, CaseNumber, DocumentId, ReferralId } from "@window/domain/id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import type { HandleContent, Ids } from "@window/domain/port/ids.ts";
import * as z from "zod";
import { keyedId, queryCode, sameText } from "./keyed-id.ts";

/** 26 characters of 5 bits: nobody guesses one, and a handle that was not made here passes once in 2^130 tries. */
const PROOF = 26;

/** 40 bits tell the items of one application apart. */
const AMONG_ITEMS = 8;

const HANDLE = "hdl_";

/** What a handle says, without the prefixes; no id has a full stop in it, so a handle reads in one way only. */
const named = ({ case: subject, referral, department }: HandleContent): readonly string[] => [
  subject.slice("case_".length),
  referral.slice("ref_".length),
  department.slice("dept_".length),
];

const Named = z
  .tuple([z.string(), z.string(), z.string()])
  .transform(([subject, referral, department]) => ({
    case: `case_${subject}`,
    referral: `ref_${referral}`,
    department: `dept_${department}`,
  }))
  .pipe(z.object({ case: CaseId, referral: ReferralId, department: DepartmentId }));

const handle = (secret: Uint8Array, content: HandleContent): string => {
  const parts = named(content);
  return HANDLE + [...parts, keyedId(secret, ["handle", ...parts], PROOF)].join(".");
};

/** Made again and compared in constant time, so whatever differs from what was given out is nothing. */
const readHandle = (secret: Uint8Array, text: string): HandleContent | undefined => {
  if (!text.startsWith(HANDLE) || text.length > 512) return undefined;
  const { data: content } = Named.safeParse(text.slice(HANDLE.length).split(".").slice(0, -1));
  if (content === undefined) return undefined;
  return sameText(text, handle(secret, content)) ? content : undefined;
};

/** 60 bits in three groups of four, as people write them down. */
const caseNumber = (secret: Uint8Array, subject: CaseId, attempt: number): CaseNumber => {
  const letters = keyedId(secret, ["number", subject, String(attempt)], 12).toUpperCase();
  return CaseNumber.parse([letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join("-"));
};

/** The port `Ids` from one secret of 32 bytes, the same in both runtimes. */
export const idsOf = (secret: Uint8Array): Ids => ({
  application: (principal, requestKey) =>
    ApplicationId.parse(`app_${keyedId(secret, ["application", principal, requestKey])}`),
  document: (application, requestKey) =>
    DocumentId.parse(`doc_${keyedId(secret, ["document", application, requestKey])}`),
  case: (application, item) => {
    const own = keyedId(secret, ["case", application, item], AMONG_ITEMS);
    return CaseId.parse(`case_${application.slice("app_".length)}-${own}`);
  },
  number: (subject, attempt) => {
    const number = caseNumber(secret, subject, attempt);
    return { number, claim: claimOfNumber(number) };
  },
  queryCode: (subject) => queryCode(secret, subject),
  handle: (content) => handle(secret, content),
  readHandle: (text) => readHandle(secret, text),
});
