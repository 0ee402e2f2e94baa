import type { ObjectKey } from "@window/domain/port/objects.ts";
import * as z from "zod";
import { objectKeyOf } from "./object-path.ts";

/** What S3 tells of new versions, as far as it is used; keys come percent-encoded. */
const Told = z.object({
  Records: z.array(
    z.object({ s3: z.object({ object: z.object({ key: z.string(), versionId: z.string() }) }) }),
  ),
});

/** What S3 says once, when it is told where to send. */
const Greeting = z.object({ Event: z.literal("s3:TestEvent") }).transform(() => ({ Records: [] }));

export interface Upload {
  readonly key: ObjectKey;
  readonly version: string;
}

/** Which versions a message tells of. Throws for a message or a path that is none of ours. */
export const uploadsOf = (message: unknown): readonly Upload[] =>
  z
    .union([Told, Greeting])
    .parse(message)
    .Records.map(({ s3: { object } }) => ({
      key: objectKeyOf(decodeURIComponent(object.key)),
      version: object.versionId,
    }));
