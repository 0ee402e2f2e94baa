import { findPerson } from "@window/domain/act/find-person.ts";
import { application } from "@window/domain/application/decide.ts";
import { open, placeOf } from "@window/domain/application/kept-answers.ts";
import type { Case } from "@window/domain/case/case.ts";
import type { Commit } from "@window/domain/commit.ts";
import { HOUR } from "@window/domain/instant.ts";
import { lookUp } from "@window/domain/look-up/look-up.ts";
import { current, fold } from "@window/domain/perform.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { PASSPORT, PEOPLE } from "./applicant.ts";
import { ask } from "./ask.ts";
import type { World } from "./world.ts";

const DAY = 24 * HOUR;
const window = WindowId.parse("win_haikou");

const isLookedUp = (commits: readonly Commit[], { case: subject }: Case): boolean =>
  fold(lookUp, commits).state?.shown.includes(subject) ?? false;

/** What a clerk is shown is of the very person asked for, also where people share a key, and stands in the log. */
const check = async (world: World, number: string, found: Case): Promise<void> => {
  const { store, vault } = world.shelves;
  const streams = [...store.streams].filter(([stream]) => stream.startsWith("look_"));
  if (!streams.some(([, commits]) => isLookedUp(commits, found)))
    world.wrong.push(`${found.case} was found and nobody knows`);
  const { state } = await current(store, application, found.application);
  const opened = state && (await open(vault, placeOf(found.application), state.answers));
  // Erased since: then nobody can say any more.
  if (opened === undefined || opened === "erased") return;
  if (opened["passport"] !== number)
    world.wrong.push(`${found.case} was found by the number of somebody else`);
};

/** A clerk looks somebody up, most of whom have applied at one time or another. */
export const serve = async (world: World): Promise<void> => {
  const { dice } = world;
  await world.pause(dice.below(60 * DAY));
  const person = dice.below(PEOPLE);
  const number = `${PASSPORT}${person}`;
  const question = { kind: "passport", number, window, page: { limit: 1 + dice.below(3) } } as const;
  const found = await ask(world, { actor: "usr_clerk", key: `look.${person}` }, (deps, request) =>
    findPerson(deps, question, request),
  );
  if (found.kind !== "found") world.wrong.push(`a look-up was answered ${found.kind}`);
  else await Promise.all(found.cases.map((each) => check(world, number, each)));
};
