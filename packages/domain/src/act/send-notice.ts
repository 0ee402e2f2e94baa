import { placeOf } from "../application/kept-answers.ts";
import type { Errand } from "../notice/errand.ts";
import { noticeDecider } from "../notice/decide.ts";
import type { Notice } from "../notice/notice.ts";
import { wayInUse } from "../notice/notice.ts";
import { pageOf, wordsOf } from "../notice/words.ts";
import type { Ledger } from "../perform.ts";
import { always, current, perform } from "../perform.ts";
import type { Attempts } from "../port/attempts.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { KeyedDigest } from "../port/digest.ts";
import type { Message, Notifier } from "../port/notifier.ts";
import type { Vault } from "../port/vault.ts";
import { InProgress } from "./deliver.ts";
import { pinned } from "./own.ts";
import { follows } from "./system.ts";

export interface SendingNotices extends Ledger {
  readonly catalogue: Catalogue;
  readonly keyed: KeyedDigest;
  readonly vault: Vault;
  readonly attempts: Pick<Attempts, "claim" | "release">;
  readonly notifier: Notifier;
  /** Where this window is reached, without a slash at the end. */
  readonly origin: string;
}

type Saying = Pick<SendingNotices, "catalogue" | "origin">;

/** What is said, in both languages; people read it out who call. */
export const wordsFor = async ({ catalogue, origin }: Saying, now: Notice) => {
  const { sequel } = await pinned(catalogue, now);
  const windows = (await catalogue.current()).windows;
  const name = windows.find(({ id }) => id === now.window)?.name ?? { zh: now.window, en: now.window };
  return wordsOf(now.occasion, {
    number: now.number,
    window: name,
    page: pageOf(origin),
    ...(sequel === undefined ? {} : { next: sequel.text }),
  });
};

const message = async (deps: SendingNotices, now: Notice): Promise<Message | undefined> => {
  const way = wayInUse(now);
  if (way === undefined) return undefined;
  const { channel, address } = way;
  const opened = await deps.vault.open(placeOf(now.application, now.notice), { [channel]: address });
  const to = opened === "erased" ? undefined : opened[channel];
  if (to === undefined) return undefined;
  const { notice, occasion, number, language } = now;
  const chosen = language === undefined ? {} : { language };
  return { notice, channel, to, occasion, number, ...chosen, ...(await wordsFor(deps, now)) };
};

const send = async (deps: SendingNotices, errand: Errand): Promise<"told" | "not-needed"> => {
  const { notice, channel, attempt } = errand;
  const { state } = await current(deps.store, noticeDecider, notice);
  const awaited = state?.phase === "queued" && !state.erased && state.attempts + 1 === attempt;
  if (!awaited || wayInUse(state)?.channel !== channel) return "not-needed";
  const composed = await message(deps, state);
  if (composed === undefined) return "not-needed";
  const told = await deps.notifier.tell(composed);
  const command = { type: "record", channel, attempt, told } as const;
  const request = follows(deps.keyed, `attempt.${String(attempt)}`);
  await perform(deps, noticeDecider, notice, always(command), request);
  return "told";
};

/**
 * Makes one attempt and commits what came of it. It is claimed first and looked at under the claim, so that two
 * who are handed the same errand do not both tell it; who dies between telling and committing is followed by one who
 * tells it again, under the same id.
 */
export const sendNotice = async (deps: SendingNotices, errand: Errand): Promise<"told" | "not-needed"> => {
  const { notice, attempt } = errand;
  const claim = await deps.attempts.claim(notice, attempt);
  if (claim === "in-progress") throw new InProgress(`attempt ${String(attempt)} of ${notice}`);
  // Attempts of a notice are released and never recorded, so that none is done here.
  if (claim === "done") return "not-needed";
  try {
    return await send(deps, errand);
  } finally {
    // Also of what failed: held, it would be refused to whoever is handed the errand again within a minute.
    await deps.attempts.release(claim);
  }
};
