import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { alarm } from "./part/alarm.ts";

interface Paced {
  readonly events: Table;
  readonly dispatch: Lambda;
  readonly roots: Lambda;
}

/** Three sweeps of the feed have come by then, and whoever waits for the stream still waits. */
const BEHIND = 15 * 60_000;
/** The SDK's own tries hide a few; as many within five minutes people notice. */
const TURNED_AWAY = 20;
/** Hours without a run: an edit of an older commit could be hidden for as long. */
const ROOTLESS = 3;

/** Alarms of what comes late or is turned away, though nothing has failed. */
export const paceAlarms = (scope: Construct, { events, dispatch, roots }: Paced): void => {
  const period = Duration.minutes(5);
  alarm(scope, "DispatchBehind", {
    metric: dispatch.metric("IteratorAge", { period, statistic: "Maximum" }),
    heading: "DispatchBehind",
    whoIsHurt: "Everybody whose case has moved and who sees it late.",
    threshold: BEHIND,
  });
  alarm(scope, "FunctionsThrottled", {
    // Of the whole account in this Region: its functions share one number of runs at once.
    metric: new Metric({ namespace: "AWS/Lambda", metricName: "Throttles", period, statistic: "Sum" }),
    heading: "FunctionsThrottled",
    whoIsHurt: "Whoever asks just now and is turned away, and everybody whose case waits behind them.",
    threshold: TURNED_AWAY,
  });
  alarm(scope, "LogThrottled", {
    metric: events.metric("WriteThrottleEvents", { period, statistic: "Sum" }),
    heading: "LogThrottled",
    whoIsHurt: "Applicants and departments whose word is taken late, or who are told to come again.",
    threshold: TURNED_AWAY,
  });
  alarm(scope, "RootsLate", {
    // Runs that fail are in its dead letters; here is told of those that never came.
    metric: roots.metricInvocations({ period: Duration.hours(1), statistic: "Sum" }),
    heading: "RootsLate",
    whoIsHurt: "Whoever relies on the log: what was changed in it since the last root cannot be told.",
    missedFor: ROOTLESS,
  });
};
