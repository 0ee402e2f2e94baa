import { holdCase, releaseCase } from "@window/contract/operations/holds.ts";
import * as act from "@window/domain/act/hold-case.ts";
import type { ApplicationState } from "@window/domain/application/application.ts";
import { CaseId } from "@window/domain/id.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { refused } from "../refused.ts";
import { settled } from "../settled.ts";

const NOT_THERE = refused({ code: "no-such-case" });

const held =
  (subject: CaseId) =>
  ({ state }: { readonly state: ApplicationState }) =>
    answer(200, { case: subject, ground: state?.held.get(subject) ?? null });

export const holds = {
  holdCase: handle(holdCase, async (deps, { params, body, request }) => {
    const id = CaseId.safeParse(params.case).data;
    if (id === undefined) return NOT_THERE;
    return settled(await act.holdCase(deps, id, body.ground, request), held(id));
  }),

  releaseCase: handle(releaseCase, async (deps, { params, request }) => {
    const id = CaseId.safeParse(params.case).data;
    if (id === undefined) return NOT_THERE;
    return settled(await act.releaseCase(deps, id, request), held(id));
  }),
};
