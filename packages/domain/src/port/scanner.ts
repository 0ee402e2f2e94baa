export type ScanVerdict =
  | { readonly kind: "clean" }
  | { readonly kind: "infected"; readonly name: string }
  /** The scanner looked and cannot say, and will not be able to tomorrow: too large for it, or it failed on this file. */
  | { readonly kind: "unscannable" }
  /** The scanner is not there now. */
  | { readonly kind: "unavailable" };

/** A malware scanner. Every adapter promises never to answer "clean" for bytes that it has not read whole. */
export type Scan = (bytes: Uint8Array) => Promise<ScanVerdict>;

/** Thrown when a document could be clean and there is no scanner to say so: it waits and is looked at again. */
export class ScannerDown extends Error {
  override readonly name = "ScannerDown";
  constructor() {
    super("the malware scanner is not there; the document waits");
  }
}
