import type { ApplicationCommand, ApplicationRefusal } from "../application/command.ts";
import type { ApplicationState } from "../application/application.ts";
import { application } from "../application/decide.ts";
import type { ChosenBundle } from "../application/part.ts";
import { keep, placeOf } from "../application/kept-answers.ts";
import type { Request } from "../commit.ts";
import type { ApplicationId } from "../id.ts";
import type { CreditCode } from "../identifier/credit-code.ts";
import type { Instant } from "../instant.ts";
import { formOf } from "../item/form.ts";
import type { ItemId } from "../item/item-id.ts";
import type { Item } from "../item/item.ts";
import type { Ledger, Performed, Prepare } from "../perform.ts";
import { perform } from "../perform.ts";
import type { Window, WindowId } from "../place/window.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { Ids } from "../port/ids.ts";
import type { Vault } from "../port/vault.ts";
import { type AnswersRefusal, judgeAnswers } from "./judge-answers.ts";
import { outOfSeason, type RulingRefusal } from "./rule-on.ts";

export interface Drafting extends Ledger {
  readonly ids: Ids;
  readonly vault: Vault;
  readonly catalogue: Catalogue;
}

export type DraftRefusal =
  | { readonly code: "no-such-item" }
  | { readonly code: "no-such-bundle" }
  | { readonly code: "no-such-window" }
  /** It is handled elsewhere; `link` is where. */
  | { readonly code: "external-item"; readonly link: string }
  /** The employer applies for this item, through somebody who handles it. */
  | { readonly code: "employer-only" }
  /** The case that has to be granted first is not there, or not about the same person. */
  | { readonly code: "precedent-missing" }
  | AnswersRefusal
  | RulingRefusal;

export interface DraftInput extends Begun {
  readonly item: ItemId;
}

/** What is given to begin with, whatever is applied for. */
export interface Begun {
  readonly window: WindowId;
  /** Any JSON value: it is checked here. */
  readonly answers: unknown;
  /** The employer that whoever asks handles, if any. */
  readonly employer?: CreditCode | undefined;
}

export type Drafted = Performed<ApplicationState, ApplicationRefusal | DraftRefusal> & {
  readonly application: ApplicationId;
};

const obstacle = (
  item: Item,
  { employer }: Begun,
  window: Window | undefined,
  now: Instant,
): DraftRefusal | undefined => {
  if (item.elsewhere !== undefined) return { code: "external-item", link: item.elsewhere.url };
  if (item.applicant === "employer" && employer === undefined) return { code: "employer-only" };
  return window === undefined ? { code: "no-such-window" } : outOfSeason(item, now);
};

/** One item, or several in their order, `chosen` of a bundle. */
interface Wanted {
  readonly items: readonly ItemId[];
  readonly chosen?: (items: readonly Item[]) => ChosenBundle;
}

/** Begins an application for what is wanted; undefined where there is no such thing. */
export const begin = async (
  deps: Drafting,
  wanted: Wanted | undefined,
  input: Begun,
  request: Request,
): Promise<Drafted> => {
  const id = deps.ids.application(request.actor, request.key);
  const prepare: Prepare<ApplicationState, ApplicationCommand, DraftRefusal> = async () => {
    const offer = await deps.catalogue.current();
    const ids = wanted?.items ?? [];
    const items = ids.map((each) => offer.item(each)).filter((item) => item !== undefined);
    const [item] = items;
    if (item === undefined || items.length < ids.length) return { refusal: { code: "no-such-item" } };
    const window = offer.window(input.window);
    const refusals = items.map((each) => obstacle(each, input, window, deps.clock.now()));
    const refusal = refusals.find((each) => each !== undefined);
    if (refusal !== undefined) return { refusal };
    const judged = judgeAnswers(deps.clock, items, input.answers, "draft");
    if ("refusal" in judged) return judged;
    const answers = await keep(deps.vault, placeOf(id), formOf(items), judged.answers);
    const bundle = wanted?.chosen === undefined ? {} : { bundle: wanted.chosen(items) };
    const draft = { application: id, owner: request.actor, item, window: input.window, answers, ...bundle };
    return { command: { type: "draft", ...draft } };
  };
  return { application: id, ...(await perform(deps, application, id, prepare, request)) };
};

/**
 * Begins an application. Its id comes from the person and the key of the request, so asking twice begins one.
 * Personal answers are sealed before anything is decided; a draft may be partial, but what is there must be right.
 */
export const draftApplication = (deps: Drafting, input: DraftInput, request: Request): Promise<Drafted> =>
  begin(deps, { items: [input.item] }, input, request);
