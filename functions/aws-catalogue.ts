/** What the window offers, read from the log and its views; one for the process. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { environment } from "@window/aws/names.ts";
import { openViewList } from "@window/aws/view-list.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import { openCatalogue } from "@window/node/catalogue.ts";
import { need } from "./aws-env.ts";
import { ledger } from "./aws-ledger.ts";

let opened: Catalogue | undefined;

export const catalogue = (): Catalogue => {
  opened ??= openCatalogue({ views: openViewList(tableNamed(need(environment.views))), ...ledger() });
  return opened;
};
