import type { Objects } from "@window/domain/port/objects.ts";
import type { Bucket } from "./bucket.ts";
import { openCopying } from "./copy-object.ts";
import { openErasing } from "./erase-objects.ts";
import { openErasingVersions } from "./erase-version.ts";
import { openReading } from "./read-objects.ts";
import { openSigning } from "./signed-objects.ts";

/** The whole port. A function opens only the part it calls, so that its role can be as small. */
export const openObjects = (bucket: Bucket): Objects => ({
  ...openReading(bucket),
  ...openSigning(bucket),
  ...openCopying(bucket),
  ...openErasing(bucket),
  ...openErasingVersions(bucket),
});
