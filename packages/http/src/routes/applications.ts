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
} from "@window/contract/operations/applications.ts";
import { ApplicationLine } from "@window/contract/wire/application.ts";
import * as change from "@window/domain/act/change-application.ts";
import * as draft from "@window/domain/act/draft-application.ts";
import * as draftTogether from "@window/domain/act/draft-bundle.ts";
import * as submit from "@window/domain/act/submit-application.ts";
import type { ApplicationState } from "@window/domain/application/application.ts";
import { applicationsOf } from "@window/domain/dispatch/view-rows.ts";
import { ApplicationId, CaseId } from "@window/domain/id.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { ownApplication } from "../load.ts";
import { pageOf } from "../page-of.ts";
import { refused } from "../refused.ts";
import { settled } from "../settled.ts";
import { showApplication } from "../show/application.ts";
import { daysFrom } from "../wanted.ts";

const NOT_THERE = refused({ code: "no-such-application" });

const etag = (seq: number) => ({ etag: `"${seq}"` });

/** What a use case of an application leaves behind; every stream begins with its draft. */
const there = (state: ApplicationState) => {
  if (state === undefined) throw new Error("an application was changed and is not there");
  return state;
};

const changed = <const Status extends number>(
  status: Status,
  { state, seq }: { readonly state: ApplicationState; readonly seq: number },
) => {
  const { application, phase, withdrawalAsked } = there(state);
  return answer(status, { application, seq, phase, withdrawalAsked }, etag(seq));
};

export const applications = {
  draftApplication: handle(draftApplication, async (deps, { principal, body, request }) =>
    settled(await draft.draftApplication(deps, { ...body, employer: principal.employer }, request), (done) =>
      changed(201, done),
    ),
  ),

  draftBundle: handle(draftBundle, async (deps, { principal, params, body, request }) => {
    const bundle = (await deps.bundles()).find(({ id }) => id === params.bundle);
    if (bundle === undefined) return refused({ code: "no-such-bundle" });
    const input = { ...body, bundle, employer: principal.employer };
    return settled(await draftTogether.draftBundle(deps, input, request), (done) => changed(201, done));
  }),

  listApplications: handle(listApplications, async (deps, { principal, query }) => {
    const { phase, item } = query;
    const list = {
      view: "card",
      partitions: [applicationsOf(principal.actor)],
      range: daysFrom(query),
      wanted: { phase, item },
    } as const;
    return answer(200, await pageOf(deps.views, list, query, ApplicationLine));
  }),

  readApplication: handle(readApplication, async (deps, { principal, params }) => {
    const own = await ownApplication(deps, principal, params.application);
    if (own === undefined) return NOT_THERE;
    return answer(200, await showApplication(deps, own.state, own.seq), etag(own.seq));
  }),

  reviseApplication: handle(reviseApplication, async (deps, { params, headers, body, request }) => {
    const application = ApplicationId.safeParse(params.application).data;
    if (application === undefined) return NOT_THERE;
    const basis = Number(headers["if-match"].slice(1, -1));
    const input = { application, basis, answers: body.answers };
    return settled(await change.reviseApplication(deps, input, request), (done) => changed(200, done));
  }),

  submitApplication: handle(submitApplication, async (deps, { principal, params, request }) => {
    const id = ApplicationId.safeParse(params.application).data;
    if (id === undefined) return NOT_THERE;
    return settled(
      await submit.submitApplication(deps, id, request, principal.employer),
      async ({ state, seq }) => answer(200, await showApplication(deps, there(state), seq), etag(seq)),
    );
  }),

  withdrawApplication: handle(withdrawApplication, async (deps, { params, request }) => {
    const id = ApplicationId.safeParse(params.application).data;
    if (id === undefined) return NOT_THERE;
    return settled(await change.withdrawApplication(deps, id, request), (done) => changed(200, done));
  }),

  withdrawCase: handle(withdrawCase, async (deps, { params, request }) => {
    const application = ApplicationId.safeParse(params.application).data;
    if (application === undefined) return NOT_THERE;
    const subject = CaseId.safeParse(params.case).data;
    if (subject === undefined) return refused({ code: "no-such-case" });
    const withdrawn = await change.withdrawOneCase(deps, { application, case: subject }, request);
    return settled(withdrawn, (done) => changed(200, done));
  }),

  eraseApplication: handle(eraseApplication, async (deps, { params, request }) => {
    const id = ApplicationId.safeParse(params.application).data;
    if (id === undefined) return NOT_THERE;
    return settled(await change.eraseApplication(deps, id, request), () => answer(204, null));
  }),
};
