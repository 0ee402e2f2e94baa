/** Longer waits than a day are the retry schedule's business, not the other side's. */
const LONGEST = 24 * 60 * 60;

/**
 * Seconds a `Retry-After` header asks for (RFC 9110 §10.2.3), between 0 and one day; undefined when there is none or it
 * is not understood. A date is read against the `Date` header of the same answer, so nobody's clock has to be right.
 */
export const retryAfterSeconds = (
  retryAfter: string | undefined,
  date: string | undefined,
): number | undefined => {
  if (retryAfter === undefined) return undefined;
  const seconds = /^\d{1,10}$/.test(retryAfter)
    ? Number(retryAfter)
    : Math.ceil((httpDate(retryAfter) - httpDate(date)) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), LONGEST);
};

/** The one form of a date that HTTP lets anybody send: `Sun, 06 Nov 1994 08:49:37 GMT`. */
const httpDate = (text: string | undefined): number =>
  text !== undefined && /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
