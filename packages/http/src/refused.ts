import { answerFaults, fieldFault, seasonFault } from "@window/contract/field-faults.ts";
import type { FieldFault } from "@window/contract/problem.ts";
import type { ProblemCode } from "@window/contract/problems.ts";
import type { DraftRefusal } from "@window/domain/act/draft-application.ts";
import type { EntryRefusal } from "@window/domain/act/edit-catalogue.ts";
import type { ApplicationRefusal } from "@window/domain/application/command.ts";
import type { CaseRefusal } from "@window/domain/case/command.ts";
import type { NoticeRefusal } from "@window/domain/notice/command.ts";

/** A request that is answered with a problem. */
export interface Refused {
  readonly problem: ProblemCode;
  readonly faults?: readonly FieldFault[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Where to go instead. */
  readonly link?: string;
}

/** Tells a refusal from whatever else a step may give. */
export const isRefused = (value: object): value is Refused => "problem" in value;

type Refusal = ApplicationRefusal | DraftRefusal | CaseRefusal | EntryRefusal | NoticeRefusal;

/** Where the refusal lists what would have been right. */
const choicesIn = (refusal: Refusal): readonly FieldFault[] | undefined => {
  const oneOf = (field: string, all: readonly string[]) => [fieldFault(field, "not-one-of", all.join(", "))];
  if ("accepts" in refusal) return oneOf("mediaType", refusal.accepts);
  if ("ways" in refusal) return oneOf("way", refusal.ways);
  if ("reasons" in refusal) return oneOf("data.reasons", refusal.reasons);
  if ("posts" in refusal) return oneOf("responsible", refusal.posts);
  if ("by" in refusal) return oneOf("window", [refusal.by]);
  if ("departments" in refusal) return refusal.departments.flatMap((id) => oneOf("content.ways", [id]));
  return "items" in refusal ? refusal.items.flatMap((id) => oneOf("edition", [id])) : undefined;
};

/** What the refusal says of single fields; most are about the whole. */
const faultsOf = (refusal: Refusal): readonly FieldFault[] => {
  if ("faults" in refusal) return answerFaults(refusal.faults);
  if ("consents" in refusal)
    return refusal.consents.map((field) => fieldFault(`answers.${field}`, "guardian-consent"));
  if ("materials" in refusal)
    return refusal.materials.map((material) => fieldFault(material, "material-missing"));
  if ("documents" in refusal)
    return refusal.documents.map((document) => fieldFault(document, "document-waiting"));
  if ("seasons" in refusal) return refusal.seasons.map(seasonFault);
  if ("because" in refusal) return [fieldFault("from", refusal.because)];
  const field = { "no-such-item": "item", "no-such-window": "window", "no-such-material": "material" };
  const named = new Map(Object.entries(field)).get(refusal.code);
  return choicesIn(refusal) ?? (named === undefined ? [] : [fieldFault(named, "not-one-of")]);
};

/** What the domain refused, as it is told to whoever asked. */
export const refused = (refusal: Refusal): Refused => ({
  problem: refusal.code,
  faults: faultsOf(refusal),
  ...("link" in refusal ? { link: refusal.link } : {}),
  ...(refusal.code === "changed-meanwhile" || refusal.code === "entry-changed-meanwhile"
    ? { headers: { etag: `"${refusal.seq}"` } }
    : {}),
});
