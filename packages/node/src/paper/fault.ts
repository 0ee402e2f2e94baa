import type { DocumentVerdict } from "@window/domain/application/event.ts";

/** What can be wrong with a paper by itself, whatever it was announced as. */
export type PaperFault = Extract<
  DocumentVerdict,
  "broken" | "encrypted" | "active-content" | "too-many-pages" | "too-many-pixels" | "unpacks-too-large"
>;

export interface Limits {
  readonly maxPages: number;
  readonly maxPixels: number;
}
