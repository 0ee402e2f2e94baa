import type { Hash } from "../declared.ts";
import type { Instant } from "../instant.ts";
import type { Content } from "./content.ts";

interface Wording {
  readonly content: Content;
  /** Of the content, over its canonical bytes. */
  readonly digest: Hash;
}

/** `basis`: the sequence number that whoever asks has seen, so that two operators do not overwrite each other. */
export type EditionCommand =
  | ({ readonly type: "import" } & Wording)
  | ({ readonly type: "draft"; readonly basis: number } & Wording)
  | {
      readonly type: "publish";
      readonly basis: number;
      readonly edition: number;
      /** Absent: at once. */
      readonly from?: Instant;
    }
  | { readonly type: "withdraw"; readonly basis: number; readonly edition: number };

export type EditionRefusal =
  | { readonly code: "entry-changed-meanwhile"; readonly seq: number }
  | { readonly code: "no-such-edition" }
  | { readonly code: "already-published" }
  | { readonly code: "no-longer-stands" }
  | { readonly code: "from-in-the-past" }
  | { readonly code: "too-many-scheduled" };
