import type { OperationId } from "@window/contract/operations.ts";
import type { CaseId } from "@window/domain/id.ts";
import { fromIso } from "@window/domain/instant.ts";
import { applied, caseOnce, visitorOf } from "./applying.ts";
import type { Sent } from "@window/client/call.ts";
import { sooner } from "./client.ts";
import { answeredOnWorklist, appliedFor, onDesk, onWorklist } from "./handling.ts";
import type { TestedWindow } from "./tested-window.ts";

type Ask = (id: OperationId, here?: Sent) => Promise<unknown>;

const assessed = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const applicant = await visitorOf(window, "li-jing");
  const clerk = await visitorOf(window, "wang-fang");
  const { case: subject } = await appliedFor(applicant, "item_policy-proof");
  const params = { case: subject };
  await onDesk(clerk, subject);
  await ask("listDesk", { token: clerk.token });
  await ask("readDeskCase", { token: clerk.token, params });
  await sooner("the index of numbers", async () =>
    JSON.stringify(await ask("findPerson", { token: clerk.token })).includes(subject) ? true : undefined,
  );
  await ask("assessCase", { token: clerk.token, params });
  await ask("signCommitment", { token: applicant.token, params });
};

const redirected = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const applicant = await visitorOf(window, "li-jing");
  const { case: subject } = await appliedFor(applicant, "item_recognition-full-time");
  await caseOnce(applicant, subject, ({ phase }) => phase === "running");
  await ask("changeKind", { token: await window.tokenFor("wang-fang"), params: { case: subject } });
};

const permitted = async (window: TestedWindow): Promise<{ number: string; case: CaseId }> => {
  const employer = await visitorOf(window, "he-lian");
  const permit = await appliedFor(employer, "item_work-permit");
  await answeredOnWorklist(window, "human-resources", permit.case);
  await caseOnce(employer, permit.case, ({ result }) => result !== null);
  return permit;
};

const attended = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const { number } = await permitted(window);
  const foreigner = await visitorOf(window, "maria-santos");
  const { case: subject } = await appliedFor(foreigner, "item_residence-permit", { "permit-number": number });
  await onDesk(await visitorOf(window, "wang-fang"), subject);
  const params = { case: subject };
  await ask("recordAttendance", { token: await window.tokenFor("wang-fang"), params });
  const { handle, token } = await onWorklist(window, "exit-entry", subject);
  await ask("answerInWorklist", { token, params: { handle } });
};

/** Nobody answers, the promise passes, and the window says why. */
const wasLate = async (ask: Ask, window: TestedWindow): Promise<void> => {
  const applicant = await visitorOf(window);
  const { case: subject, number, queryCode } = await applied(applicant);
  const { promised } = await caseOnce(applicant, subject, (seen) => seen.referrals.length > 0);
  await window.moveClock(fromIso(promised?.due ?? ""));
  await caseOnce(applicant, subject, ({ delay }) => delay !== null);
  await ask("explainDelay", { token: await window.tokenFor("wang-fang"), params: { case: subject } });
  await ask("listLateCases");
  const params = { case: subject };
  await ask("readClock", { token: applicant.token, params });
  await ask("readDeskClock", { token: await window.tokenFor("wang-fang"), params });
  await ask("readClockByNumber", { body: { number, queryCode } });
};

/** The examples of what windows, employers and departments without a system do. */
export const walkDesk = async (ask: Ask, window: TestedWindow): Promise<void> => {
  await assessed(ask, window);
  await redirected(ask, window);
  await attended(ask, window);
  await wasLate(ask, window);
};
