import * as z from "zod";

/** 授权, 代办, 一事一议. The kind belongs to the case: a rule of the item gives it when the case is opened. */
export const CaseKind = z.enum(["delegated", "agency", "deliberated"]);
export type CaseKind = z.infer<typeof CaseKind>;

/** What an item can come to; `external` items are only linked. */
export const ItemKind = z.enum([...CaseKind.options, "external"]);
export type ItemKind = z.infer<typeof ItemKind>;
