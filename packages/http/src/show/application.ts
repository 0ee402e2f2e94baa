import type * as Wire from "@window/contract/wire/application.ts";
import { pinned, pinnedForm, pinnedParts } from "@window/domain/act/own.ts";
import type { Application } from "@window/domain/application/application.ts";
import { open, placeOf } from "@window/domain/application/kept-answers.ts";
import { isWaiting } from "@window/domain/application/waiting.ts";
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

/** Every item that is applied for, by name. */
const partsOf = async ({ catalogue }: ApiDeps, own: Application): Promise<Wire.Application["parts"]> => {
  const names = new Map((await pinnedParts(catalogue, own)).map(({ id, name }) => [id, name]));
  return own.parts.map(({ item, version, after, ifRefused }) => ({
    item,
    version,
    itemName: names.get(item) ?? { zh: item, en: item },
    after: [...after],
    ifRefused,
  }));
};

const missingOf = async ({ catalogue }: ApiDeps, own: Application): Promise<Wire.Application["missing"]> => {
  const clean = [...own.documents.values()].filter(({ inspected }) => inspected?.verdict === "clean");
  const form = await pinnedForm(catalogue, own);
  return missingMaterials(form, new Set(clean.map(({ material }) => material))).map(({ id, name }) => ({
    material: id,
    name,
  }));
};

/** An application as its owner reads it, with the answers opened. */
export const showApplication = async (
  deps: ApiDeps,
  own: Application,
  seq: number,
): Promise<Wire.Application> => {
  const item = await pinned(deps.catalogue, own);
  const documents = [...own.documents.values()];
  return {
    application: own.application,
    seq,
    item: own.item,
    version: own.version,
    itemName: item.name,
    bundle: own.bundle ?? null,
    parts: await partsOf(deps, own),
    window: own.window,
    phase: own.phase,
    withdrawalAsked: own.withdrawalAsked,
    draftedAt: toIso(own.draftedAt),
    submittedAt: momentOr(own.submittedAt),
    answers: await answersOf(deps, own),
    documents: await Promise.all(documents.map(showDocument)),
    missing: await missingOf(deps, own),
    cases: own.cases.map((opened) => ({
      case: opened.case,
      number: opened.number,
      item: opened.item,
      waiting: isWaiting(own, opened),
      queryCode: deps.ids.queryCode(opened.case),
      outcome: opened.outcome ?? null,
    })),
    result: own.result?.result ?? null,
  };
};
