import { application } from "@window/domain/application/decide.ts";
import type { Application } from "@window/domain/application/application.ts";
import type { Case } from "@window/domain/case/case.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import type { Commit } from "@window/domain/commit.ts";
import { fold } from "@window/domain/perform.ts";
import type { World } from "./world.ts";

/** An aggregate with the log it was folded from. */
export interface Folded<State> {
  readonly state: State;
  readonly commits: readonly Commit[];
}

/** All that a history has left behind. */
export interface Ledgers {
  readonly applications: readonly Folded<Application>[];
  readonly cases: readonly Folded<Case>[];
}

export const ledgersOf = ({ shelves: { store } }: World): Ledgers => {
  const applications: Folded<Application>[] = [];
  const cases: Folded<Case>[] = [];
  for (const [stream, commits] of store.streams) {
    const own = stream.startsWith("app_") ? fold(application, commits).state : undefined;
    if (own !== undefined) applications.push({ state: own, commits });
    const opened = stream.startsWith("case_") ? fold(caseDecider, commits).state : undefined;
    if (opened !== undefined) cases.push({ state: opened, commits });
  }
  return { applications, cases };
};
