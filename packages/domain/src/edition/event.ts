import * as z from "zod";
import { Hash, oneOf } from "../declared.ts";
import { Instant } from "../instant.ts";
import { Content } from "./content.ts";

const edition = z.int().positive();

/** Who wrote an edition: it was shipped with the program, or an operator drafted it. */
const Origin = oneOf(["seed", "operator"]);
export type Origin = z.infer<typeof Origin>;

export const EditionEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("edition.drafted.v1"),
    edition,
    content: Content,
    /** Of the content, so that the same content is known when it comes again. */
    digest: Hash,
    origin: Origin,
  }),
  z.object({ type: z.literal("edition.published.v1"), edition, from: Instant }),
  z.object({ type: z.literal("edition.withdrawn.v1"), edition }),
]);
export type EditionEvent = z.infer<typeof EditionEvent>;
