import { openWorkflow } from "@window/local/workflow.ts";
import type { FunctionName } from "@window/workflow/definition.ts";
import { standingClock } from "../kit/standing-clock.ts";
import { openTemporary } from "./local-harness.ts";
import { workflowSuite, type Call } from "./workflow.suite.ts";

workflowSuite("on this machine", async (act) => {
  const { folder, close } = openTemporary();
  const clock = standingClock();
  const calls: Call[] = [];
  const handler = (name: FunctionName) => async (payload: unknown) => {
    calls.push({ name, payload });
    await act({ name, payload });
  };
  const workflow = openWorkflow({
    database: folder.database,
    transact: folder.commits.transact,
    clock,
    report: () => undefined,
    handlers: {
      "open-round": handler("open-round"),
      "mark-stuck": handler("mark-stuck"),
      reach: handler("reach"),
    },
  });
  return {
    workflow,
    calls,
    now: () => clock.now(),
    async pass(milliseconds) {
      await workflow.settled();
      clock.forward(milliseconds);
      await workflow.tick();
      await workflow.settled();
    },
    async close() {
      await workflow.stop();
      await close();
    },
  };
});
