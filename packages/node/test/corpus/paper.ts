import type { DocumentVerdict } from "@window/domain/application/event.ts";
import type { MediaType } from "@window/domain/item/material.ts";

/** A file as somebody uploads it, announced as a type. */
export interface Paper {
  readonly name: string;
  readonly type: MediaType;
  readonly bytes: Buffer;
}

/** One that nobody may ever read. */
export interface Hostile extends Paper {
  readonly verdict: Exclude<DocumentVerdict, "clean">;
}

export const papersOf = (type: MediaType, files: Readonly<Record<string, Buffer>>): readonly Paper[] =>
  Object.entries(files).map(([name, bytes]) => ({ name, type, bytes }));

export const hostileOf = (
  type: MediaType,
  verdict: Hostile["verdict"],
  files: Readonly<Record<string, Buffer>>,
): readonly Hostile[] => papersOf(type, files).map((paper) => ({ ...paper, verdict }));
