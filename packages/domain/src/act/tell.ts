import type { Application } from "../application/application.ts";
import { application } from "../application/decide.ts";
import { open, placeOf } from "../application/kept-answers.ts";
import { isMainland } from "../identifier/mobile.ts";
import type { NoticeId } from "../id.ts";
import type { Contact } from "../item/contact.ts";
import type { Item } from "../item/item.ts";
import type { ToldAbout } from "../notice/command.ts";
import { noticeDecider } from "../notice/decide.ts";
import type { Addressee, NoticeWay } from "../notice/event.ts";
import { noticeOf } from "../notice/notice-id.ts";
import type { Channel, Occasion } from "../notice/occasion.ts";
import { always, current, perform } from "../perform.ts";
import type { Notifier } from "../port/notifier.ts";
import type { Vault } from "../port/vault.ts";
import { Language } from "../text.ts";
import type { Linking } from "./open-case.ts";
import { pinned } from "./own.ts";
import { follows } from "./system.ts";

export interface Telling extends Linking {
  readonly vault: Vault;
  readonly notifier: Pick<Notifier, "connected">;
}

type Answers = Readonly<Record<string, unknown>>;

/** What was answered about how somebody is reached; nothing else is opened. */
const answersOf = (
  { vault }: Telling,
  from: Application,
  { mobile, email, language }: Contact,
): Promise<Answers | "erased"> => {
  const wanted = new Set<string | undefined>([mobile, email, language]);
  const kept = Object.entries(from.answers).filter(([id]) => wanted.has(id));
  return open(vault, placeOf(from.application), Object.fromEntries(kept));
};

/** A text message to the mainland first, because it is read first; gateways there reach no other country. */
const addressesOf = (
  answers: Answers,
  { mobile, email }: Contact,
): readonly (readonly [Channel, string])[] => {
  const number = mobile && answers[mobile];
  const address = email && answers[email];
  return [
    ...(typeof number === "string" && isMainland(number) ? ([["sms", number]] as const) : []),
    ...(typeof address === "string" ? ([["email", address]] as const) : []),
  ];
};

const seal = async (
  { vault, notifier }: Telling,
  { application: subject }: ToldAbout,
  notice: NoticeId,
  addresses: readonly (readonly [Channel, string])[],
): Promise<readonly NoticeWay[]> => {
  const connected: [Channel, string][] = [];
  for (const [channel, address] of addresses)
    if (await notifier.connected(channel)) connected.push([channel, address]);
  if (connected.length === 0) return [];
  const sealed = new Map(
    Object.entries(await vault.seal(placeOf(subject, notice), Object.fromEntries(connected))),
  );
  return connected.flatMap(([channel]) => {
    const address = sealed.get(channel);
    return address === undefined ? [] : [{ channel, address }];
  });
};

/** New dates are told each time; everything else of a case once. */
const OF_DATES: ReadonlySet<Occasion> = new Set(["kind-changed", "overdue"]);

/** Which telling of the same occasion this is. */
const timeOf = (occasion: Occasion, { changes, duty }: ToldAbout): number | undefined => {
  if (occasion === "delay-explained") return duty?.times;
  return OF_DATES.has(occasion) ? changes : 0;
};

/** Opens one notice, once: with the ways that there are, or with none, and then the window calls. */
const openNotice = async (
  deps: Telling,
  about: ToldAbout,
  from: Application,
  occasion: Occasion,
  contact: Contact,
): Promise<void> => {
  const answers = await answersOf(deps, from, contact);
  if (answers === "erased") return;
  const notice = noticeOf(about.case, occasion, contact.who, timeOf(occasion, about));
  const given = [contact.mobile, contact.email].some((field) => field && answers[field] !== undefined);
  const chosen = Language.safeParse(contact.language && answers[contact.language]).data;
  const command = {
    type: "open",
    notice,
    about,
    occasion,
    who: contact.who,
    ...(chosen === undefined ? {} : { language: chosen }),
    ways: await seal(deps, about, notice, addressesOf(answers, contact)),
    cause: given ? "no-channel" : "no-contact",
  } as const;
  await perform(deps, noticeDecider, notice, always(command), follows(deps.keyed, "open"));
};

/** Of several that were applied for together the result comes out when all are decided. */
const calledIn = ({ cases }: Application, occasion: Occasion): Occasion =>
  occasion === "granted" && cases.length > 1 ? "part-granted" : occasion;

/** Whoever applies is told; what follows a grant to an employer is told to the person too. */
const audience = (
  { applicant, sequel }: Item,
  from: Application,
  occasion: Occasion,
): readonly (readonly [Occasion, Addressee])[] => {
  const whoApplies = applicant === "employer" ? "employer" : "applicant";
  const next = occasion === "granted" && sequel !== undefined;
  return [[calledIn(from, occasion), whoApplies], ...(next ? ([["awaited", "applicant"]] as const) : [])];
};

/**
 * Tells what has happened in a case to whom it concerns, or to `whom` alone. Where the item asks for no contact nobody
 * is told; where the applicant's personal values are erased nobody is left to be told.
 */
export const tellOf = async (
  deps: Telling,
  about: ToldAbout,
  occasion: Occasion,
  whom?: Addressee,
): Promise<void> => {
  const { state: from } = await current(deps.store, application, about.application);
  if (from === undefined || from.erased) return;
  const item = await pinned(deps.catalogue, about);
  const pairs = whom === undefined ? audience(item, from, occasion) : [[occasion, whom] as const];
  for (const [what, who] of pairs) {
    const contact = item.contacts?.find((known) => known.who === who);
    if (contact !== undefined) await openNotice(deps, about, from, what, contact);
  }
};
