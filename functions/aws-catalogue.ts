/** What the window offers, read from the log and its views; one for the process, loaded when it is first asked. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { environment } from "@window/aws/names.ts";
import { openViewList } from "@window/aws/view-list.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import { need, once } from "./aws-env.ts";
import { ledger } from "./aws-ledger.ts";

const open = once(async () => {
  const { openCatalogue } = await import("@window/node/catalogue.ts");
  return openCatalogue({ views: openViewList(tableNamed(need(environment.views))), ...ledger() });
});

export const catalogue = (): Catalogue => ({
  current: async () => (await open()).current(),
  item: async (id, version) => (await open()).item(id, version),
});
