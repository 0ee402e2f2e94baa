/** The hand that moves the legal clock of stage `test`. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { moveClock } from "@window/aws/move-clock.ts";
import { environment } from "@window/aws/names.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { Instant } from "@window/domain/instant.ts";
import { begin } from "./aws-clock.ts";
import { need } from "./aws-env.ts";

export const moved = async (to: Instant): Promise<void> => {
  await moveClock(tableNamed(need(environment.records)), wireClock, to);
  await begin();
};
