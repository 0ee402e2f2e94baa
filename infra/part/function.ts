import { Duration, Stack } from "aws-cdk-lib";
import { Effect, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Stage } from "../stage.ts";
import { bundleOf } from "./bundle.ts";

export interface Made {
  /** The file in `functions/`, without `.ts`. */
  readonly name: string;
  readonly seconds: number;
  readonly megabytes?: number;
}

const idOf = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, _dash: string, letter: string) => letter.toUpperCase());

/** A function of `functions/`: Node 24 on arm64, its own role, which may write to its own log group and no more. */
export const functionOf = (scope: Construct, stage: Stage, made: Made): Lambda => {
  const { name, seconds, megabytes = 512 } = made;
  const id = idOf(name);
  const logGroup = new LogGroup(scope, `${id}Log`, {
    // 网络安全法 art. 21 (3): logs are kept for six months at least.
    retention: RetentionDays.SIX_MONTHS,
    removalPolicy: stage.removal,
  });
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  role.addToPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [logGroup.logGroupArn],
    }),
  );
  return new Lambda(scope, id, {
    description: `${Stack.of(scope).stackName}: ${name}`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: "index.handler",
    code: Code.fromAsset(bundleOf(name)),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    timeout: Duration.seconds(seconds),
    memorySize: megabytes,
    environment: { NODE_OPTIONS: "--enable-source-maps" },
  });
};
