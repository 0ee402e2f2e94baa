import { ApplicationId, DocumentId } from "@window/domain/id.ts";
import type { ObjectKey } from "@window/domain/port/objects.ts";
import * as z from "zod";

export const pathOf = ({ application, document }: ObjectKey): string => `${application}/${document}`;

const Path = z
  .string()
  .transform((path) => path.split("/"))
  .pipe(z.tuple([ApplicationId, DocumentId]))
  .transform(([application, document]): ObjectKey => ({ application, document }));

/** What a path of the bucket names. Throws for one that `presign` has not made. */
export const objectKeyOf = (path: string): ObjectKey => Path.parse(path);
