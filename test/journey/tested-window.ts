import type { Department } from "@window/department-kit/department.ts";
import type { ApplicationId } from "@window/domain/id.ts";
import type { Messengers } from "../kit/messengers.ts";
import type { Instant } from "@window/domain/instant.ts";

/** The demonstration people, and the departments as readers of their worklists. */
export type Person =
  | "li-jing"
  | "maria-santos"
  | "wang-fang"
  | "chen-wei"
  | "zhou-ming"
  | "talent-office"
  | "housing-office"
  | "education-office"
  | "exit-entry"
  | "human-resources"
  | "he-lian";

/** A department as the journey plays it: a server that acknowledges, and answers when it is told to. */
export interface PlayedDepartment {
  readonly desk: Department;
  /** What it signs callbacks with. */
  readonly receivingSecret: string;
}

/** A window under test, on one machine or in the cloud: the same journeys go through both. */
export interface TestedWindow {
  readonly origin: string;
  readonly talent: PlayedDepartment;
  readonly housing: PlayedDepartment;
  /** Its mail server and its text-message gateway. */
  readonly messengers: Messengers;
  tokenFor(person: Person): Promise<string>;
  /** How many versions of documents of an application lie in the store, whatever the window says of them. */
  stored(application: ApplicationId): Promise<number>;
  /** Moves the legal clock, never back; what became due happens soon. With `roots` the hours that have closed are rooted too, with `retention` what is over is erased. */
  moveClock(to: Instant, also?: "roots" | "retention"): Promise<void>;
  /** From now on no round can be opened, as when the shelf of their tokens is away, until it is mended. */
  breakRounds(): Promise<void>;
  mendRounds(): Promise<void>;
}
