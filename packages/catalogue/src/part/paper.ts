import type { Text } from "@window/domain/text.ts";

/** Scans and photographs as people have them. The size is a house limit. */
const SCANS = ["application/pdf", "image/jpeg", "image/png"];
const TEN_MEGABYTES = 10_000_000;

const material = (required: boolean) => (id: string, name: Text, note: Text) => ({
  id,
  name,
  required,
  accepts: SCANS,
  maxBytes: TEN_MEGABYTES,
  note,
});

/** A paper without which nobody can decide. */
export const paper = material(true);

/** A paper that helps, or that only some have. */
export const extraPaper = material(false);

/** A paper that the applicant makes and answers for: there is no other original, and none is used twice. */
export const selfMade = (id: string, name: Text, note: Text) => ({
  ...paper(id, name, note),
  selfMade: true,
  reusableDays: 0,
});
