import type { Language } from "@window/domain/text.ts";

export type Place = "start" | "progress" | "verify" | "reference";

const below = {
  start: "",
  progress: "/progress",
  verify: "/verify",
  reference: "/reference",
} as const satisfies Record<Place, string>;

/** Where a page is; its language stands in the address, so that a link says the same to everybody. */
export const address = (language: Language, place: Place): string => `/${language}${below[place]}`;

/** What somebody of the demonstration sees. */
export const doorAddress = (language: Language, door: string): string => `/${language}/see-as/${door}`;

/** Where the clock of the demonstration is moved on. */
export const nextDayAddress = (language: Language): string => `/${language}/next-working-day`;

/** The tag of BCP 47 that browsers choose voice and font by. */
export const tag = (language: Language): string => (language === "zh" ? "zh-Hans-CN" : "en");
