import * as z from "zod";
import { ItemId } from "./item-id.ts";
import { Limit } from "../calendar/limit.ts";
import { Text } from "../text.ts";
import { Basis } from "./basis.ts";
import { Checkpoint, Tacit } from "./checkpoint.ts";
import { code } from "./code.ts";
import { Commitment } from "./commitment.ts";
import { Contact } from "./contact.ts";
import { Field, FieldId } from "./field.ts";
import { Guarded } from "./guarded.ts";
import { inconsistencies } from "./inconsistencies.ts";
import { KindRule } from "./kind-rule.ts";
import { Material } from "./material.ts";
import { Power } from "./power.ts";
import { Season } from "./season.ts";
import { Verification } from "./verification.ts";
import { Way } from "./way.ts";

/** The legal nature selects the rules of time: 许可 确认 给付 公共服务 出入境. 行政许可法 applies to `permit` only. */
export const ItemNature = z.enum(["permit", "confirmation", "benefit", "service", "exit-entry"]);
export type ItemNature = z.infer<typeof ItemNature>;

export const ReasonCode = code.brand<"ReasonCode">();
export type ReasonCode = z.infer<typeof ReasonCode>;

/** One of the closed list of grounds on which a case may be refused. */
export const Reason = z.object({ code: ReasonCode, text: Text });
export type Reason = z.infer<typeof Reason>;

/** What one may do about a decision. `final`: the law gives no reconsideration and no court. */
export const Remedy = z.object({ text: Text, final: z.boolean() });
export type Remedy = z.infer<typeof Remedy>;

/** Where a linked item is handled. The address is marked: none is shown as verified that nobody verified. */
export const Elsewhere = z.object({ name: Text, url: z.url(), verified: z.boolean() });
export type Elsewhere = z.infer<typeof Elsewhere>;

/** The fields that tell the rules of kind what they ask: a choice of classes, the employer, a choice of places. */
const Facts = z.object({
  class: FieldId.exactOptional(),
  employer: FieldId.exactOptional(),
  place: FieldId.exactOptional(),
});

/**
 * Another item that has to be granted first (前置事项): `number` is the field with the number of that case, and each pair
 * of `same` names answers that have to agree, here and there.
 */
const Precedent = z.object({
  item: ItemId,
  number: FieldId,
  same: z.array(z.object({ here: FieldId, there: FieldId })).min(1),
});

/** What a grant waits for until the item after it is applied for. It is nobody's clock. */
const Sequel = z.object({ item: ItemId, awaits: code, text: Text });

/** A service item 事项 in one version, as published. */
export const Item = z
  .object({
    id: ItemId,
    version: z.int().min(1),
    name: Text,
    summary: Text,
    nature: ItemNature,
    /** Who applies: the person, or the employer through whoever handles it, for a person. */
    applicant: z.enum(["person", "employer"]),
    /** Why the applicant has to come in person. Such a case is accepted when they have come, not before. */
    inPerson: Text.exactOptional(),
    basis: z.array(Basis).min(1),
    facts: Facts,
    fields: z.array(Field).max(100),
    materials: z.array(Material).max(50),
    kinds: z.array(KindRule),
    powers: z.array(Power),
    ways: z.array(Way),
    seasons: z.array(Season).min(1).exactOptional(),
    /** Who may be under fourteen, and where a guardian consents. */
    guarded: z.array(Guarded).min(1).exactOptional(),
    /** What is held against registers after submission; each by its place in this list. */
    verifications: z.array(Verification).min(1).max(9).exactOptional(),
    /** Who is told what happens, and how; nobody where there is none. */
    contacts: z.array(Contact).max(2).exactOptional(),
    commitment: Commitment.exactOptional(),
    /** When who is told that time runs out; the rules of the house where it says nothing. */
    checkpoints: z.array(Checkpoint).max(30).exactOptional(),
    tacit: Tacit.exactOptional(),
    precedent: Precedent.exactOptional(),
    sequel: Sequel.exactOptional(),
    reasons: z.array(Reason),
    /** `holder`: the field that names the person whose result it is. */
    result: z.object({ name: Text, validity: Limit.nullable(), holder: FieldId }),
    /** By decision: even a grant can be objected to, by its extent. */
    remedies: z.object({ granted: Remedy, refused: Remedy }),
    /** An external item is handled there and nothing else of it is here. */
    elsewhere: Elsewhere.exactOptional(),
  })
  .check((context) => {
    for (const message of inconsistencies(context.value))
      context.issues.push({ code: "custom", message, input: context.value });
  });
export type Item = z.infer<typeof Item>;
