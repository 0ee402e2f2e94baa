import type * as Wire from "@window/contract/wire/notice.ts";
import { pinned } from "@window/domain/act/own.ts";
import { wordsFor } from "@window/domain/act/send-notice.ts";
import { open as openAnswers, placeOf } from "@window/domain/application/kept-answers.ts";
import { application } from "@window/domain/application/decide.ts";
import { toIso } from "@window/domain/instant.ts";
import type { FieldId } from "@window/domain/item/field.ts";
import type { Notice } from "@window/domain/notice/notice.ts";
import { current } from "@window/domain/perform.ts";
import type { ApiDeps } from "../api-deps.ts";
import { momentOr } from "./term.ts";

/** Whom to ask for, and by what; nothing else of the form. */
const contactOf = async (deps: ApiDeps, now: Notice): Promise<Wire.Call["contact"]> => {
  const { state } = await current(deps.store, application, now.application);
  if (state === undefined || state.erased) return null;
  const answers = await openAnswers(deps.vault, placeOf(now.application), state.answers);
  if (answers === "erased") return null;
  const { contacts = [], result } = await pinned(deps.catalogue, now);
  const contact = contacts.find(({ who }) => who === now.who);
  const answered = (field: FieldId | undefined): string | null => {
    const value = field && answers[field];
    return typeof value === "string" ? value : null;
  };
  const name = answered(result.holder) ?? "";
  return { name, mobile: answered(contact?.mobile), email: answered(contact?.email) };
};

/** What it takes to call somebody. */
export const showCall = async (
  deps: ApiDeps,
  now: Notice & { readonly failed: NonNullable<Notice["failed"]> },
): Promise<Wire.Call> => ({
  call: now.notice,
  case: now.case,
  number: now.number,
  item: now.item,
  occasion: now.occasion,
  who: now.who,
  language: now.language ?? null,
  failedAt: toIso(now.failed.at),
  cause: now.failed.cause,
  timesCalled: now.calls.length,
  lastCalledAt: momentOr(now.calls.at(-1)?.at),
  contact: await contactOf(deps, now),
  ...(await wordsFor(deps, now)),
});
