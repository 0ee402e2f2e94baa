import type { readCase } from "@window/contract/operations/cases.ts";
import assert from "node:assert/strict";
import type * as z from "zod";
import { readReferral } from "@window/contract/operations/referrals.ts";
import {
  AGREED,
  answeredBy,
  answers,
  applied,
  askedOf,
  caseOnce,
  type Given,
  visitorOf,
} from "./applying.ts";
import type { TestedWindow } from "./tested-window.ts";

type Verification = z.output<(typeof readCase.answers)[200]>["verifications"][number];

const told = ({ register, outcome, fields }: Verification) => [
  register,
  outcome,
  ...fields.map(({ field }) => field),
];

const byRegister = ([one = ""]: readonly string[], [other = ""]: readonly string[]) => (one < other ? -1 : 1);

const { passport: _, ...others } = answers;
const resident = { ...others, "id-type": "resident-id", "full-name": "李静" };

/** The applicant's case once so many registers have been asked. */
const asked = async (window: TestedWindow, given: Given, count: number) => {
  const visitor = await visitorOf(window, "li-jing");
  const submitted = await applied(visitor, given);
  const seen = await caseOnce(visitor, submitted.case, ({ verifications }) => verifications.length === count);
  const words = seen.verifications.map(told).toSorted(byRegister);
  return { visitor, submitted, words };
};

/** Whoever decides reads what the registers said, as long as the answers are shown to them. */
const seenByDepartment = async (
  window: TestedWindow,
  { submitted, words }: Awaited<ReturnType<typeof asked>>,
) => {
  const { client, token } = await visitorOf(window, "talent-office");
  const { event } = await askedOf(window.talent, submitted.case);
  const read = { params: { handle: event.data.handle }, token };
  const { verifications } = await client.ask(readReferral, read);
  assert.deepEqual(verifications.map(told).toSorted(byRegister), words);
  await answeredBy(window.talent, submitted.case, AGREED);
  assert.deepEqual((await client.ask(readReferral, read)).verifications, []);
};

/** What the registers of the demonstration say of an applicant, and that a passport is not looked for among residents. */
export const verifiedByRegisters = async (window: TestedWindow): Promise<void> => {
  const right = await asked(window, { ...resident, "resident-id": "11010519491231002X" }, 2);
  assert.deepEqual(right.words, [
    ["reg_business", "match"],
    ["reg_population", "match"],
  ]);
  const wrong = { ...resident, "resident-id": "11010519491231002X", "full-name": "李晶" };
  const other = await asked(window, { ...wrong, "employer-credit-code": "91310230MA1K314J7C" }, 2);
  assert.deepEqual(other.words, [
    ["reg_business", "not-found"],
    ["reg_population", "mismatch", "full-name"],
  ]);
  assert.deepEqual((await asked(window, answers, 1)).words, [["reg_business", "match"]]);
  await seenByDepartment(window, other);
};

/** A register that is down is not "not verified", and nobody waits for it. */
export const decidedWhileRegisterIsDown = async (window: TestedWindow): Promise<void> => {
  const { visitor, submitted, words } = await asked(
    window,
    { ...resident, "resident-id": "440524188001010014" },
    2,
  );
  assert.deepEqual(words, [
    ["reg_business", "match"],
    ["reg_population", "down"],
  ]);
  await answeredBy(window.talent, submitted.case, AGREED);
  await answeredBy(window.housing, submitted.case, AGREED);
  const decided = await caseOnce(visitor, submitted.case, ({ phase }) => phase === "decided");
  assert.equal(decided.decision?.decision, "granted");
};
