import type { Ready } from "./orders.ts";

/** What passed and what failed, and how fast windows came back. */
export interface Tally {
  say(line: string): void;
  /** One thing that was tried; `replay` is what the command is given to try it again. */
  count(what: string, faults: readonly string[], replay: string): void;
  /** A window that was started again after a kill. */
  started(ready: Ready): void;
  add(passed: number, failed: number): void;
  readonly passed: number;
  readonly failed: number;
  readonly starts: readonly Ready[];
}

export const openTally = (): Tally => {
  const starts: Ready[] = [];
  let passed = 0;
  let failed = 0;
  const say = (line: string): void => console.log(line);
  return {
    say,
    count(what, faults, replay) {
      if (faults.length === 0) {
        passed += 1;
        return;
      }
      failed += 1;
      say(`FAIL ${what}`);
      for (const fault of faults) say(`  ${fault}`);
      say(`  again: npm run test:crash -- ${replay}`);
    },
    started: (ready) => void starts.push(ready),
    add(more, worse) {
      passed += more;
      failed += worse;
    },
    get passed() {
      return passed;
    },
    get failed() {
      return failed;
    },
    starts,
  };
};
