import { calls } from "./calls.ts";
import { catalogue } from "./catalogue.ts";
import { clocks } from "./clocks.ts";
import { delays } from "./delays.ts";
import { desk } from "./desk.ts";
import { holds } from "./holds.ts";
import { people } from "./people.ts";
import { retention } from "./retention.ts";

/** What is asked by those who work at the windows, supervise, or run them. */
export const forStaff = {
  ...calls,
  ...catalogue,
  readDeskClock: clocks.readDeskClock,
  ...delays,
  ...desk,
  ...holds,
  ...people,
  ...retention,
};
