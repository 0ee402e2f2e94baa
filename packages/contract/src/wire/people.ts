import { IdentityKind } from "@window/domain/identifier/identity.ts";
import * as z from "zod";

/** Whom somebody asks about, by the number of a document of identity 证件, and which part of the list. */
export const PersonQuestion = z.strictObject({
  kind: IdentityKind,
  /** As it is printed or typed: spaces, hyphens, small and full-width letters do no harm. */
  number: z.string().min(1).max(40),
  limit: z.int().min(1).max(50).default(20),
  after: z.string().min(1).max(600).optional(),
});
