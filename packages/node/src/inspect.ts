import type { DocumentVerdict } from "@window/domain/application/event.ts";
import { Hash } from "@window/domain/declared.ts";
import type { MediaType } from "@window/domain/item/material.ts";
import type { Scan } from "@window/domain/port/scanner.ts";
import { sha256 } from "./digest.ts";
import { fileTypeOf } from "./file-type.ts";
import type { FileType } from "./file-type.ts";

/** An A0 sheet scanned at 300 dpi has 140 million pixels; what claims more is made to fill the memory of a viewer. */
const MAX_PIXELS = 150_000_000;

export type Inspection = {
  readonly verdict: DocumentVerdict;
  readonly sha256: Hash;
  /** Bytes. */
  readonly size: number;
  readonly detectedType: MediaType | "unknown";
};

/**
 * Judges one version of an uploaded document. Only "clean" may ever be read by anybody. A scanner that is not available
 * leaves the document "unscannable", and one that throws leaves it without a verdict: both times it stays closed.
 */
export const inspectDocument = async (document: {
  readonly bytes: Uint8Array;
  readonly declaredType: string;
  readonly maxBytes: number;
  readonly scan: Scan;
}): Promise<Inspection> => {
  const { bytes } = document;
  const found = bytes.length > document.maxBytes ? undefined : fileTypeOf(bytes);
  return {
    verdict: await verdictOn(document, found),
    sha256: Hash.parse(sha256(bytes)),
    size: bytes.length,
    detectedType: found?.type ?? "unknown",
  };
};

/** Malware is named before a wrong type, because it is what a clerk has to know. */
const verdictOn = async (
  { bytes, declaredType, maxBytes, scan }: Parameters<typeof inspectDocument>[0],
  found: FileType | undefined,
): Promise<DocumentVerdict> => {
  if (bytes.length === 0) return "empty";
  if (bytes.length > maxBytes) return "too-large";
  const scanned = await scan(bytes);
  if (scanned.kind === "infected") return "infected";
  if (found?.type !== declaredType) return "wrong-type";
  if (found.pixels > MAX_PIXELS) return "too-large";
  return scanned.kind === "clean" ? "clean" : "unscannable";
};
