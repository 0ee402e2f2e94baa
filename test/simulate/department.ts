import { acknowledgeReferral, answerReferral, type AnswerInput } from "@window/domain/act/answer-referral.ts";
import { recordOpening } from "@window/domain/act/record-opening.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import { caseOf } from "@window/domain/case/referral-id.ts";
import { ActorId, ReferralId } from "@window/domain/id.ts";
import { HOUR } from "@window/domain/instant.ts";
import { ReasonCode } from "@window/domain/item/item.ts";
import { current } from "@window/domain/perform.ts";
import type { HandleContent } from "@window/domain/port/ids.ts";
import type { ReferralMessage } from "@window/domain/port/courier.ts";
import { ask } from "./ask.ts";
import { departments } from "./offer.ts";
import type { Life, World } from "./world.ts";

const DAY = 24 * HOUR;
const eligible = ReasonCode.parse("not-eligible");
const unheardOf = ReasonCode.parse("weather");

const drawn = (world: World): AnswerInput => {
  const { dice } = world;
  const opinion = dice.chance(0.5) ? "the opinion that must stay sealed" : "";
  if (dice.chance(0.75)) return { outcome: "agree", reasons: [], opinion };
  if (dice.chance(0.8)) return { outcome: "refuse", reasons: [eligible], opinion };
  // What the window does not take: a reason that the item does not know, or none.
  return { outcome: "refuse", reasons: dice.chance(0.5) ? [unheardOf] : [] };
};

/** A final answer under one message id; what was wrong with it is put right under another. */
const answer = async (
  world: World,
  handle: HandleContent,
  key: string,
  given: AnswerInput,
): Promise<void> => {
  const { kind } = await ask(world, { actor: handle.department, key }, (deps, request) =>
    answerReferral(deps, handle, given, request),
  );
  world.answers.push({ referral: handle.referral, key, kind });
  if (kind === "refused") await answer(world, handle, `${key}.mended`, { outcome: "agree", reasons: [] });
};

/** Opens the case to read it, and again if nothing came; what was shown has to be in the log for good. */
const openCase = (world: World, { case: subject, department }: HandleContent): void => {
  const actor = ActorId.parse(department);
  const read = async ({ deps }: Life) => {
    const { state } = await current(deps.store, caseDecider, subject);
    if (state === undefined) throw new Error("a department heard of a case that is not there");
    const opener = { post: "department", department } as const;
    const opening = {
      case: subject,
      owner: state.owner,
      opener,
      purpose: "answer",
      shown: "answers",
    } as const;
    await recordOpening(deps, actor, opening);
  };
  const again = (): void => world.after(HOUR / 4, once);
  const done = (): void => {
    world.opened.push({ case: subject, actor });
    if (world.dice.chance(world.faults.doubled)) again();
  };
  const once = (): void => world.start(`open ${subject}`, read, { done, failed: again });
  once();
};

/** How a department behaves that has heard a message: mostly as it should. */
export const respond = async (world: World, message: ReferralMessage): Promise<void> => {
  const { dice } = world;
  const handle = world.life.deps.ids.readHandle(message.handle);
  if (handle === undefined) throw new Error("a handle that nobody can read");
  const times = world.heard.filter(({ id }) => id === message.id).length;
  // A good system knows the message by its id; another one works on it again.
  if (times > 1 && dice.chance(0.5)) return;
  if (dice.chance(0.2))
    void ask(world, { actor: handle.department, key: `ack.${handle.referral}` }, (deps, request) =>
      acknowledgeReferral(deps, handle, request),
    );
  if (dice.chance(0.3)) openCase(world, handle);
  if (dice.chance(0.1)) return;
  await world.pause(dice.below(dice.pick([1000, HOUR, 2 * DAY, 40 * DAY])));
  const key = `answer.${handle.referral}.${times}`;
  await Promise.all([
    answer(world, handle, key, drawn(world)),
    ...(dice.chance(0.15) ? [answer(world, handle, `${key}.other`, drawn(world))] : []),
  ]);
};

/** The officer of a department without a system, or of one that could not be reached, works off the worklist. */
export const workOff = async (world: World): Promise<void> => {
  for (const { id: department } of departments) {
    const { rows } = await world.shelves.views.list(`worklist:${department}`, department, { limit: 20 });
    for (const { body } of rows) {
      if (department !== "dept_paper" && body["undelivered"] !== true && !world.healing) continue;
      const referral = ReferralId.parse(body["referral"]);
      const handle = { case: caseOf(referral), referral, department };
      void answer(world, handle, `desk.${referral}`, drawn(world));
    }
  }
};

/** Comes to the desk now and then. */
export const officer = async (world: World): Promise<never> => {
  for (;;) {
    await world.pause(DAY + world.dice.below(4 * DAY));
    await workOff(world);
  }
};
