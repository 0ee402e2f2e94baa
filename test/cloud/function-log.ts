import * as z from "zod";

const Groups = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) });
const Events = z.object({ events: z.array(z.object({ message: z.string() })) });

/** What went wrong is worth reading; who was invoked when is not. */
const isTold = (line: string): boolean => /error|failed|fault/i.test(line);

const ask = async (endpoint: string, action: string, body: unknown): Promise<unknown> => {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `Logs_20140328.${action}`,
      authorization: "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/logs/aws4_request",
    },
    body: JSON.stringify(body),
  });
  return response.json();
};

/** The lines that the deployed functions wrote about what went wrong, for a run that failed. */
export const functionLog = async (endpoint: string): Promise<readonly string[]> => {
  const { logGroups } = Groups.parse(await ask(endpoint, "DescribeLogGroups", {}));
  const lines: string[] = [];
  for (const { logGroupName } of logGroups) {
    const { events } = Events.parse(await ask(endpoint, "FilterLogEvents", { logGroupName, limit: 200 }));
    for (const { message } of events.filter((event) => isTold(event.message)))
      lines.push(`${logGroupName}: ${message.slice(0, 1000)}`);
  }
  return lines;
};
