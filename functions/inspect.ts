/** A new version in the bucket → its verdict. */
import { inspectUpload } from "@window/domain/act/inspect-upload.ts";
import { inspectingDeps } from "./aws-inspect.ts";
import { uploadEntry } from "./aws-events.ts";

export const handler = uploadEntry(inspectingDeps, (deps, { key, version }) =>
  inspectUpload(deps, key, version),
);
