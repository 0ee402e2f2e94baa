import type { OperationId, Operations } from "@window/contract/operations.ts";
import type { Handler, Receiver } from "./handler.ts";

/** What each door needs is loaded when it is first asked: a process that nobody asks the rest of never reads it. */
const doors = {
  applicants: async () => (await import("./routes/for-applicants.ts")).forApplicants,
  departments: async () => (await import("./routes/for-departments.ts")).forDepartments,
  staff: async () => (await import("./routes/for-staff.ts")).forStaff,
};

type Door = keyof typeof doors;
type Content<Name extends Door> = Awaited<ReturnType<(typeof doors)[Name]>>;
type DoorOf<Id> = { [Name in Door]: Id extends keyof Content<Name> ? Name : never }[Door];
type PlaceOf<Id extends OperationId> = `${Operations[Id]["method"]} ${Operations[Id]["path"]}`;

/**
 * Where each operation lies and through which door: what is known of it before it is asked. The compiler holds both to
 * the contract, whose schemas are not loaded for this.
 */
export const routes = {
  listItems: ["get /items", "applicants"],
  readItem: ["get /items/{item}", "applicants"],
  listBundles: ["get /bundles", "applicants"],
  listWindows: ["get /windows", "applicants"],
  draftApplication: ["post /applications", "applicants"],
  draftBundle: ["post /bundles/{bundle}/applications", "applicants"],
  listApplications: ["get /applications", "applicants"],
  readApplication: ["get /applications/{application}", "applicants"],
  reviseApplication: ["put /applications/{application}/answers", "applicants"],
  submitApplication: ["post /applications/{application}/submission", "applicants"],
  withdrawApplication: ["post /applications/{application}/withdrawal", "applicants"],
  withdrawCase: ["post /applications/{application}/cases/{case}/withdrawal", "applicants"],
  eraseApplication: ["delete /applications/{application}", "applicants"],
  announceDocument: ["post /applications/{application}/documents", "applicants"],
  reuseDocument: ["post /applications/{application}/reused-documents", "applicants"],
  readDocument: ["get /applications/{application}/documents/{document}", "applicants"],
  removeDocument: ["delete /applications/{application}/documents/{document}", "applicants"],
  confirmOriginal: ["post /applications/{application}/documents/{document}/original", "applicants"],
  listCases: ["get /cases", "applicants"],
  listStuckCases: ["get /cases/stuck", "applicants"],
  listRules: ["get /rules", "applicants"],
  readClock: ["get /cases/{case}/clock", "applicants"],
  readDeskClock: ["get /desk/{case}/clock", "staff"],
  readClockByNumber: ["post /progress/clock", "applicants"],
  listLateCases: ["get /cases/late", "staff"],
  explainDelay: ["post /cases/{case}/delay", "staff"],
  readCase: ["get /cases/{case}", "applicants"],
  listOpenings: ["get /cases/{case}/openings", "applicants"],
  holdCase: ["put /cases/{case}/hold", "staff"],
  releaseCase: ["delete /cases/{case}/hold", "staff"],
  resumeCase: ["post /cases/{case}/resumption", "applicants"],
  readProgress: ["post /progress", "applicants"],
  readCaseChain: ["get /cases/{case}/chain", "applicants"],
  readApplicationChain: ["get /applications/{application}/chain", "applicants"],
  readRoot: ["get /roots/{hour}", "applicants"],
  listRootKeys: ["get /roots/keys", "applicants"],
  listDesk: ["get /desk", "staff"],
  readDeskCase: ["get /desk/{case}", "staff"],
  assessCase: ["post /cases/{case}/assessment", "staff"],
  signCommitment: ["post /cases/{case}/commitment", "staff"],
  recordAttendance: ["post /cases/{case}/attendance", "staff"],
  changeKind: ["post /cases/{case}/kind", "staff"],
  findPerson: ["post /people/find", "staff"],
  listReferrals: ["get /referrals", "departments"],
  readReferral: ["get /referrals/{handle}", "departments"],
  readReferredDocument: ["get /referrals/{handle}/documents/{document}", "departments"],
  answerInWorklist: ["post /referrals/{handle}/answer", "departments"],
  answerReferral: ["post /referrals/{handle}/callback", "departments"],
  listNotices: ["get /cases/{case}/notices", "applicants"],
  reportDelivery: ["post /notices/reports", "departments"],
  listCalls: ["get /calls", "staff"],
  readCall: ["get /calls/{call}", "staff"],
  noteCall: ["post /calls/{call}/outcome", "staff"],
  readResult: ["get /results/{result}", "applicants"],
  verifyResult: ["post /results/verify", "applicants"],
  listRevocations: ["get /results/revocations", "applicants"],
  revokeResult: ["post /results/{result}/revocation", "applicants"],
  listPeriods: ["get /retention/periods", "staff"],
  listReports: ["get /retention/reports", "staff"],
  readDue: ["get /retention/due", "staff"],
  listKeys: ["get /keys", "applicants"],
  listEntries: ["get /catalogue", "staff"],
  listEditions: ["get /catalogue/{entry}", "staff"],
  readEdition: ["get /catalogue/{entry}/editions/{edition}", "staff"],
  draftEdition: ["post /catalogue/{entry}/editions", "staff"],
  publishEdition: ["post /catalogue/{entry}/editions/{edition}/publication", "staff"],
  withdrawEdition: ["post /catalogue/{entry}/editions/{edition}/withdrawal", "staff"],
  readOpenApi: ["get /openapi.json", "applicants"],
  readHealth: ["get /health", "applicants"],
} as const satisfies { readonly [Id in OperationId]: readonly [PlaceOf<Id>, DoorOf<Id>] };

/** What does an operation. */
export const loaded = async (id: OperationId): Promise<Handler | Receiver> => {
  const [, door] = routes[id];
  const content: Readonly<Record<string, Handler | Receiver>> = await doors[door]();
  const found = content[id];
  if (found === undefined) throw new Error(`nobody does ${id}`);
  return found;
};
