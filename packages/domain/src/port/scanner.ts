export type ScanVerdict =
  | { readonly kind: "clean" }
  | { readonly kind: "infected"; readonly name: string }
  | { readonly kind: "unavailable" };

/** A malware scanner. Every adapter promises never to answer "clean" for bytes that it has not read whole. */
export type Scan = (bytes: Uint8Array) => Promise<ScanVerdict>;
