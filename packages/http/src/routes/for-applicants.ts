import { applications } from "./applications.ts";
import { cases } from "./cases.ts";
import { chains } from "./chains.ts";
import { clocks } from "./clocks.ts";
import { documents } from "./documents.ts";
import { items } from "./items.ts";
import { keys } from "./keys.ts";
import { notices } from "./notices.ts";
import { openings } from "./openings.ts";
import { results } from "./results.ts";
import { rules } from "./rules.ts";
import { window } from "./window.ts";
import { windows } from "./windows.ts";

/** What people who apply ask, and what anybody may. */
export const forApplicants = {
  ...applications,
  ...cases,
  ...chains,
  readClock: clocks.readClock,
  readClockByNumber: clocks.readClockByNumber,
  ...documents,
  ...items,
  ...keys,
  ...notices,
  ...openings,
  ...results,
  ...rules,
  ...window,
  ...windows,
};
