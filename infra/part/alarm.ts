import { Duration } from "aws-cdk-lib";
import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { Alarm, ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

export interface Alarmed {
  readonly metric: IMetric;
  /** A heading of `infra/runbook.md`, word for word. */
  readonly heading: string;
  readonly whoIsHurt: string;
  /** 1 unless given. */
  readonly threshold?: number;
}

/** Rings as soon as anything at all is counted, or as much as is said. Says who is hurt and under which heading the runbook helps. */
export const alarm = (
  scope: Construct,
  id: string,
  { metric, heading, whoIsHurt, threshold = 1 }: Alarmed,
): Alarm =>
  new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `Who is hurt: ${whoIsHurt} Runbook: ${heading}`,
  });

export const alarmOnDead = (queue: Queue, id: string, whoIsHurt: string): void => {
  const metric = queue.metricApproximateNumberOfMessagesVisible({
    period: Duration.minutes(1),
    statistic: "Maximum",
  });
  alarm(queue, "Alarm", { metric, heading: id, whoIsHurt });
};
