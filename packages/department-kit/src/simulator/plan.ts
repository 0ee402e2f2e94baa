import type { Answer } from "../events.ts";

/** How a callback can be wrong, each refused by the window: another's key, the window's own, five minutes old, changed. */
export type Lie = "other-key" | "window-key" | "old-timestamp" | "changed-body";

/** What the department does about one referral. Nothing but an acknowledgement unless it says more. */
export type Plan = {
  /** The webhook is answered with 500 this many times before it is taken. */
  readonly failTimes?: number;
  /** `false`: it never says that it has seen the referral. */
  readonly acknowledge?: boolean;
  /** Absent: it does not answer until it is told to (`department.answer`), or never. */
  readonly answer?: Answer;
  /** Between taking the webhook and answering; 0 unless given. */
  readonly afterMilliseconds?: number;
  /** After the answer, the same message once more, or a second final answer under an id of its own. */
  readonly repeat?: "same-id" | "other-id";
  /** The answer goes out with a wrong signature. */
  readonly lie?: Lie;
};

/** How an answer is sent when the department is told to. */
export type Manner = Pick<Plan, "lie"> & {
  /** The id of the message; one made from the referral's unless given. */
  readonly id?: string;
};
