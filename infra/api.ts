import { CfnOutput, Duration } from "aws-cdk-lib";
import { CfnStage, HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { environment } from "../packages/aws/src/names.ts";
import type { Access } from "./access.ts";
import { alarm } from "./part/alarm.ts";
import { functionOf } from "./part/function.ts";
import type { Stage } from "./stage.ts";

/** Ids, codes and sizes; no path, because a path holds handles and numbers of cases. */
const LINE = {
  request: "$context.requestId",
  at: "$context.requestTimeEpoch",
  method: "$context.httpMethod",
  status: "$context.status",
  bytes: "$context.responseLength",
  milliseconds: "$context.responseLatency",
  fault: "$context.integrationErrorMessage",
};

export interface Door {
  readonly api: HttpApi;
  readonly answering: Lambda;
}

/** The HTTP API and the function behind every path of it that nothing else is behind. */
export const httpApi = (
  scope: Construct,
  stage: Stage,
  to: Access,
  { issuers, proxies }: { readonly issuers: string; readonly proxies: string },
): Door => {
  const answering = functionOf(scope, stage, { name: "api", seconds: 28, megabytes: 1024 });
  to.events(answering, ["GetItem", "PutItem", "Query"]);
  to.views(answering, ["GetItem", "PutItem", "Query"]);
  to.keys(answering, "seals");
  to.signing(answering);
  to.documents(answering, ["GetObjectVersion", "PutObject"]);
  to.roots(answering, ["GetObjectVersion"]);
  to.rootKey(answering, ["GetPublicKey"]);
  to.secrets(answering, ["root", "endpoints", "reports"]);
  // Counts of who has asked how often, and how far the retention runs have come.
  to.records(answering, ["GetItem", "PutItem"]);
  answering.addEnvironment(environment.issuers, issuers);
  answering.addEnvironment(environment.proxies, proxies);

  const api = new HttpApi(scope, "HttpApi", {
    description: "The one window for talent services",
    defaultIntegration: new HttpLambdaIntegration("Answering", answering),
  });
  const lines = new LogGroup(scope, "HttpApiLog", {
    retention: RetentionDays.SIX_MONTHS,
    removalPolicy: stage.removal,
  });
  const live = api.defaultStage?.node.defaultChild;
  if (!(live instanceof CfnStage)) throw new Error("an HTTP API has a default stage");
  live.accessLogSettings = { destinationArn: lines.logGroupArn, format: JSON.stringify(LINE) };
  // A province in its busiest minute makes 500 requests a second; an account allows 10,000.
  live.defaultRouteSettings = { throttlingRateLimit: 1_000, throttlingBurstLimit: 2_000 };
  alarm(scope, "ApiFails", {
    metric: api.metricServerError({ period: Duration.minutes(5), statistic: "Sum" }),
    heading: "ApiFails",
    whoIsHurt: "Whoever asks just now, and is told to come again.",
    threshold: 20,
  });
  new CfnOutput(scope, "ApiId", { value: api.apiId });
  return { api, answering };
};
