import { listNotices } from "@window/contract/operations/notices.ts";
import { noticesOf } from "@window/domain/notice/rows.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { ownCase } from "../load.ts";
import { readPage } from "../read-page.ts";
import { refused } from "../refused.ts";
import { showNotice } from "../show/notice.ts";

export const notices = {
  listNotices: handle(listNotices, async (deps, { principal, params, query }) => {
    const own = await ownCase(deps, principal, params.case);
    if (own === undefined) return refused({ code: "no-such-case" });
    const list = { view: "card", partitions: [noticesOf(own.case)] } as const;
    const { rows, next } = await readPage(deps.views, list, query);
    const shown = await Promise.all(rows.map(showNotice(deps, own.application)));
    return answer(200, { rows: shown, ...(next === undefined ? {} : { next }) });
  }),
};
