import { Attempt } from "@window/domain/delivery/delivery.ts";
import { HOUR, type Instant } from "@window/domain/instant.ts";
import type { Attempts, Claim } from "@window/domain/port/attempts.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";

/** A sender answers within 30 seconds; one that holds an attempt longer than this has died. */
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
  const held = new Map<string, { readonly token: string; readonly since: Instant }>();
  const nameOf = ({ subject, number }: Pick<Claim, "subject" | "number">): string => `${subject} ${number}`;
  const isHeldBy = (claim: Claim): boolean => held.get(nameOf(claim))?.token === claim.token;
  let tidied = 0;

  const tidy = (now: Instant): void => {
    if (now - tidied < HOUR) return;
    tidied = now;
    forget.run(now - KEPT);
  };

  return {
    async claim(subject, number) {
      if (select.get(subject, number) !== undefined) return "done";
      const claim = { subject, number, token: randomUUID() };
      const now = clocks.wire.now();
      if (now - (held.get(nameOf(claim))?.since ?? -Infinity) < CLAIM) return "in-progress";
      held.set(nameOf(claim), { token: claim.token, since: now });
      return claim;
    },
    async release(claim) {
      if (isHeldBy(claim)) held.delete(nameOf(claim));
    },
    async record(claim, made) {
      if (!isHeldBy(claim)) return;
      const { subject: referral, number } = claim;
      const attempt = { referral, number, ...made } satisfies Attempt;
      await commits.transact(() => {
        upsert.run(referral, number, attempt.at, JSON.stringify(attempt));
        tidy(clocks.legal.now());
      });
      held.delete(nameOf(claim));
    },
    async list(referral) {
      return Contents.parse(all.all(referral)).map(({ content }) => Attempt.parse(JSON.parse(content)));
    },
  };
};
