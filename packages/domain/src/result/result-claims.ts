import * as z from "zod";
import { DecidingBody } from "../case/deciding-body.ts";
import { CaseNumber, ResultId } from "../id.ts";
import { ItemId } from "../item/item-id.ts";

/**
 * What a certificate says, short because it has to fit a QR code (numbers.md §5.5: 670 characters at level Q).
 * `nam` is the holder's name with all but the first character of each word masked.
 */
export const ResultClaims = z.object({
  iss: z.string(),
  jti: ResultId,
  /** Seconds since 1970, as JWT wants it. */
  iat: z.int().nonnegative(),
  num: CaseNumber,
  itm: ItemId,
  dec: z.literal("granted"),
  dep: DecidingBody,
  nam: z.string().max(60),
  /** What else was granted in the same application: one package 统一出件. */
  also: z.array(z.object({ num: CaseNumber, itm: ItemId, dep: DecidingBody })).exactOptional(),
});
export type ResultClaims = z.infer<typeof ResultClaims>;
