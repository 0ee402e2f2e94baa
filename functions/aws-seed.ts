/** What an import needs. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { environment } from "@window/aws/names.ts";
import { openViewRows } from "@window/aws/views.ts";
import type { Seeding } from "@window/domain/act/import-seed.ts";
import { need, once } from "./aws-env.ts";
import { ledger } from "./aws-ledger.ts";

export const seedingDeps = once(async (): Promise<Seeding> => ({
  ...ledger(),
  views: openViewRows(tableNamed(need(environment.views))),
}));
