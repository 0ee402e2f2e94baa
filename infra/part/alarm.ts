import { CfnCondition, CfnParameter, Duration, Fn, Stack } from "aws-cdk-lib";
import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { Alarm, CfnAlarm, ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

export interface Alarmed {
  readonly metric: IMetric;
  /** A heading of `infra/runbook.md`, word for word. */
  readonly heading: string;
  readonly whoIsHurt: string;
  /** 1 unless given. */
  readonly threshold?: number;
  /** Rings when in so many periods on end less than that was counted, or nothing; otherwise when as much was in one. */
  readonly missedFor?: number;
}

const TOPIC = "AlarmTopic";
const NOBODY = "none";
const IS_TOLD = "SomebodyIsTold";

/** Whom a stack's alarms tell: one topic, which the operators of the account have and name at the deploy. */
const tellTopic = (rung: Alarm): void => {
  const stack = Stack.of(rung);
  if (stack.node.tryFindChild(TOPIC) === undefined) {
    const { valueAsString } = new CfnParameter(stack, TOPIC, {
      description:
        'ARN of the SNS topic that every alarm is told to; "none": alarms stand in the console alone',
      default: NOBODY,
    });
    new CfnCondition(stack, IS_TOLD, {
      expression: Fn.conditionNot(Fn.conditionEquals(valueAsString, NOBODY)),
    });
  }
  const alarmed = rung.node.defaultChild;
  if (!(alarmed instanceof CfnAlarm)) throw new Error("an alarm is one");
  const told = { "Fn::If": [IS_TOLD, [{ Ref: TOPIC }], { Ref: "AWS::NoValue" }] };
  alarmed.addPropertyOverride("AlarmActions", told);
};

/** Rings as soon as anything at all is counted, or as much as is said; or when nothing was that should have been. Says who is hurt and under which heading the runbook helps. */
export const alarm = (
  scope: Construct,
  id: string,
  { metric, heading, whoIsHurt, threshold = 1, missedFor }: Alarmed,
): void => {
  const rung = new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods: missedFor ?? 1,
    comparisonOperator:
      missedFor === undefined
        ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: missedFor === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
    alarmDescription: `Who is hurt: ${whoIsHurt} Runbook: ${heading}`,
  });
  tellTopic(rung);
};

export const alarmOnDead = (queue: Queue, id: string, whoIsHurt: string): void => {
  const metric = queue.metricApproximateNumberOfMessagesVisible({
    period: Duration.minutes(1),
    statistic: "Maximum",
  });
  alarm(queue, "Alarm", { metric, heading: id, whoIsHurt });
};
