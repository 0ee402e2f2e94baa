import { Stack } from "aws-cdk-lib";
import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { environment } from "../packages/aws/src/names.ts";
import type { Access } from "./access.ts";
import { retaining, rooting, sweeping } from "./dispatch.ts";
import { functionOf } from "./part/function.ts";
import type { Stage } from "./stage.ts";
import type { Queues } from "./workflow.ts";

/**
 * The door by which a test moves the legal clock: `POST /test/clock`. With it every function reads the clock's offset,
 * departments may be on this machine, and names of buckets stand in paths. Throws for every stage but `test`.
 */
export const openTestDoor = (
  scope: Construct,
  stage: Stage,
  to: Access,
  { api, queues }: { readonly api: HttpApi; readonly queues: Queues },
): void => {
  if (!stage.isTest) throw new Error(`the test door must not be in stage ${stage.name}`);
  const door = functionOf(scope, stage, { name: "test-door", seconds: 300 });
  sweeping(to, door, queues);
  rooting(to, door);
  retaining(to, door);
  api.addRoutes({
    path: "/test/clock",
    methods: [HttpMethod.POST],
    integration: new HttpLambdaIntegration("TestDoor", door),
  });
  const functions = Stack.of(scope)
    .node.findAll()
    .filter((found) => found instanceof Lambda);
  for (const fn of functions) {
    to.records(fn, ["GetItem"]);
    fn.addEnvironment(environment.movableClock, "yes");
    fn.addEnvironment(environment.loopback, "yes");
    fn.addEnvironment(environment.pathStyle, "yes");
  }
};
