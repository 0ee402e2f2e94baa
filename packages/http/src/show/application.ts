import type * as Wire from "@window/contract/wire/application.ts";
import { pinned } from "@window/domain/act/own.ts";
import type { Application } from "@window/domain/application/application.ts";
import { open, placeOf } from "@window/domain/application/kept-answers.ts";
import { toIso } from "@window/domain/instant.ts";
import { Answers } from "@window/domain/item/answers.ts";
import { missingMaterials } from "@window/domain/item/missing-materials.ts";
import type { ApiDeps } from "../api-deps.ts";
import { showDocument } from "./document.ts";
import { momentOr } from "./term.ts";

const answersOf = async ({ vault }: ApiDeps, own: Application): Promise<Wire.Application["answers"]> => {
  const answers = await open(vault, placeOf(own.application), own.answers);
  return answers === "erased" ? null : Answers.parse(answers);
};

/** An application as its owner reads it, with the answers opened. */
export const showApplication = async (
  deps: ApiDeps,
  own: Application,
  seq: number,
): Promise<Wire.Application> => {
  const item = await pinned(deps.catalogue, own);
  const documents = [...own.documents.values()];
  const clean = documents.filter(({ inspected }) => inspected?.verdict === "clean");
  const missing = missingMaterials(item, new Set(clean.map(({ material }) => material)));
  return {
    application: own.application,
    seq,
    item: own.item,
    version: own.version,
    itemName: item.name,
    window: own.window,
    phase: own.phase,
    withdrawalAsked: own.withdrawalAsked,
    draftedAt: toIso(own.draftedAt),
    submittedAt: momentOr(own.submittedAt),
    answers: await answersOf(deps, own),
    documents: documents.map(showDocument),
    missing: missing.map(({ id, name }) => ({ material: id, name })),
    cases: own.cases.map(({ case: subject, number, outcome }) => ({
      case: subject,
      number,
      queryCode: deps.ids.queryCode(subject),
      outcome: outcome ?? null,
    })),
    result: own.result?.result ?? null,
  };
};
