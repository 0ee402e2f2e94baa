import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import * as z from "zod";
import type { Row } from "./attribute.ts";

const Key = z.record(
  z.string(),
  z.union([z.strictObject({ S: z.string() }), z.strictObject({ N: z.string() })]),
);

/** Where a page ended, as a text that callers hand back; undefined on the last page. */
export const cursorOf = (last: Row | undefined): string | undefined =>
  last === undefined ? undefined : Buffer.from(JSON.stringify(last)).toString("base64url");

/** Throws BadCursor for a text that `cursorOf` did not make. */
export const keyOf = (cursor: string): Row => {
  try {
    return Key.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new BadCursor();
  }
};
