import * as z from "zod";

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. */
export const Instant = z.int().nonnegative().brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const isInstant = (number: number): number is Instant => Number.isSafeInteger(number) && number >= 0;

/** The instant `milliseconds` after `from` (negative: before). Throws a ZodError when there is none. */
export const later = (from: Instant, milliseconds: number): Instant => {
  const at = from + milliseconds;
  return isInstant(at) ? at : Instant.parse(at);
};

/** ISO 8601 in UTC with milliseconds, the form every wire and page uses. */
export const toIso = (instant: Instant): string => new Date(instant).toISOString();

/** Made once: making a schema takes longer than a thousand readings with it. */
const IsoDateTime = z.iso.datetime({ offset: true });

/** Reads ISO 8601 with offset or Z. Throws a ZodError for anything else. */
export const fromIso = (text: string): Instant => Instant.parse(Date.parse(IsoDateTime.parse(text)));
