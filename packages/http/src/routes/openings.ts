import { listOpenings } from "@window/contract/operations/openings.ts";
import { Opening } from "@window/contract/wire/opening.ts";
import { openingsOf } from "@window/domain/opening/opening-rows.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { ownCase } from "../load.ts";
import { pageOf } from "../page-of.ts";
import { refused } from "../refused.ts";
import { showOpening } from "../show/opening.ts";

export const openings = {
  listOpenings: handle(listOpenings, async (deps, { principal, params, query }) => {
    const own = await ownCase(deps, principal, params.case);
    if (own === undefined) return refused({ code: "no-such-case" });
    const list = { view: "card", partitions: [openingsOf(principal.actor, own.case)] } as const;
    const show = showOpening(await deps.catalogue.current());
    return answer(200, await pageOf(deps.views, list, query, Opening, show));
  }),
};
