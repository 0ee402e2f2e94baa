import { RevocationReason } from "@window/contract/wire/result.ts";
import type { ApplicationResult } from "@window/domain/application/application.ts";
import { toIso } from "@window/domain/instant.ts";

/** When and why a result was taken back; null while it is in force. */
export const showRevoked = ({ revoked }: ApplicationResult) =>
  revoked === undefined ? null : { at: toIso(revoked.at), reason: RevocationReason.parse(revoked.reason) };
