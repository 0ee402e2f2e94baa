import { ApplicationId, CaseId, CaseNumber } from "@window/domain/id.ts";
import { Instant } from "@window/domain/instant.ts";
import * as z from "zod";
import { Move } from "./changes.ts";
import type { Settings } from "../settings.ts";

/** What came of a story: whose case it is and what it is called. */
export const ToldCase = z.object({
  person: z.string(),
  application: ApplicationId,
  /** Absent while it is a draft. */
  case: CaseId.optional(),
  number: CaseNumber.optional(),
});
export type ToldCase = z.infer<typeof ToldCase>;

/** How far the demonstration is, as it survives a restart. */
const Progress = z.object({
  /** The instant it was begun at: “today” of all its stories. */
  began: Instant,
  /** The instant of the last act that was played. */
  at: Instant,
  state: z.enum(["making", "made", "failed"]),
  cases: z.record(z.string(), ToldCase),
  move: Move.optional(),
});
export type Progress = z.infer<typeof Progress>;

export interface DemonstrationRecord {
  /** Undefined in a folder that has no demonstration. */
  read(): Progress | undefined;
  /** Resolves when it is on the disk. */
  write(change: Partial<Progress>): Promise<void>;
  /** Before anybody else writes. */
  begin(progress: Progress): void;
}

const NAME = "demonstration";

export const openRecord = (settings: Settings): DemonstrationRecord => {
  const kept = settings.get(NAME);
  let progress = kept === undefined ? undefined : Progress.parse(JSON.parse(kept));
  return {
    read: () => progress,
    begin(begun) {
      progress = begun;
      settings.putNow(NAME, JSON.stringify(begun));
    },
    async write(change) {
      if (progress === undefined) throw new Error("there is no demonstration to write about");
      progress = { ...progress, ...change };
      await settings.put(NAME, JSON.stringify(progress));
    },
  };
};
