import type { Day } from "@window/domain/day.ts";
import type { StoryId } from "./story-id.ts";
import type { ToldCase } from "./record.ts";
import type { Stage } from "./stage.ts";

export type Given = Readonly<Record<string, string | number>>;

/** What answers may depend on: other stories, and the days of the demonstration. */
export interface Known {
  readonly day: (count: number) => Day;
  readonly told: (story: StoryId) => ToldCase;
}

/**
 * One thing that somebody does. `on` counts working days from the first one that is not before today: -1 is always in the
 * past; 0 is now, the moment the demonstration is begun at, and has no `time`.
 */
export interface Act {
  readonly on: number;
  /** In Asia/Shanghai, `09:30`. */
  readonly time: string;
  readonly does: (stage: Stage, story: Story) => Promise<void>;
}

/** A prepared case 示例: who applies for what, and everything that is done about it, also in days to come. */
export interface Story {
  readonly id: StoryId;
  readonly person: string;
  readonly item: string;
  /** What is applied for together with it, as a bundle; the case of each is a story by itself, which others do nothing in. */
  readonly together?: {
    readonly bundle: string;
    readonly also: readonly { readonly story: StoryId; readonly item: string }[];
  };
  readonly window: string;
  readonly answers: Given | ((known: Known) => Given);
  readonly acts: readonly Act[];
}
