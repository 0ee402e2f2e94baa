/** The legal clock: the wall's, and in stage `test` as far before it as the records say. */
import { tableNamed } from "@window/aws/dynamo.ts";
import type { MovableClock } from "@window/aws/legal-clock.ts";
import { openMovableClock, wallClock } from "@window/aws/legal-clock.ts";
import { environment } from "@window/aws/names.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import { isSet, need } from "./aws-env.ts";

let movable: MovableClock | undefined;

export const clock = (): LegalClock => {
  if (!isSet(environment.movableClock)) return wallClock(wireClock);
  movable ??= openMovableClock(tableNamed(need(environment.records)), wireClock);
  return movable;
};

/** Every entry does this first: in stage `test` another function may have moved the clock. */
export const begin = async (): Promise<void> => {
  clock();
  await movable?.refresh();
};
