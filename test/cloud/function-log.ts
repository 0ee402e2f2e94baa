import * as z from "zod";
import { askEmulator } from "./ask-emulator.ts";

const Groups = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) });
const Events = z.object({
  events: z.array(z.object({ message: z.string() })),
  nextToken: z.string().optional(),
});

/** Every line that was written to a log of the stage, with the name of the log. */
export async function* everyLogLine(endpoint: string): AsyncGenerator<{ log: string; line: string }> {
  const { logGroups } = Groups.parse(await askEmulator(endpoint, ["Logs_20140328", "DescribeLogGroups"], {}));
  for (const { logGroupName } of logGroups) {
    let nextToken: string | undefined;
    do {
      const asked = { logGroupName, ...(nextToken === undefined ? {} : { nextToken }) };
      const page = Events.parse(await askEmulator(endpoint, ["Logs_20140328", "FilterLogEvents"], asked));
      for (const { message } of page.events) yield { log: logGroupName, line: message };
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
  }
}

/** What went wrong is worth reading; who was invoked when is not. */
const isTold = (line: string): boolean => /error|failed|fault/i.test(line);

/** The lines that the deployed functions wrote about what went wrong, for a run that failed. */
export const functionLog = async (endpoint: string): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const { log, line } of everyLogLine(endpoint))
    if (isTold(line)) lines.push(`${log}: ${line.slice(0, 1000)}`);
  return lines;
};
