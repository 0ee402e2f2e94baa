import type { Text } from "@window/domain/text.ts";

/** What a problem says: its HTTP status, why, and what to do now. */
export interface Said {
  readonly status: number;
  readonly cause: Text;
  readonly remedy: Text;
}

/** One line of a table: cause and remedy, Chinese before English. */
export const said = (
  status: number,
  [causeZh, causeEn]: readonly [string, string],
  [remedyZh, remedyEn]: readonly [string, string],
): Said => ({ status, cause: { zh: causeZh, en: causeEn }, remedy: { zh: remedyZh, en: remedyEn } });
