import { CfnOutput } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Access } from "./access.ts";
import { functionOf } from "./part/function.ts";
import type { Stage } from "./stage.ts";

/**
 * Makes lists anew from the log, a part a call. Nothing calls it but an operator, with rights of his own (`npm run
 * rebuild:stage`), and it may do nothing that anybody outside would notice.
 */
export const rebuilding = (scope: Construct, stage: Stage, to: Access): void => {
  const rebuild = functionOf(scope, stage, { name: "rebuild", seconds: 900, megabytes: 1024 });
  to.events(rebuild, ["GetItem", "Query"]);
  to.views(rebuild, ["GetItem", "PutItem", "DeleteItem", "Query", "Scan"]);
  // Where the log begins, and what the sweep has to see to.
  to.records(rebuild, ["GetItem", "PutItem"]);
  to.keys(rebuild, "opens");
  to.secrets(rebuild, ["root"]);
  new CfnOutput(scope, "RebuildName", { value: rebuild.functionName });
};
