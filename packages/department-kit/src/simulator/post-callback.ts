import { signCallback } from "../sign-callback.ts";
import type { CallbackHeaders } from "../sign-callback.ts";
import type { Posting, Reply } from "./journal.ts";
import type { Lie } from "./plan.ts";

/** The window answers at once or not at all. */
const DEADLINE_MILLISECONDS = 15_000;
/** Between attempts while the window cannot be reached: doubled each time, never more than this. */
const PAUSE = { firstMilliseconds: 200, longestMilliseconds: 10_000 };
/** One second past what a receiver tolerates. */
const TOO_OLD_SECONDS = 301;

export type Sender = {
  readonly receivingSecret: string;
  readonly endpointSecrets: readonly string[];
  readonly nowSeconds: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
};

/**
 * Posts a callback, signed anew each time over the same bytes, until the window has said something final: anything but
 * 429 and 5xx. Rejects when the department is closed meanwhile. A lie is told once.
 */
export const postCallback = async (sender: Sender, posting: Posting, lie?: Lie): Promise<Reply> => {
  for (let pause = PAUSE.firstMilliseconds; ; pause = Math.min(pause * 2, PAUSE.longestMilliseconds)) {
    sender.signal.throwIfAborted();
    const reply = await attempt(sender, posting, lie).catch(() => undefined);
    if (reply && (lie !== undefined || isFinal(reply.status))) return reply;
    await sender.wait(pause, sender.signal);
  }
};

const isFinal = (status: number): boolean => status < 500 && status !== 429;

const attempt = async (sender: Sender, posting: Posting, lie?: Lie): Promise<Reply> => {
  const headers = await signed(sender, posting, lie);
  const response = await fetch(posting.url, {
    method: "POST",
    headers,
    body: lie === "changed-body" ? `${posting.body} ` : posting.body,
    redirect: "manual",
    signal: AbortSignal.any([sender.signal, AbortSignal.timeout(DEADLINE_MILLISECONDS)]),
  });
  return { id: posting.id, status: response.status, body: parsed(await response.text()) };
};

const signed = (sender: Sender, { id, body }: Posting, lie?: Lie): Promise<CallbackHeaders> =>
  signCallback({
    secret: secretFor(sender, lie),
    id,
    body,
    nowSeconds: sender.nowSeconds() - (lie === "old-timestamp" ? TOO_OLD_SECONDS : 0),
  });

const secretFor = (sender: Sender, lie?: Lie): string => {
  if (lie === "other-key") return `whsec_${btoa("a key that nobody was given")}`;
  return lie === "window-key" ? (sender.endpointSecrets[0] ?? "") : sender.receivingSecret;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
