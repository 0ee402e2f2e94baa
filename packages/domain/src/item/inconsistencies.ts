import type { Limit } from "../calendar/limit.ts";
import type { Field } from "./field.ts";
import type { Material } from "./material.ts";
import type { Step } from "./step.ts";

type Parts = {
  kind: string;
  fields: readonly Field[];
  materials: readonly Material[];
  rounds: readonly (readonly Step[])[];
  limits: { legal: Limit | null; promised: Limit };
  reasons: readonly { code: string }[];
  result: { holder: string };
};

/** Everything that is wrong between the parts of an item whose parts are right each by itself. */
export function inconsistencies(item: Parts): string[] {
  return [
    ...twice(
      "field",
      item.fields.map((field) => field.id),
    ),
    ...twice(
      "material",
      item.materials.map((material) => material.id),
    ),
    ...twice(
      "step",
      item.rounds.flat().map((step) => step.id),
    ),
    ...twice(
      "reason",
      item.reasons.map((reason) => reason.code),
    ),
    ...item.fields.flatMap((field, index) => misplaced(field, item.fields.slice(0, index))),
    ...wrongRounds(item),
    ...wrongLimits(item.limits),
    ...wrongHolder(item),
  ];
}

const twice = (noun: string, ids: readonly string[]): string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${noun} ${id} stands twice`);

/** A field may only look back: what it depends on is asked before it. */
function misplaced(field: Field, before: readonly Field[]): string[] {
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

/** Only what is decided on the spot, or only linked, asks nobody. */
function wrongRounds({ kind, rounds, reasons }: Parts): string[] {
  const asks = kind === "agency" || kind === "deliberated";
  const faults: string[] = [];
  if (asks && rounds.length === 0) faults.push("an item of this kind asks at least one department");
  if (kind === "external" && rounds.length > 0) faults.push("an external item is only linked");
  if (asks && reasons.length === 0) faults.push("an item that can be refused lists its reasons");
  return faults;
}

/** A promise may be shorter than the law, never longer (优化营商环境条例 §36). Other units cannot be compared. */
function wrongLimits({ legal, promised }: Parts["limits"]): string[] {
  const longer = legal !== null && legal.unit === promised.unit && promised.count > legal.count;
  return longer ? ["the promised limit is longer than the legal one"] : [];
}

/** A result bears a name, so whoever it is for must have given one. A linked item has no result of ours. */
function wrongHolder({ kind, fields, result }: Parts): string[] {
  const holder = fields.find((field) => field.id === result.holder);
  const named = holder?.type === "text" && holder.required && !holder.when;
  return named || kind === "external"
    ? []
    : ["the holder must be a required text field that is always asked"];
}
