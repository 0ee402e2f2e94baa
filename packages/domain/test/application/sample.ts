import type { ApplicationState } from "@window/domain/application/application.ts";
import type { ApplicationCommand } from "@window/domain/application/command.ts";
import { application } from "@window/domain/application/decide.ts";
import type { ApplicationEvent } from "@window/domain/application/event.ts";
import { Ruling } from "@window/domain/case/ruling.ts";
import { Hash, Sealed } from "@window/domain/declared.ts";
import { ActorId, ApplicationId, CaseId, CaseNumber, DocumentId, ResultId } from "@window/domain/id.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import { MaterialId } from "@window/domain/item/material.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { noon } from "../calendar/sample.ts";
import { sample as item } from "../item/sample.ts";

export { item };
export const id = ApplicationId.parse("app_sample");
export const caseId = CaseId.parse("case_sample");
export const documents = ["doc_contract", "doc_lease"].map((name) => DocumentId.parse(name));
export const materials = ["contract", "lease"].map((name) => MaterialId.parse(name));
const sealed = Sealed.parse(`s1.${"x".repeat(40)}`);

export const draft: ApplicationCommand = {
  type: "draft",
  application: id,
  owner: ActorId.parse("usr_wang"),
  item,
  window: WindowId.parse("win_haikou"),
  answers: {},
};

export const expect = (index: number, mediaType = "application/pdf"): ApplicationCommand => ({
  type: "expect-document",
  item,
  document: documents[index] ?? DocumentId.parse("doc_other"),
  material: materials[index] ?? MaterialId.parse("other"),
  mediaType,
});

export const judge = (index: number, verdict: "clean" | "infected", version = "1"): ApplicationCommand => ({
  type: "record-inspection",
  document: documents[index] ?? DocumentId.parse("doc_other"),
  version,
  verdict,
  sha256: Hash.parse("a".repeat(64)),
  size: 10,
});

export const submit: ApplicationCommand = {
  type: "submit",
  item,
  cases: [
    {
      case: caseId,
      number: CaseNumber.parse("0000-0000-0000"),
      item: item.id,
      version: item.version,
      ruling: Ruling.parse({
        kind: "agency",
        way: "review",
        decides: "department",
        rule: "always",
        competent: "win_haikou",
      }),
    },
  ],
};

export const conclude = (outcome: "granted" | "refused" | "withdrawn"): ApplicationCommand => ({
  type: "conclude-case",
  case: caseId,
  outcome,
});

export const issue: ApplicationCommand = {
  type: "issue",
  result: ResultId.parse("res_sample"),
  certificate: sealed,
};

export interface History {
  readonly state: ApplicationState;
  readonly events: readonly ApplicationEvent[];
  readonly refusals: readonly string[];
}

/** Plays commands an hour apart; every event goes through JSON and its schema, as a store would give it back. */
export const play = (commands: readonly ApplicationCommand[]): History => {
  let state = application.initial;
  const events: ApplicationEvent[] = [];
  const refusals: string[] = [];
  for (const [index, command] of commands.entries()) {
    const context = { at: later(noon("2026-11-23"), index * HOUR), seq: events.length };
    const decision = application.decide(state, command, context);
    if ("refusal" in decision) refusals.push(decision.refusal.code);
    else
      for (const decided of decision.events) {
        const event = application.read(JSON.parse(JSON.stringify(decided)));
        events.push(event);
        state = application.evolve(state, event, context);
      }
  }
  return { state, events, refusals };
};
