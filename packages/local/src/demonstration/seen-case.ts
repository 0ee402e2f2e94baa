import type { Case } from "@window/contract/wire/case.ts";
import type * as z from "zod";

/** A case as its owner reads it. */
export type SeenCase = z.output<typeof Case>;
