import { ApplicationId, DocumentId } from "@window/domain/id.ts";
import type { ObjectKey } from "@window/domain/port/objects.ts";
import * as z from "zod";

/** A document as a path: the folder of its application, then its own. */
export const nameOf = ({ application, document }: ObjectKey): string => `${application}/${document}`;

const Name = z
  .string()
  .transform((name) => name.split("/"))
  .pipe(z.tuple([ApplicationId, DocumentId]))
  .transform(([application, document]): ObjectKey => ({ application, document }));

/** What a path names. Throws a ZodError for one that `nameOf` has not made, so no path leads out of the folder. */
export const keyOf = (name: string): ObjectKey => Name.parse(name);
