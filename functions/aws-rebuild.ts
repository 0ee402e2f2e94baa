/** What making lists anew needs: it reads the log, writes lists and arrears, and can neither write a fact nor tell anybody. */
import { openArrears } from "@window/aws/arrears.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openMarks } from "@window/aws/marks.ts";
import { environment } from "@window/aws/names.ts";
import { openViewRenewal } from "@window/aws/view-renewal.ts";
import { openViewRows } from "@window/aws/views.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { Rebuilding } from "@window/domain/dispatch/rebuild.ts";
import { later, MINUTE } from "@window/domain/instant.ts";
import type { Marks } from "@window/domain/port/marks.ts";
import { catalogue } from "./aws-catalogue.ts";
import { need, once } from "./aws-env.ts";
import { ledger, personKeys, secret } from "./aws-ledger.ts";
import { vault } from "./aws-sealed.ts";

/** No page is begun after a minute of a part: its operator hears of it, and the function's own end is far. */
export const timeOfAPart = (): (() => boolean) => {
  const until = later(wireClock.now(), MINUTE);
  return () => wireClock.now() >= until;
};

export const rebuildingDeps = once(async (): Promise<Rebuilding & { readonly marks: Pick<Marks, "get"> }> => {
  const records = tableNamed(need(environment.records));
  const table = tableNamed(need(environment.views));
  return {
    ...ledger(),
    catalogue: catalogue(),
    personKeys: personKeys(await secret()()),
    vault: vault(),
    views: { ...openViewRows(table), ...openViewRenewal(table) },
    arrears: openArrears(records),
    marks: openMarks(records),
  };
});
