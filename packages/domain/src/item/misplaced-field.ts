import type { Field } from "./field.ts";
import { twice } from "./twice.ts";

/** A field may only look back: what it depends on is asked before it. */
export function misplaced(field: Field, before: readonly Field[]): string[] {
  const named = (id: string | undefined) => before.find((other) => other.id === id);
  const faults: string[] = [];
  if (field.type === "integer" && field.min > field.max) faults.push(`${field.id}: min is above max`);
  if (field.type === "choice")
    faults.push(
      ...twice(
        `${field.id}: option`,
        field.options.map((option) => option.code),
      ),
    );
  if (field.type === "date" && field.notBefore && named(field.notBefore)?.type !== "date")
    faults.push(`${field.id}: notBefore must name an earlier date field`);
  if (!field.when) return faults;
  const { equals } = field.when;
  const choice = named(field.when.field);
  if (choice?.type !== "choice" || !choice.options.some((option) => option.code === equals))
    faults.push(`${field.id}: when must name an earlier choice and one of its options`);
  return faults;
}
