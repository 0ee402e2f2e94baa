import * as z from "zod";
import { Limit } from "../calendar/limit.ts";
import { Day } from "../day.ts";
import { Text } from "../text.ts";
import { code } from "./code.ts";
import { Field, FieldId } from "./field.ts";
import { inconsistencies } from "./inconsistencies.ts";
import { Material } from "./material.ts";
import { Step } from "./step.ts";

export const ItemId = z
  .string()
  .regex(/^item_[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<"ItemId">();
export type ItemId = z.infer<typeof ItemId>;

/** 授权, 代办, 一事一议; `external` items are only linked. */
export const ItemKind = z.enum(["delegated", "agency", "deliberated", "external"]);
export type ItemKind = z.infer<typeof ItemKind>;

/** The legal nature selects the rules of time: 许可 确认 给付 公共服务 出入境. 行政许可法 applies to `permit` only. */
export const ItemNature = z.enum(["permit", "confirmation", "benefit", "service", "exit-entry"]);
export type ItemNature = z.infer<typeof ItemNature>;

/**
 * What the item rests on (设定依据). `official`: read in the official publication; `mirror`: official wording seen on
 * another site, to be checked before anybody relies on it; `press`: reported.
 */
export const Basis = z.object({
  title: Text,
  document: z.string().min(1),
  mark: z.enum(["official", "mirror", "press"]),
  verifiedOn: Day,
  note: Text.optional(),
});
export type Basis = z.infer<typeof Basis>;

export const ReasonCode = code.brand<"ReasonCode">();
export type ReasonCode = z.infer<typeof ReasonCode>;

/** One of the closed list of grounds on which a department may advise refusal. */
export const Reason = z.object({ code: ReasonCode, text: Text });
export type Reason = z.infer<typeof Reason>;

/** Steps asked at the same time; the rounds of an item follow one another. */
export const Round = z.array(Step).min(1);
export type Round = z.infer<typeof Round>;

/** A service item 事项 in one version, as published. */
export const Item = z
  .object({
    id: ItemId,
    version: z.int().min(1),
    name: Text,
    summary: Text,
    kind: ItemKind,
    nature: ItemNature,
    basis: z.array(Basis).min(1),
    fields: z.array(Field).max(100),
    materials: z.array(Material).max(50),
    rounds: z.array(Round).max(10),
    limits: z.object({ legal: Limit.nullable(), promised: Limit }),
    reasons: z.array(Reason),
    /** `holder`: the field that names the person whose result it is. */
    result: z.object({ name: Text, validity: Limit.nullable(), holder: FieldId }),
    remedies: Text,
  })
  .check((context) => {
    for (const message of inconsistencies(context.value))
      context.issues.push({ code: "custom", message, input: context.value });
  });
export type Item = z.infer<typeof Item>;
