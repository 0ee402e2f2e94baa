import type { Application } from "../application/application.ts";
import type { KeptAnswers } from "../application/event.ts";
import type { Ruling } from "../case/ruling.ts";
import { dayOf } from "../day.ts";
import { CreditCode } from "../identifier/credit-code.ts";
import type { Offer } from "../edition/offer.ts";
import type { Instant } from "../instant.ts";
import type { FieldId } from "../item/field.ts";
import type { Item } from "../item/item.ts";
import { resolveKind } from "../item/resolve-kind.ts";
import type { Season } from "../item/season.ts";
import { Locality } from "../place/locality.ts";
import type { Window, WindowId } from "../place/window.ts";

export type RulingRefusal =
  /** No rule in force says who may decide such a case. */
  | { readonly code: "nobody-competent" }
  /** The item is applied for in seasons, and none is open in that place. */
  | { readonly code: "out-of-season"; readonly seasons: readonly Season[] };

type Open = Readonly<Partial<Record<FieldId, string>>>;

/** The answers that stand in the clear; only those may decide how a case goes. */
const inTheClear = (kept: KeptAnswers): Open => {
  const open: Partial<Record<FieldId, string>> = {};
  for (const [id, answer] of Object.entries(kept))
    if ("code" in answer) Object.assign(open, { [id]: answer.code });
  return open;
};

/** The place whose business it is (属地管理): the one that was answered, else that of the window. */
const placeOf = (item: Item, answers: Open, receiving: Window): Locality => {
  const answered = item.facts.place && answers[item.facts.place];
  return Locality.safeParse(answered).data ?? receiving.locality;
};

/** The window of a place; a place without one is looked after by the province. */
const windowOf = ({ windows }: Offer, place: Locality): WindowId | undefined =>
  (windows.find(({ locality }) => locality === place) ?? windows.find(({ level }) => level === "province"))
    ?.id;

const isOpen = ({ opens, closes }: Season, now: Instant): boolean => opens <= now && now < closes;

const openSeason = (item: Item, place: Locality, now: Instant): Season | undefined =>
  item.seasons?.find((season) => season.locality === place && isOpen(season, now));

/** An application is begun only while some place takes it; which one counts is known when it is submitted. */
export const outOfSeason = ({ seasons }: Item, now: Instant): RulingRefusal | undefined =>
  seasons === undefined || seasons.some((season) => isOpen(season, now))
    ? undefined
    : { code: "out-of-season", seasons };

type Facts = Pick<Ruling, "class" | "employer">;

const factsOf = ({ facts }: Item, answers: Open): Facts => {
  const level = facts.class && answers[facts.class];
  const employer = CreditCode.safeParse(facts.employer && answers[facts.employer]).data;
  return { ...(level ? { class: level } : {}), ...(employer ? { employer } : {}) };
};

/** Finds the kind and the competent window of what is submitted now, by the rules in force today. */
export const ruleOn = (
  offer: Offer,
  { window, answers: kept }: Pick<Application, "window" | "answers">,
  item: Item,
  now: Instant,
): Ruling | RulingRefusal => {
  const receiving = offer.window(window);
  if (receiving === undefined) return { code: "nobody-competent" };
  const answers = inTheClear(kept);
  const place = placeOf(item, answers, receiving);
  const season = openSeason(item, place, now);
  if (item.seasons !== undefined && season === undefined)
    return { code: "out-of-season", seasons: item.seasons };
  const powers = (offer.item(item.id) ?? item).powers;
  const resolved = resolveKind(item, powers, { answers, place, day: dayOf(now) });
  const competent = windowOf(offer, place);
  if (resolved === undefined || competent === undefined) return { code: "nobody-competent" };
  return {
    kind: resolved.way.kind,
    way: resolved.way.id,
    decides: resolved.way.decides,
    rule: resolved.rule.id,
    competent,
    ...factsOf(item, answers),
    ...(season === undefined ? {} : { season: season.id }),
  };
};
