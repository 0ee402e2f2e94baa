import { ApplicationId, ResultId } from "@window/domain/id.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { ResultClaims } from "@window/domain/result/result-claims.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { Moment } from "./moment.ts";

export const RevocationReason = z.enum(["false-statement", "issued-in-error", "conditions-lapsed"]);

const Revoked = z.object({ at: Moment, reason: RevocationReason });

/** A result 办理结果 with its certificate 证照: a compact JWS (ES256) that anybody can verify with `/keys`. */
export const Result = z.object({
  result: ResultId,
  application: ApplicationId,
  item: ItemId,
  name: Text,
  issuedAt: Moment,
  /** Null once the personal values have been erased. */
  certificate: z.string().nullable(),
  revoked: Revoked.nullable(),
});

/**
 * What a certificate is worth. `genuine`: signed by this window and in force; `revoked`: signed, and taken back since;
 * `not-genuine`: not signed by this window, or never handed out.
 */
export const Verification = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("genuine"), claims: ResultClaims }),
  z.object({ verdict: z.literal("revoked"), claims: ResultClaims, revoked: Revoked }),
  z.object({ verdict: z.literal("not-genuine") }),
]);
export type Verification = z.input<typeof Verification>;

export const Revocation = z.object({ result: ResultId, at: Moment, reason: RevocationReason });
