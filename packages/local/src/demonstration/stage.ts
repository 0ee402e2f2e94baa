import { readCase } from "@window/contract/operations/cases.ts";
import type { Upload } from "@window/contract/wire/application.ts";
import type { Day } from "@window/domain/day.ts";
import type * as z from "zod";
import type { ToldCase } from "./record.ts";
import type { SeenCase } from "./seen-case.ts";
import type { StoryId } from "./story-id.ts";
import type { Visitor } from "./visitor.ts";

/** The answer of a department that has a system of its own. */
export interface DepartmentAnswer {
  readonly department: string;
  readonly referral: string;
  readonly outcome: "agree" | "refuse";
  readonly reasons: readonly string[];
  /** The id of the message where it is not the first one. */
  readonly id?: string;
}

/** What the demonstration needs of the window it is played in; all of it is what people outside have, too. */
export interface Surroundings {
  readonly as: (person: string) => Visitor;
  /** Sends the bytes of a document with the form that came back. */
  readonly upload: (form: z.output<typeof Upload>, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Lets a simulated department answer by signed callback. */
  readonly answer: (answer: DepartmentAnswer) => Promise<void>;
  /** Resolves when the window has done whatever followed from what was done. */
  readonly settled: () => Promise<void>;
  /** Resolves with the next commit. */
  readonly changed: () => Promise<void>;
}

/** Where acts are played. */
export interface Stage extends Surroundings {
  readonly day: (count: number) => Day;
  readonly told: (story: StoryId) => ToldCase;
  readonly tell: (story: StoryId, told: ToldCase) => Promise<void>;
}

/** Longer than a webhook and its answer on a slow machine; then the demonstration is given up. */
const PATIENCE_MILLISECONDS = 20_000;

/** Throws when it does not come to that. */
const inTime = async (changed: Promise<void>, what: string): Promise<void> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const impatient = setTimeout(() => reject(new Error(`waited in vain: ${what}`)), PATIENCE_MILLISECONDS);
  await Promise.race([changed, promise]).finally(() => clearTimeout(impatient));
};

/** The case of a story as its owner reads it, once it looks like this. */
export const caseOnce = async (
  stage: Stage,
  story: StoryId,
  isRight: (seen: SeenCase) => boolean,
): Promise<SeenCase> => {
  for (;;) {
    const next = stage.changed();
    const { person, case: subject = "" } = stage.told(story);
    const seen = await stage.as(person).ask(readCase, { params: { case: subject } });
    if (isRight(seen)) return seen;
    await inTime(next, `${story} comes so far`);
  }
};
