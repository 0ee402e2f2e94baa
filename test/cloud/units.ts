import * as z from "zod";
import { askEmulator } from "./ask-emulator.ts";
import { everyLogLine } from "./function-log.ts";
import { METER_PATH, type Counts } from "./meter.ts";

const Counted = z.object({ calls: z.record(z.string(), z.number()), writeUnits: z.number() });
const Machines = z.object({ stateMachines: z.array(z.object({ stateMachineArn: z.string() })) });
const Executions = z.object({ executions: z.array(z.object({ executionArn: z.string() })) });
const History = z.object({ events: z.array(z.object({ type: z.string() })) });

/** What AWS bills, as often as it was used since the emulator started. */
export interface Units extends Counts {
  readonly invocations: number;
  readonly transitions: number;
}

/** They run by the clock, and not because somebody applies. */
const BY_THE_CLOCK = /sweep|roots|retention/i;

const invocations = async (endpoint: string): Promise<number> => {
  let count = 0;
  for await (const { log, line } of everyLogLine(endpoint))
    if (line.startsWith("START RequestId") && !BY_THE_CLOCK.test(log)) count += 1;
  return count;
};

/** Every state that an execution entered; AWS bills each. */
const transitions = async (endpoint: string): Promise<number> => {
  const ask = (action: string, body: object) => askEmulator(endpoint, ["AWSStepFunctions", action], body);
  let count = 0;
  for (const { stateMachineArn } of Machines.parse(await ask("ListStateMachines", {})).stateMachines) {
    const { executions } = Executions.parse(
      await ask("ListExecutions", { stateMachineArn, maxResults: 1000 }),
    );
    for (const { executionArn } of executions) {
      const { events } = History.parse(
        await ask("GetExecutionHistory", { executionArn, maxResults: 1000, includeExecutionData: false }),
      );
      count += events.filter(({ type }) => type.endsWith("StateEntered")).length;
    }
  }
  return count;
};

export const countedAt = async (meter: string): Promise<Counts> => {
  const response = await fetch(meter + METER_PATH);
  return Counted.parse(await response.json());
};

export const unitsAt = async (endpoint: string, meter: string): Promise<Units> => ({
  ...(await countedAt(meter)),
  invocations: await invocations(endpoint),
  transitions: await transitions(endpoint),
});
