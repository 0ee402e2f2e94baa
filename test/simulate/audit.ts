import { application } from "@window/domain/application/decide.ts";
import type { Application } from "@window/domain/application/application.ts";
import type { Case } from "@window/domain/case/case.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import type { Commit } from "@window/domain/commit.ts";
import type { Instant } from "@window/domain/instant.ts";
import { fold } from "@window/domain/perform.ts";
import { applicationLaw } from "./law/application.ts";
import { caseLaw } from "./law/case.ts";
import { clockLaw } from "./law/clock.ts";
import { deliveryLaw } from "./law/delivery.ts";
import { logLaw } from "./law/log.ts";
import { privacyLaw } from "./law/privacy.ts";
import { viewLaw } from "./law/views.ts";
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

const ledgersOf = ({ shelves: { store } }: World): Ledgers => {
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

/** Everything that has to be true of a history that has healed; each sentence names what is not. */
export const audit = async (world: World, begun: Instant): Promise<readonly string[]> => {
  const ledgers = ledgersOf(world);
  return [
    ...logLaw(world),
    ...applicationLaw(world, ledgers),
    ...caseLaw(world, ledgers),
    ...clockLaw(world, ledgers),
    ...deliveryLaw(world, ledgers),
    ...privacyLaw(world, ledgers),
    // Throws the views away, so it comes last.
    ...(await viewLaw(world, begun)),
  ];
};
