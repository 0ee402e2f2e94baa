import { Duration } from "aws-cdk-lib";
import { Schedule } from "aws-cdk-lib/aws-events";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { environment } from "../packages/aws/src/names.ts";
import type { Access } from "./access.ts";
import type { DataStack } from "./data.ts";
import { paceAlarms } from "./pace.ts";
import { functionOf } from "./part/function.ts";
import { deadLetters } from "./part/queue.ts";
import { onChanges, onSchedule } from "./part/trigger.ts";
import type { Stage } from "./stage.ts";
import type { Queues } from "./workflow.ts";

/** All that the effects of a commit may touch. */
const effects = (to: Access, fn: Lambda, queues: Queues): void => {
  to.events(fn, ["GetItem", "PutItem", "Query"]);
  to.views(fn, ["GetItem", "PutItem", "Query"]);
  to.records(fn, ["GetItem", "PutItem", "DeleteItem", "Query"]);
  to.keys(fn, "seals");
  to.signing(fn);
  to.documents(fn, ["DeleteObjectVersion", "GetObjectVersion", "PutObject"]);
  to.documentVersions(fn);
  // Whether a register or a way to people is there; what the gateway and the mail server are told by is in there too.
  to.secrets(fn, ["root", "registers", "mail", "sms"]);
  to.sending(fn, queues.workflow, environment.workflow);
  to.sending(fn, queues.deliveries, environment.deliveries);
};

/** What the hourly sweep touches. */
export const sweeping = (to: Access, fn: Lambda, queues: Queues): void => {
  to.events(fn, ["GetItem", "PutItem", "Query"]);
  to.views(fn, ["Query"]);
  to.records(fn, ["GetItem", "PutItem", "DeleteItem", "Query"]);
  to.keys(fn, "opens");
  to.secrets(fn, ["root"]);
  to.sending(fn, queues.workflow, environment.workflow);
  to.sending(fn, queues.deliveries, environment.deliveries);
};

/** What the hourly root touches. */
export const rooting = (to: Access, fn: Lambda): void => {
  to.events(fn, ["GetItem", "Query"]);
  to.records(fn, ["GetItem", "PutItem"]);
  to.roots(fn, ["GetObjectVersion", "PutObject"]);
  to.rootKey(fn, ["Sign", "GetPublicKey"]);
};

/** What the retention run touches: it commits that something is over, and the dispatcher erases. */
export const retaining = (to: Access, fn: Lambda): void => {
  to.events(fn, ["GetItem", "PutItem", "Query"]);
  to.records(fn, ["GetItem", "PutItem"]);
  to.secrets(fn, ["root"]);
};

/** The log is the outbox: its stream brings commits at once, a sweep finds what the stream did not bring. */
export const dispatch = (
  scope: Construct,
  stage: Stage,
  to: Access,
  { data, queues }: { readonly data: DataStack; readonly queues: Queues },
): readonly Lambda[] => {
  const whoIsHurt =
    "Everybody whose case has moved and who does not see or feel it, until a sweep brings it.";
  const changes = functionOf(scope, stage, { name: "dispatch", seconds: 60 });
  effects(to, changes, queues);
  onChanges(changes, data.events, whoIsHurt);

  const dead = deadLetters(
    scope,
    "SweepDeadLetters",
    "Nobody yet: the next sweep does the work of this one.",
  );
  const feed = functionOf(scope, stage, { name: "sweep-feed", seconds: 290 });
  effects(to, feed, queues);
  to.views(feed, ["BatchGetItem"]);
  onSchedule(feed, Schedule.rate(Duration.minutes(5)), { longest: Duration.minutes(5), dead });

  const timers = functionOf(scope, stage, { name: "sweep-timers", seconds: 900 });
  sweeping(to, timers, queues);
  onSchedule(timers, Schedule.rate(Duration.hours(1)), { longest: Duration.hours(1), dead });
  // The hour before is rooted as soon as its grace of 20 minutes is over.
  const roots = functionOf(scope, stage, { name: "sign-roots", seconds: 900, megabytes: 2048 });
  rooting(to, roots);
  onSchedule(roots, Schedule.cron({ minute: "25" }), { longest: Duration.hours(1), dead });

  // 03:10 in Asia/Shanghai, when nobody waits for the tables.
  const retention = functionOf(scope, stage, { name: "run-retention", seconds: 900, megabytes: 1024 });
  retaining(to, retention);
  onSchedule(retention, Schedule.cron({ hour: "19", minute: "10" }), { longest: Duration.hours(6), dead });
  paceAlarms(scope, { events: data.events, dispatch: changes, roots });
  return [changes, feed];
};
