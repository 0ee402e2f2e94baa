/** What a retention run needs: the log and how far it has come, and no key and no document. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { openMarks } from "@window/aws/marks.ts";
import { environment } from "@window/aws/names.ts";
import { retention } from "@window/catalogue/retention.ts";
import type { Retaining } from "@window/domain/dispatch/run-retention.ts";
import { need, once } from "./aws-env.ts";
import { keyedOf, ledger, secret } from "./aws-ledger.ts";

export const retainingDeps = once(async (): Promise<Retaining> => ({
  ...ledger(),
  keyed: keyedOf(await secret()()),
  marks: openMarks(tableNamed(need(environment.records))),
  periods: retention,
}));
