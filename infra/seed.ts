import { CfnOutput, Duration } from "aws-cdk-lib";
import { Schedule } from "aws-cdk-lib/aws-events";
import type { Construct } from "constructs";
import type { Access } from "./access.ts";
import { functionOf } from "./part/function.ts";
import { deadLetters } from "./part/queue.ts";
import { onSchedule } from "./part/trigger.ts";
import type { Stage } from "./stage.ts";

/**
 * Imports what a deploy brought, whichever door deployed it: no tool has to call it, and a custom resource could hold up
 * a deploy. At most five minutes after the first deploy of a stage the window offers something.
 */
export const seeding = (scope: Construct, stage: Stage, to: Access): void => {
  const importing = functionOf(scope, stage, { name: "import-seed", seconds: 60 });
  to.events(importing, ["GetItem", "PutItem", "Query"]);
  to.views(importing, ["GetItem", "PutItem", "Query"]);
  const whoIsHurt = "Operators, who wait for what a deploy brought; after a first deploy everybody.";
  const dead = deadLetters(scope, "ImportDeadLetters", whoIsHurt);
  onSchedule(importing, Schedule.rate(Duration.minutes(5)), { longest: Duration.minutes(5), dead });
  new CfnOutput(scope, "ImportSeedName", { value: importing.functionName });
};
