/** What the window does by itself on one machine: machines, queues, change stream, sweeps. */
import { retention } from "@window/catalogue/retention.ts";
import { deliver, type Delivering } from "@window/domain/act/deliver.ts";
import { sendNotice, type SendingNotices } from "@window/domain/act/send-notice.ts";
import { verifyCase, type Verifying } from "@window/domain/act/verify-case.ts";
import { inspectUpload, type Inspecting } from "@window/domain/act/inspect-upload.ts";
import { openRound, reportStuck } from "@window/domain/act/open-round.ts";
import { reach } from "@window/domain/act/reach.ts";
import { dispatch } from "@window/domain/dispatch/dispatch.ts";
import type { Retaining } from "@window/domain/dispatch/run-retention.ts";
import type { Rooting } from "@window/domain/dispatch/sign-roots.ts";
import type { Sweeping } from "@window/domain/dispatch/sweep-feed.ts";
import { CaseId } from "@window/domain/id.ts";
import { fromIso } from "@window/domain/instant.ts";
import { Timer } from "@window/domain/timer.ts";
import type { DataFolder } from "@window/local/data-folder.ts";
import { openDeliveries } from "@window/local/deliveries.ts";
import { openDispatcher } from "@window/local/dispatcher.ts";
import { openObjects } from "@window/local/objects.ts";
import { openWorkflow } from "@window/local/workflow.ts";
import * as z from "zod";
import { log, nameOf } from "./local-log.ts";
import type { LocalPorts } from "./local-ports.ts";
import { openSweeps } from "./local-sweeps.ts";

const Called = z.object({ case: CaseId, token: z.string() });
const Reached = z.object({
  subject: Timer.shape.subject,
  plan: Timer.shape.plan,
  at: z.string().transform(fromIso),
});

type Deps = Delivering & Sweeping & Inspecting & Verifying & Rooting & SendingNotices & Retaining;

const openMachines = (folder: DataFolder, { clock }: LocalPorts, deps: () => Deps) =>
  openWorkflow({
    database: folder.database,
    transact: folder.commits.transact,
    clock,
    report: ({ what, execution, error }) => {
      log({
        event: what,
        machine: execution?.machine ?? "",
        name: execution?.name ?? "",
        fault: nameOf(error),
      });
    },
    handlers: {
      "open-round": (payload) => {
        const { case: subject, token } = Called.parse(payload);
        return openRound(deps(), subject, token);
      },
      "mark-stuck": (payload) => {
        const { case: subject, token } = Called.parse(payload);
        return reportStuck(deps(), subject, token, "opening-failed");
      },
      reach: (payload) => reach(deps(), Reached.parse(payload)),
    },
  });

/** The queues hand over to use cases that need the queues; `deps` is read when the first message comes. */
const openQueues = (folder: DataFolder, { clock, wireClock, origin }: LocalPorts, deps: () => Deps) => {
  const report = ({ queue, failures, error }: { queue: string; failures: number; error: unknown }) =>
    log({ event: "not-handed-over", queue, failures, fault: nameOf(error) });
  return {
    deliveries: openDeliveries(folder, {
      clock,
      report,
      deliver: (delivery) => deliver(deps(), delivery),
      inquire: (inquiry) => verifyCase(deps(), inquiry),
      tell: (errand) => sendNotice(deps(), errand),
    }),
    objects: openObjects(folder, {
      clocks: { legal: clock, wire: wireClock },
      url: `${origin}/uploads`,
      report,
      onUploaded: (key, version) => inspectUpload(deps(), key, version),
    }),
  };
};

/** Resolves when nothing is under way: no commit has come of anything since everything came to rest. */
const atRest = async (
  parts: readonly { readonly settled: () => Promise<void> }[],
  commits: () => number,
): Promise<void> => {
  for (let before = -1; before !== commits();) {
    before = commits();
    for (const part of parts) await part.settled();
  }
};

/** Opens everything that works; nothing works before `run`. */
export const openWork = (folder: DataFolder, ports: LocalPorts, inspect: Inspecting["inspect"]) => {
  const workflow = openMachines(folder, ports, () => deps);
  const { deliveries, objects } = openQueues(folder, ports, () => deps);
  const deps: Deps = {
    ...ports,
    workflow,
    deliveries,
    objects,
    inspect,
    periods: retention,
  };
  const sweeps = openSweeps({ ...deps, workflow });
  const dispatcher = openDispatcher({
    dispatch: (stream) => dispatch(deps, stream),
    report(stream, error) {
      log({ event: "not-dispatched", stream, fault: nameOf(error) });
      sweeps.soon();
    },
  });
  let commits = 0;
  ports.store.onAppended((stream, seq) => {
    commits += 1;
    dispatcher.tell(stream, seq);
  });

  const settled = () =>
    atRest([dispatcher, workflow, deliveries, objects.uploads, dispatcher], () => commits);

  return {
    objects,
    settled,
    /** Goes on where the process before ended: machines, queues, commits nobody was told of, instants passed. */
    async run(): Promise<void> {
      await workflow.run();
      deliveries.run();
      objects.uploads.run();
      await sweeps.run();
    },
    roots: sweeps.roots,
    /** After the legal clock was moved: fires what has become due, and what follows from it. */
    async tick({ roots } = { roots: true }): Promise<void> {
      await sweeps.instants();
      await workflow.tick();
      deliveries.tick();
      objects.uploads.tick();
      await settled();
      await sweeps.retention();
      await settled();
      if (roots) await sweeps.roots();
    },
    async stop(): Promise<void> {
      await sweeps.stop();
      await deliveries.stop();
      await objects.uploads.stop();
      await workflow.stop();
      await dispatcher.stop();
    },
  };
};
