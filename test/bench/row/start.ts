import { openDataFolder } from "@window/local/data-folder.ts";
import { closedLoop } from "../closed-loop.ts";
import { median } from "../quantile.ts";
import type { Row } from "../row.ts";
import { openStand } from "../stand.ts";

const CASES = 100_000;
const ROUNDS = 5;

/**
 * Real cases, then their rows again and again under other names and in hours of the last months, because making 100,000
 * takes an hour. What is copied is never read but as what it weighs.
 */
const multiply = (path: string, real: number): void => {
  const folder = openDataFolder(path);
  const { database } = folder;
  const copies = Math.ceil(CASES / real) - 1;
  const copy = (table: string, columns: string, values: string, from = ""): void => {
    database.exec(`
      INSERT INTO ${table} (${columns}) WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < ${copies})
      SELECT ${values} FROM (SELECT * FROM ${table}${from}), k`);
  };
  database.exec("BEGIN");
  // A bucket is an hour in eight shards: 100 days back.
  copy(
    "log",
    "stream, seq, bucket, hash, content",
    "stream || 'k' || n, seq, bucket - 16 - (n % 2400) * 8, hash, content",
  );
  copy(
    "view",
    "view, aggregate, seq, partition, sort, body",
    "view, aggregate || 'k' || n, seq, partition, sort, body",
  );
  copy("data_key", "subject, wrapped", "subject || 'k' || n, wrapped");
  copy("attempt", "referral, number, at, content", "referral || 'k' || n, number, at, content");
  copy("timer", "at, subject, plan", "at, subject || 'k' || n, plan");
  copy(
    "workflow_execution",
    "machine, name, definition, seq, state, data, status, call, retries, token, wake_at, failure, at",
    "machine, name || 'k' || n, definition, seq, state, data, status, call, retries, NULL, NULL, failure, at",
    " WHERE status = 'succeeded'",
  );
  database.exec("COMMIT");
  folder.close();
};

export const start: Row = {
  name: "start to ready with 100,000 cases",
  goal: "≤ 2 s, ≤ 200 MB",
  async measure() {
    const first = await openStand({ keep: true });
    const [made] = await closedLoop(first, { width: 32, seconds: 5, rounds: 1 });
    await first.close();
    multiply(first.data, made?.cases ?? 1);
    const seconds: number[] = [];
    const megabytes: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const stand = await openStand({ data: first.data, keep: round < ROUNDS - 1 });
      seconds.push(stand.startedIn / 1000);
      megabytes.push((await stand.usage()).residentBytes / 1e6);
      await stand.close();
    }
    const [ready, resident] = [median(seconds), median(megabytes)];
    return { met: ready <= 2 && resident <= 200, figures: { "ready s": ready, "resident MB": resident } };
  },
};
