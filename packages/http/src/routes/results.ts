import {
  listRevocations,
  readResult,
  revokeResult,
  verifyResult,
} from "@window/contract/operations/results.ts";
import { Revocation } from "@window/contract/wire/result.ts";
import { applicationOf } from "@window/domain/act/issue-result.ts";
import { pinned } from "@window/domain/act/own.ts";
import * as revoke from "@window/domain/act/revoke-result.ts";
import { placeOf } from "@window/domain/application/kept-answers.ts";
import { ResultId } from "@window/domain/id.ts";
import { toIso } from "@window/domain/instant.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { ownApplication } from "../load.ts";
import { pageOf } from "../page-of.ts";
import { refused } from "../refused.ts";
import { settled } from "../settled.ts";
import { showRevoked } from "../show/revoked.ts";
import { verifyCertificate } from "../verify-certificate.ts";
import { daysFrom } from "../wanted.ts";

const NOT_THERE = refused({ code: "no-result" });

const REVOCATIONS = { view: "revocations", partitions: ["revocations"] } as const;

export const results = {
  readResult: handle(readResult, async (deps, { principal, params }) => {
    const id = ResultId.safeParse(params.result).data;
    const own = id && (await ownApplication(deps, principal, applicationOf(id)))?.state;
    if (own?.result === undefined) return NOT_THERE;
    const { result, certificate, issuedAt } = own.result;
    const opened = await deps.vault.open(placeOf(own.application), { certificate });
    const item = await pinned(deps.catalogue, own);
    return answer(200, {
      result,
      application: own.application,
      item: own.item,
      name: item.result.name,
      issuedAt: toIso(issuedAt),
      certificate: opened === "erased" ? null : opened.certificate,
      revoked: showRevoked(own.result),
    });
  }),

  verifyResult: handle(verifyResult, async (deps, { body }) =>
    answer(200, await verifyCertificate(deps, body.certificate)),
  ),

  listRevocations: handle(listRevocations, async (deps, { query }) =>
    answer(200, await pageOf(deps.views, { ...REVOCATIONS, range: daysFrom(query) }, query, Revocation)),
  ),

  revokeResult: handle(revokeResult, async (deps, { params, body, request }) => {
    const result = ResultId.safeParse(params.result).data;
    if (result === undefined) return NOT_THERE;
    const revoked = await revoke.revokeResult(deps, { result, reason: body.reason }, request);
    // A supervisor asked for a result: that there is no application of that name is no news of its own.
    if (revoked.kind === "refused") return NOT_THERE;
    return settled(revoked, ({ state }) => {
      const now = state?.result && showRevoked(state.result);
      if (!now) throw new Error("a result was revoked and is in force");
      return answer(200, { result, ...now });
    });
  }),
};
