import type * as Wire from "@window/contract/wire/delay.ts";
import type { Case, Duty, Reached } from "@window/domain/case/case.ts";
import { DelayReason, delayReasons } from "@window/domain/case/delay.ts";
import { toIso } from "@window/domain/instant.ts";
import type { ViewRow } from "@window/domain/view.ts";
import type * as z from "zod";

const withText = (code: DelayReason) => ({ code, text: delayReasons[code] });

export const showReached = ({
  at,
  setFor,
  referral,
  told,
  ...card
}: Reached): z.input<typeof Wire.ReachedCard> => ({
  ...card,
  at: toIso(at),
  setFor: toIso(setFor),
  referral: referral ?? null,
  told: [...told],
});

const showDuty = ({ since, limit, by, open, explained }: Duty): z.input<typeof Wire.Delay> => ({
  since: toIso(since),
  limit,
  by,
  owed: open,
  explained:
    explained === undefined
      ? null
      : {
          at: toIso(explained.at),
          reason: withText(explained.reason),
          responsible: explained.responsible,
          expected: explained.expected.lastDay,
          provisional: explained.expected.provisional,
        },
});

/** Why a case is late; null for one that never was. */
export const showDelay = ({ duty }: Pick<Case, "duty">): z.input<typeof Wire.Delay> | null =>
  duty === undefined ? null : showDuty(duty);

/** The words of a row's reason, which no view keeps. */
export const reasonIn = ({ body }: Pick<ViewRow, "body">) => {
  const code = DelayReason.safeParse(body["reason"]).data;
  return { reason: code === undefined ? null : withText(code) };
};
