import type { Calendar } from "@window/domain/calendar/calendar.ts";
import { addDays, dayOf, startOf } from "@window/domain/day.ts";
import type { Instant } from "@window/domain/instant.ts";
import { prologue } from "./prologue.ts";
import type { DemonstrationRecord, Progress } from "./record.ts";
import type { Stage, Surroundings } from "./stage.ts";
import { stories } from "./stories.ts";
import type { Act, Story } from "./story.ts";
import { OPENING, timeOn, workingDayFrom } from "./working-days.ts";

export interface Playing extends Surroundings {
  readonly calendar: Calendar;
  readonly record: DemonstrationRecord;
  /** By the legal clock. */
  readonly now: () => Instant;
  /** Moves the legal clock, and lets happen what has become due. A move back is no move. */
  readonly moveTo: (at: Instant) => Promise<void>;
}

interface Scene {
  readonly at: Instant;
  readonly story: Story;
  readonly act: Act;
}

const progressOf = ({ record }: Pick<Playing, "record">): Progress => {
  const progress = record.read();
  if (progress === undefined) throw new Error("there is no demonstration to play");
  return progress;
};

const instantOf = ({ calendar }: Pick<Playing, "calendar">, began: Instant, { on, time }: Act): Instant =>
  time === "now" ? began : timeOn(workingDayFrom(calendar, dayOf(began), on), time);

/** Everything that is to happen, in its order. */
const scenes = (playing: Playing): readonly Scene[] => {
  const { began } = progressOf(playing);
  return stories
    .flatMap((story) => story.acts.map((act) => ({ at: instantOf(playing, began, act), story, act })))
    .sort((one, other) => one.at - other.at);
};

/** The morning before the first of it: where the clock of a new demonstration begins. */
export const beginningOf = (calendar: Calendar, began: Instant): Instant =>
  timeOn(workingDayFrom(calendar, dayOf(began), -26), OPENING);

/** Every midnight and every opening on the way, so that what becomes due happens at its own instant. */
const stopsBetween = (from: Instant, to: Instant): readonly Instant[] => {
  const stops: Instant[] = [];
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1))
    stops.push(startOf(day), timeOn(day, OPENING));
  return stops.filter((stop) => stop > from && stop < to);
};

const travel = async (playing: Playing, to: Instant): Promise<void> => {
  for (const stop of stopsBetween(playing.now(), to)) await playing.moveTo(stop);
  await playing.moveTo(to);
};

const stageOf = (playing: Playing): Stage => ({
  ...playing,
  day: (count) => workingDayFrom(playing.calendar, dayOf(progressOf(playing).began), count),
  told(story) {
    const told = progressOf(playing).cases[story];
    if (told === undefined) throw new Error(`${story} has not begun`);
    return told;
  },
  async tell(story, told) {
    const { cases } = progressOf(playing);
    await playing.record.write({ cases: { ...cases, [story]: { ...cases[story], ...told } } });
  },
});

/**
 * Plays everything that happens until then and was not played, at its own instant. Whoever was cut off in the middle
 * plays the last act again: every request has its key. `failed` is told of an act that did not go, and the others go on;
 * without it the first one that fails ends the play.
 */
export const play = async (
  playing: Playing,
  until: Instant,
  failed?: (story: string, fault: unknown) => void,
): Promise<void> => {
  const { at: before, began, state } = progressOf(playing);
  const stage = stageOf(playing);
  if (state === "making") await prologue(playing.as("zhou-ming"), dayOf(began));
  for (const { at, story, act } of scenes(playing)) {
    if (at < before || at > until || (state === "made" && at === before)) continue;
    await travel(playing, at);
    try {
      await act.does(stage, story);
    } catch (fault) {
      if (failed === undefined) throw fault;
      failed(story.id, fault);
    }
    await playing.record.write({ at });
  }
  await travel(playing, until);
};
