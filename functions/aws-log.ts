/** Lines of the log: codes and ids, never bodies, names or tokens. Lambda writes them as JSON with time and request. */
export const log = (line: Readonly<Record<string, string | number>>): void => {
  console.log(line);
};

/** A record that failed: its id, and the name of what was thrown. */
export const failed = (id: string, fault: unknown): void => {
  log({ event: "failed", id, fault: fault instanceof Error ? fault.name : "unknown" });
};
