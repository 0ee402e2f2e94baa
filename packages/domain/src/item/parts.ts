import type { Contact } from "./contact.ts";
import type { Field, FieldId } from "./field.ts";
import type { Guarded } from "./guarded.ts";
import type { KindRule } from "./kind-rule.ts";
import type { Material } from "./material.ts";
import type { Power } from "./power.ts";
import type { Season } from "./season.ts";
import type { Verification } from "./verification.ts";
import type { Way } from "./way.ts";

/** The parts of an item that have to agree with one another, each right by itself. */
export interface Parts {
  readonly applicant: "person" | "employer";
  readonly facts: { readonly class?: FieldId; readonly employer?: FieldId; readonly place?: FieldId };
  readonly fields: readonly Field[];
  readonly materials: readonly Material[];
  readonly kinds: readonly KindRule[];
  readonly powers: readonly Power[];
  readonly ways: readonly Way[];
  readonly contacts?: readonly Contact[];
  readonly guarded?: readonly Guarded[];
  readonly verifications?: readonly Verification[];
  readonly seasons?: readonly Season[];
  readonly reasons: readonly { readonly code: string }[];
  readonly result: { readonly holder: FieldId };
  readonly elsewhere?: object;
}
