import {
  draftApplication,
  draftBundle,
  eraseApplication,
  listApplications,
  readApplication,
  reviseApplication,
  submitApplication,
  withdrawApplication,
  withdrawCase,
} from "./operations/applications.ts";
import {
  draftEdition,
  listEditions,
  listEntries,
  publishEdition,
  readEdition,
  withdrawEdition,
} from "./operations/catalogue.ts";
import { listCases, listStuckCases, readCase, readProgress, resumeCase } from "./operations/cases.ts";
import { listRootKeys, readApplicationChain, readCaseChain, readRoot } from "./operations/chains.ts";
import { readClock, readClockByNumber, readDeskClock } from "./operations/clocks.ts";
import { listRules } from "./operations/rules.ts";
import { explainDelay, listLateCases } from "./operations/delays.ts";
import {
  assessCase,
  changeKind,
  listDesk,
  readDeskCase,
  recordAttendance,
  signCommitment,
} from "./operations/desk.ts";
import {
  announceDocument,
  confirmOriginal,
  readDocument,
  removeDocument,
  reuseDocument,
} from "./operations/documents.ts";
import { listBundles, listItems, readItem } from "./operations/items.ts";
import { listKeys } from "./operations/keys.ts";
import { listCalls, noteCall, readCall } from "./operations/calls.ts";
import { listNotices, reportDelivery } from "./operations/notices.ts";
import { listOpenings } from "./operations/openings.ts";
import { findPerson } from "./operations/people.ts";
import {
  answerInWorklist,
  answerReferral,
  listReferrals,
  readReferral,
  readReferredDocument,
} from "./operations/referrals.ts";
import { holdCase, releaseCase } from "./operations/holds.ts";
import { listPeriods, listReports, readDue } from "./operations/retention.ts";
import { listRevocations, readResult, revokeResult, verifyResult } from "./operations/results.ts";
import { readHealth, readOpenApi } from "./operations/window.ts";
import { listWindows } from "./operations/windows.ts";
import type { Operation } from "./operation.ts";

/** Everything that can be asked of the window over HTTP, by the name it has in OpenAPI. */
export const operations = {
  listItems,
  readItem,
  listBundles,
  listWindows,
  draftApplication,
  draftBundle,
  listApplications,
  readApplication,
  reviseApplication,
  submitApplication,
  withdrawApplication,
  withdrawCase,
  eraseApplication,
  announceDocument,
  reuseDocument,
  readDocument,
  removeDocument,
  confirmOriginal,
  listCases,
  listStuckCases,
  listRules,
  readClock,
  readDeskClock,
  readClockByNumber,
  listLateCases,
  explainDelay,
  readCase,
  listOpenings,
  holdCase,
  releaseCase,
  resumeCase,
  readProgress,
  readCaseChain,
  readApplicationChain,
  readRoot,
  listRootKeys,
  listDesk,
  readDeskCase,
  assessCase,
  signCommitment,
  recordAttendance,
  changeKind,
  findPerson,
  listReferrals,
  readReferral,
  readReferredDocument,
  answerInWorklist,
  answerReferral,
  listNotices,
  reportDelivery,
  listCalls,
  readCall,
  noteCall,
  readResult,
  verifyResult,
  listRevocations,
  revokeResult,
  listPeriods,
  listReports,
  readDue,
  listKeys,
  listEntries,
  listEditions,
  readEdition,
  draftEdition,
  publishEdition,
  withdrawEdition,
  readOpenApi,
  readHealth,
} as const satisfies Record<string, Operation>;
export type Operations = typeof operations;
export type OperationId = keyof Operations;

export const isOperationId = (id: string): id is OperationId => Object.hasOwn(operations, id);

/** All of them with their names, in the order of the description. */
export const everyOperation: readonly (readonly [OperationId, Operation])[] = Object.keys(operations)
  .filter(isOperationId)
  .map((id) => [id, operations[id]]);
