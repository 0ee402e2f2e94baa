import type { Text } from "@window/domain/text.ts";
import { launchReport, proposed } from "./basis.ts";
import { always, onTheSpot } from "./ways.ts";

const NAME: Text = { zh: "窗口当场办理", en: "Decided by the window on the spot" };

/** Named as delegated in the report of the first day. */
export const delegatedByReport = {
  kinds: [
    always(
      "on-the-spot",
      {
        zh: "该事项已授权窗口办理，核验通过的当场办结。",
        en: "The window has been given this service: what can be verified is decided on the spot.",
      },
      launchReport(),
    ),
  ],
  powers: [],
  ways: [onTheSpot(NAME)],
};

/** Handled like them as this house proposes. */
export const delegatedByProposal = {
  ...delegatedByReport,
  kinds: [
    always(
      "on-the-spot",
      {
        zh: "该事项按授权事项由窗口当场办理（示例）。",
        en: "The window decides this service on the spot as a delegated one (example).",
      },
      proposed({ zh: "办理类型为本系统提议。", en: "The kind is this system's proposal." }),
    ),
  ],
};
