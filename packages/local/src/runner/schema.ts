import type { DatabaseSync } from "node:sqlite";

/** The tables of the runner. They live in the window's own database, so that its steps share the store's commits. */
export const createTables = (database: DatabaseSync): void => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS workflow_definition (
      hash TEXT PRIMARY KEY, machine TEXT NOT NULL, definition TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS workflow_execution (
      id INTEGER PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
      seq INTEGER NOT NULL, state TEXT NOT NULL, data TEXT NOT NULL, status TEXT NOT NULL, call INTEGER NOT NULL,
      retries TEXT NOT NULL, token TEXT, wake_at INTEGER, failure TEXT, at INTEGER NOT NULL,
      UNIQUE (machine, name)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS workflow_wake ON workflow_execution (wake_at) WHERE wake_at IS NOT NULL;
    CREATE INDEX IF NOT EXISTS workflow_running ON workflow_execution (id) WHERE status = 'running';
    CREATE UNIQUE INDEX IF NOT EXISTS workflow_token ON workflow_execution (token) WHERE token IS NOT NULL;
    CREATE TABLE IF NOT EXISTS workflow_journal (
      execution INTEGER NOT NULL, seq INTEGER NOT NULL, entered TEXT NOT NULL, event TEXT NOT NULL,
      token TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (execution, seq)
    ) STRICT, WITHOUT ROWID;
  `);
};
