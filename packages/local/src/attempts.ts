import { Attempt } from "@window/domain/delivery/delivery.ts";
import type { NoticeId, ReferralId } from "@window/domain/id.ts";
import { HOUR, type Instant } from "@window/domain/instant.ts";
import type { Attempts } from "@window/domain/port/attempts.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";

/** A sender answers within 15 seconds; one that holds an attempt longer than this has died. */
const CLAIM = 60_000;
const KEPT = 30 * 24 * HOUR;

const createTable = `
  CREATE TABLE IF NOT EXISTS attempt (
    referral TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (referral, number)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS attempt_at ON attempt (at)`;

const Contents = z.array(z.object({ content: z.string() }));

/** Held attempts are in memory alone: this process is the only sender, so who held them died with it. */
export const openAttempts = (
  { database, commits }: DataFolder,
  clocks: { readonly legal: LegalClock; readonly wire: WireClock },
): Attempts => {
  database.exec(createTable);
  const select = database.prepare("SELECT 1 FROM attempt WHERE referral = ? AND number = ?");
  const all = database.prepare("SELECT content FROM attempt WHERE referral = ? ORDER BY number");
  const upsert = database.prepare(`
    INSERT INTO attempt (referral, number, at, content) VALUES (?, ?, ?, ?)
    ON CONFLICT (referral, number) DO UPDATE SET at = excluded.at, content = excluded.content`);
  const forget = database.prepare("DELETE FROM attempt WHERE at < ?");
  const held = new Map<string, Instant>();
  const nameOf = (subject: ReferralId | NoticeId, number: number): string => `${subject} ${number}`;
  let tidied = 0;

  const tidy = (now: Instant): void => {
    if (now - tidied < HOUR) return;
    tidied = now;
    forget.run(now - KEPT);
  };

  return {
    async claim(subject, number) {
      if (select.get(subject, number) !== undefined) return "done";
      const name = nameOf(subject, number);
      const now = clocks.wire.now();
      if (now - (held.get(name) ?? -Infinity) < CLAIM) return "in-progress";
      held.set(name, now);
      return "claimed";
    },
    async release(subject, number) {
      held.delete(nameOf(subject, number));
    },
    async record(attempt) {
      const { referral, number, at } = attempt;
      await commits.transact(() => {
        upsert.run(referral, number, at, JSON.stringify(attempt));
        tidy(clocks.legal.now());
      });
      held.delete(nameOf(referral, number));
    },
    async list(referral) {
      return Contents.parse(all.all(referral)).map(({ content }) => Attempt.parse(JSON.parse(content)));
    },
  };
};
