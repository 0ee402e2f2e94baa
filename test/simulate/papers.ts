import { Hash } from "@window/domain/declared.ts";
import type { Finding } from "@window/domain/act/inspect-upload.ts";

/** Papers are one byte long; what a real inspector finds in real ones is tested where it lives. */
export const goodPaper = new Uint8Array([1]);
export const infectedPaper = new Uint8Array([2]);

const sha256 = Hash.parse("a".repeat(64));

export const inspect = async ({ bytes }: { readonly bytes: Uint8Array }): Promise<Finding> => ({
  verdict: bytes[0] === goodPaper[0] ? "clean" : "infected",
  sha256,
  size: bytes.length,
});
