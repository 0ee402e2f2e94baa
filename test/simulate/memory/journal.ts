import type { Instant } from "@window/domain/instant.ts";
import type { Execution } from "@window/local/runner/execution.ts";
import type { Journal } from "@window/local/runner/journal.ts";
import type { Entry } from "@window/local/runner/row.ts";

/** The machines' journal without a database under it; the runner above is the embedded one. */
export const openMemoryJournal = (): Journal => {
  const executions: Execution[] = [];
  const journal: Entry[][] = [];
  const byName = new Map<string, number>();
  const byToken = new Map<string, number>();

  const at = (id: number | undefined) => {
    const execution = id === undefined ? undefined : executions[id];
    return id === undefined || execution === undefined ? undefined : { id, execution };
  };
  const put = (id: number, execution: Execution, entry: Omit<Entry, "entered">): void => {
    const before = executions[id]?.token ?? null;
    if (before !== null) byToken.delete(before);
    if (execution.token !== null) byToken.set(execution.token, id);
    executions[id] = execution;
    (journal[id] ??= []).push({ ...entry, entered: execution.entered });
  };
  const wakeOf = (execution: Execution | undefined): number => execution?.wakeAt ?? Number.POSITIVE_INFINITY;
  const idsOf = (wanted: (execution: Execution) => boolean): number[] =>
    [...executions.entries()].filter(([, execution]) => wanted(execution)).map(([id]) => id);

  return {
    find: (machine, name) => at(byName.get(`${machine} ${name}`)),
    byId: at,
    byToken: (hash) => at(byToken.get(hash)),
    begin(execution, event) {
      const id = executions.length;
      byName.set(`${execution.machine} ${execution.name}`, id);
      put(id, execution, event);
      return id;
    },
    record: put,
    due: (now, limit) =>
      idsOf((execution) => wakeOf(execution) <= now)
        .toSorted((one, other) => wakeOf(executions[one]) - wakeOf(executions[other]))
        .slice(0, limit),
    nextWake() {
      let first: Instant | undefined;
      for (const { wakeAt } of executions)
        if (wakeAt !== null && (first === undefined || wakeAt < first)) first = wakeAt;
      return first;
    },
    running: () => idsOf(({ status }) => status === "running"),
    entries: (id) => journal[id] ?? [],
  };
};
