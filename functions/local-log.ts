/** What the local window logs: codes and ids on standard error, one JSON object a line. */
import type { LogLine } from "@window/http/api-deps.ts";

export const log = (line: LogLine): void => {
  console.error(JSON.stringify(line));
};

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "Error");
