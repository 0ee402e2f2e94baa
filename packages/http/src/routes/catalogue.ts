import {
  draftEdition,
  listEditions,
  listEntries,
  publishEdition,
  readEdition,
  withdrawEdition,
} from "@window/contract/operations/catalogue.ts";
import * as edit from "@window/domain/act/edit-catalogue.ts";
import { startOf } from "@window/domain/day.ts";
import { CATALOGUE } from "@window/domain/edition/card.ts";
import { editionDecider } from "@window/domain/edition/decide.ts";
import { EntryId } from "@window/domain/id.ts";
import { current } from "@window/domain/perform.ts";
import { answer } from "../answer.ts";
import type { ApiDeps } from "../api-deps.ts";
import { handle } from "../handler.ts";
import { readContent } from "../read-content.ts";
import { readPage } from "../read-page.ts";
import { isRefused, refused } from "../refused.ts";
import { settled } from "../settled.ts";
import { showEdition, showEditions, showEntryLine } from "../show/editions.ts";

const NO_ENTRY = refused({ code: "no-such-entry" });
const NO_EDITION = refused({ code: "no-such-edition" });

const LIST = { view: CATALOGUE.view, partitions: [CATALOGUE.partition] } as const;

const etag = (seq: number) => ({ etag: `"${seq}"` });
const basisOf = (headers: { readonly "if-match": string }): number =>
  Number(headers["if-match"].slice(1, -1));

/** An entry that has editions; undefined for any other id. */
const load = async ({ store }: ApiDeps, text: string) => {
  const entry = EntryId.safeParse(text).data;
  const folded = entry && (await current(store, editionDecider, entry));
  return entry === undefined || folded === undefined || folded.seq === 0 ? undefined : { entry, ...folded };
};

/** The answer tells how it was when it was decided, so a repeated request is answered with the same words. */
const edited = <const Status extends number>(
  deps: ApiDeps,
  status: Status,
  entry: EntryId,
  done: edit.Edited,
) =>
  settled(done, ({ state, seq, commit }) =>
    answer(status, showEditions(entry, { state, seq }, commit?.at ?? deps.clock.now()), etag(seq)),
  );

export const catalogue = {
  listEntries: handle(listEntries, async (deps, { query }) => {
    const { rows, next } = await readPage(deps.views, LIST, query);
    const lines = rows.map((row) => showEntryLine(row, deps.clock.now()));
    return answer(200, { rows: lines, ...(next === undefined ? {} : { next }) });
  }),

  listEditions: handle(listEditions, async (deps, { params }) => {
    const found = await load(deps, params.entry);
    if (found === undefined) return NO_ENTRY;
    return answer(200, showEditions(found.entry, found, deps.clock.now()), etag(found.seq));
  }),

  readEdition: handle(readEdition, async (deps, { params }) => {
    const found = await load(deps, params.entry);
    if (found === undefined) return NO_ENTRY;
    const { entry, state, seq } = found;
    const edition = state.find((known) => known.edition === params.edition);
    if (edition === undefined) return NO_EDITION;
    const line = showEdition(state, edition, deps.clock.now());
    return answer(200, { ...line, entry, content: edition.content }, etag(seq));
  }),

  draftEdition: handle(draftEdition, async (deps, { params, headers, body, request }) => {
    const entry = EntryId.safeParse(params.entry).data;
    if (entry === undefined) return NO_ENTRY;
    const drafted = readContent(entry, body.content);
    if (isRefused(drafted)) return drafted;
    const input = { drafted, basis: basisOf(headers) };
    return edited(deps, 201, entry, await edit.draftEdition(deps, input, request));
  }),

  publishEdition: handle(publishEdition, async (deps, { params, headers, body, request }) => {
    const found = await load(deps, params.entry);
    if (found === undefined) return NO_ENTRY;
    const { entry } = found;
    const from = body.from === undefined ? {} : { from: startOf(body.from) };
    const input = { entry, edition: params.edition, basis: basisOf(headers), ...from };
    return edited(deps, 200, entry, await edit.publishEdition(deps, input, request));
  }),

  withdrawEdition: handle(withdrawEdition, async (deps, { params, headers, request }) => {
    const found = await load(deps, params.entry);
    if (found === undefined) return NO_ENTRY;
    const { entry } = found;
    const input = { entry, edition: params.edition, basis: basisOf(headers) };
    return edited(deps, 200, entry, await edit.withdrawEdition(deps, input, request));
  }),
};
