import type { DatabaseSync } from "node:sqlite";

/**
 * Runs `work` inside a transaction and resolves with its result when that is durable. Whoever passes another one in may
 * put many works into one commit, as long as each still runs alone, in the order given, and one that throws leaves
 * nothing behind and takes no neighbour with it.
 */
export type Transact = <T>(work: () => T) => Promise<T>;

/** One transaction each. */
export const oneByOne =
  (database: DatabaseSync): Transact =>
  async (work) => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      database.exec("COMMIT");
      return result;
    } catch (fault) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw fault;
    }
  };
