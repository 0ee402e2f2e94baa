import type { Story } from "./story.ts";
import type { StoryId } from "./story-id.ts";
import { families } from "./stories/families.ts";
import { foreigners } from "./stories/foreigners.ts";
import { onTheSpot } from "./stories/on-the-spot.ts";
import { recognitions } from "./stories/recognition.ts";
import { rentSubsidies } from "./stories/rent.ts";
import { bundled } from "./stories/together.ts";

/** The most important ones last: lists show what came last first. */
export const stories: readonly Story[] = [
  ...foreigners,
  ...recognitions,
  ...families,
  ...bundled,
  ...onTheSpot,
  ...rentSubsidies,
];

/** Cases whose rounds cannot be opened at first, because something is planted there that is in their way. */
export const disturbed: readonly StoryId[] = ["stuck", "went-on"];
