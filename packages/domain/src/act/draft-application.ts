import type { ApplicationCommand, ApplicationRefusal } from "../application/command.ts";
import type { ApplicationState } from "../application/application.ts";
import { application } from "../application/decide.ts";
import { keep, placeOf } from "../application/kept-answers.ts";
import type { Request } from "../commit.ts";
import type { ApplicationId } from "../id.ts";
import { checkAnswers } from "../item/check-answers.ts";
import type { Fault } from "../item/fault.ts";
import type { Item, ItemId } from "../item/item.ts";
import type { Ledger, Performed, Prepare } from "../perform.ts";
import { perform } from "../perform.ts";
import type { WindowId } from "../place/window.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { Ids } from "../port/ids.ts";
import type { Vault } from "../port/vault.ts";
import type { RulingRefusal } from "./rule-on.ts";

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
  | { readonly code: "answers-faulty"; readonly faults: readonly Fault[] }
  | RulingRefusal;

export interface DraftInput {
  readonly item: ItemId;
  readonly window: WindowId;
  /** Any JSON value: it is checked here. */
  readonly answers: unknown;
}

export type Drafted = Performed<ApplicationState, ApplicationRefusal | DraftRefusal> & {
  readonly application: ApplicationId;
};

const obstacle = (item: Item | undefined, known: boolean): DraftRefusal | undefined => {
  if (item === undefined) return { code: "no-such-item" };
  if (item.elsewhere !== undefined) return { code: "external-item", link: item.elsewhere.url };
  return known ? undefined : { code: "no-such-window" };
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
    const refusal = obstacle(item, offer.window(input.window) !== undefined);
    if (item === undefined || refusal !== undefined) return { refusal: refusal ?? { code: "no-such-item" } };
    const checked = checkAnswers(item, input.answers, "draft");
    if (!checked.ok) return { refusal: { code: "answers-faulty", faults: checked.faults } };
    const answers = await keep(deps.vault, placeOf(id), item, checked.answers);
    return {
      command: { type: "draft", application: id, owner: request.actor, item, window: input.window, answers },
    };
  };
  return { application: id, ...(await perform(deps, application, id, prepare, request)) };
};
