/** What an inspection needs. */
import { bucketNamed } from "@window/aws/bucket.ts";
import { openErasingVersions } from "@window/aws/erase-version.ts";
import { environment } from "@window/aws/names.ts";
import { openReading } from "@window/aws/read-objects.ts";
import type { Inspecting } from "@window/domain/act/inspect-upload.ts";
import type { Scan } from "@window/domain/port/scanner.ts";
import { ClamdAddress, clamdScan } from "@window/node/clamd-scan.ts";
import { eicarScan } from "@window/node/eicar-scan.ts";
import { inspectDocument } from "@window/node/inspect.ts";
import { isSet, need, once } from "./aws-env.ts";
import { keyedOf, ledger, secret } from "./aws-ledger.ts";

const documents = () => bucketNamed(need(environment.documents), isSet(environment.pathStyle));

const scan = (): Scan =>
  isSet(environment.clamd) ? clamdScan(ClamdAddress.parse(need(environment.clamd))) : eicarScan;

export const inspectingDeps = once(async (): Promise<Inspecting> => ({
  ...ledger(),
  keyed: keyedOf(await secret()()),
  objects: { ...openReading(documents()), ...openErasingVersions(documents()) },
  inspect: (uploaded) => inspectDocument({ ...uploaded, scan: scan() }),
}));
