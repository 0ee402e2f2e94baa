import type { Referral } from "@window/domain/case/case.ts";
import type { Ledgers } from "../ledgers.ts";
import { isSmooth } from "../faults.ts";
import type { World } from "../world.ts";

/** Ten attempts, and as many again for each time that the process died between a call and the note of it. */
const ATTEMPTS = 10;

/** Every department was told, or an officer has it on the worklist; nobody is told without need. */
const messages = (world: World, asked: Referral, running: boolean): readonly string[] => {
  const { referral, department, answer, undelivered } = asked;
  const told = world.heard.filter((message) => message.referral === referral).length;
  const most = isSmooth(world.drawn) ? 1 : ATTEMPTS * (1 + world.crashes);
  if (told > most) return [`${department} heard ${told} times of ${referral}`];
  const owed = running && answer === undefined && !undelivered && department !== "dept_paper";
  return owed && told === 0 ? [`${department} never heard of ${referral}`] : [];
};

/** Exactly one final answer counts, and none was dropped. The same message is answered the same however often it comes. */
const answers = (world: World, { referral, answer, secondAnswers }: Referral): readonly string[] => {
  const given = world.answers.filter((word) => word.referral === referral);
  const words = [...new Map(given.map(({ key, kind }) => [key, kind])).values()];
  const counted = words.filter((kind) => kind !== "already-answered" && kind !== "refused").length;
  const seconds = words.filter((kind) => kind === "already-answered").length;
  if (counted > 1) return [`${referral} took ${counted} final answers`];
  if (counted === 1 && answer === undefined) return [`${referral} lost its answer`];
  return seconds > secondAnswers ? [`${referral} lost a second answer`] : [];
};

export const deliveryLaw = (world: World, { cases }: Ledgers): readonly string[] =>
  cases.flatMap(({ state: { referrals, phase } }) =>
    referrals.flatMap((asked) => [...messages(world, asked, phase === "running"), ...answers(world, asked)]),
  );
