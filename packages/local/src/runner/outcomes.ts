import type { Happening } from "./execution.ts";
import type { Journal } from "./journal.ts";
import type { Steps } from "./steps.ts";

/** Writes down what came of calls, and remembers those whose outcome the database refused. */
export interface Outcomes {
  write(id: number, happening: Happening): Promise<boolean>;
  /** Calls the functions of these executions again; returns how many still wanted it. */
  resume(ids: readonly number[]): Promise<number>;
  /** Calls again what could not be written. */
  retry(): Promise<number>;
}

export const openOutcomes = (journal: Journal, steps: Steps): Outcomes => {
  const refused = new Set<number>();

  const write = async (id: number, happening: Happening): Promise<boolean> => {
    try {
      return await steps.step(() => journal.byId(id), happening);
    } catch (fault) {
      refused.add(id);
      throw fault;
    }
  };
  const resume = async (ids: readonly number[]): Promise<number> => {
    const moved = await Promise.all(ids.map((id) => write(id, { type: "resumed" })));
    return moved.filter(Boolean).length;
  };
  return {
    write,
    resume,
    retry() {
      const ids = [...refused];
      refused.clear();
      return resume(ids);
    },
  };
};
