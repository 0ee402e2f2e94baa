import * as z from "zod";
import { StreamId } from "./id.ts";
import { IdentityKind } from "./identifier/identity.ts";
import { DepartmentId } from "./place/department.ts";

/**
 * `card` is the one row that every application, case, notice, opening and entry of the catalogue has; its sequence
 * number is also the mark up to which the effects of the aggregate have been run. `worklist:dept_…` has one row per case
 * that asks something of a department, `stuck` one per case that waits for an operator, `late` one per case over its limit, `calls` one per notice that
 * people have yet to give, `person:passport` and its like one per application that names a person by that document.
 */
export const ViewName = z.union([
  z.enum(["card", "revocations", "desk", "stuck", "late", "calls"]),
  z.templateLiteral(["worklist:", DepartmentId]),
  z.templateLiteral(["person:", IdentityKind]),
]);
export type ViewName = z.infer<typeof ViewName>;

/**
 * One row of one view. `partition` and `sort` are index attributes: absent in a tombstone, which only remembers how
 * far the aggregate had been read when the row vanished. The body holds codes, ids, instants and ciphertext.
 */
export const ViewRow = z.object({
  view: ViewName,
  aggregate: StreamId,
  seq: z.int().positive(),
  partition: z.string().exactOptional(),
  sort: z.string().exactOptional(),
  body: z.record(z.string(), z.json()),
});
export type ViewRow = z.infer<typeof ViewRow>;

export const tombstone = (view: ViewName, aggregate: StreamId, seq: number): ViewRow => ({
  view,
  aggregate,
  seq,
  body: {},
});
