import type { ApplicationCommand, ApplicationRefusal } from "../application/command.ts";
import type { ApplicationState } from "../application/application.ts";
import { application } from "../application/decide.ts";
import { keep, placeOf } from "../application/kept-answers.ts";
import type { Request } from "../commit.ts";
import type { ApplicationId } from "../id.ts";
import type { CreditCode } from "../identifier/credit-code.ts";
import type { Instant } from "../instant.ts";
import type { Item, ItemId } from "../item/item.ts";
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
  | { readonly code: "no-such-window" }
  /** It is handled elsewhere; `link` is where. */
  | { readonly code: "external-item"; readonly link: string }
  /** The employer applies for this item, through somebody who handles it. */
  | { readonly code: "employer-only" }
  /** The case that has to be granted first is not there, or not about the same person. */
  | { readonly code: "precedent-missing" }
  | AnswersRefusal
  | RulingRefusal;

export interface DraftInput {
  readonly item: ItemId;
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
  item: Item | undefined,
  { employer }: DraftInput,
  window: Window | undefined,
  now: Instant,
): DraftRefusal | undefined => {
  if (item === undefined) return { code: "no-such-item" };
  if (item.elsewhere !== undefined) return { code: "external-item", link: item.elsewhere.url };
  if (item.applicant === "employer" && employer === undefined) return { code: "employer-only" };
  return window === undefined ? { code: "no-such-window" } : outOfSeason(item, now);
};

/**
 * Begins an application. Its id comes from the person and the key of the request, so asking twice begins one.
 * Personal answers are sealed before anything is decided; a draft may be partial, but what is there must be right.
 */
export const draftApplication = async (
  deps: Drafting,
  input: DraftInput,
  request: Request,
): Promise<Drafted> => {
  const id = deps.ids.application(request.actor, request.key);
  const prepare: Prepare<ApplicationState, ApplicationCommand, DraftRefusal> = async () => {
    const offer = await deps.catalogue.current();
    const item = offer.item(input.item);
    const refusal = obstacle(item, input, offer.window(input.window), deps.clock.now());
    if (item === undefined || refusal !== undefined) return { refusal: refusal ?? { code: "no-such-item" } };
    const judged = judgeAnswers(deps.clock, item, input.answers, "draft");
    if ("refusal" in judged) return judged;
    const answers = await keep(deps.vault, placeOf(id), item, judged.answers);
    return {
      command: { type: "draft", application: id, owner: request.actor, item, window: input.window, answers },
    };
  };
  return { application: id, ...(await perform(deps, application, id, prepare, request)) };
};
