import type { Item } from "../item/item.ts";
import type { Step } from "../item/step.ts";
import type { Application, ApplicationDocument } from "./application.ts";

export type CleanDocument = ApplicationDocument & Required<Pick<ApplicationDocument, "inspected">>;

const isClean = (known: ApplicationDocument): known is CleanDocument => known.inspected?.verdict === "clean";

/**
 * What staff may read of the papers of an application: what was found clean, in exactly that version, and is of a material
 * that the item asks for; a department only what its step needs.
 */
export const readable = (
  { documents }: Pick<Application, "documents">,
  { materials }: Pick<Item, "materials">,
  step?: Step,
): readonly CleanDocument[] => {
  const asked = new Set(step?.materials ?? materials.map(({ id }) => id));
  return [...documents.values()].filter(isClean).filter(({ material }) => asked.has(material));
};
