import * as z from "zod";
import { Hash } from "../declared.ts";
import { beginningOf, FeedHour, hourOf } from "../feed.ts";
import type { Instant } from "../instant.ts";
import { HOUR, later, MINUTE } from "../instant.ts";
import { Leaf } from "./leaf.ts";

/**
 * What is signed for an hour of the feed: the head of the tree over its commits and over those that came later into the
 * hours since the root before. Each root names the one before by its hash, so none can be taken out or put in.
 */
export const Root = z.object({
  hour: FeedHour,
  /** Hour and hash of the root before; `null` and zeros in the first. */
  before: FeedHour.nullable(),
  previous: Hash,
  leaves: z.int().nonnegative(),
  tree: Hash,
});
export type Root = z.infer<typeof Root>;

/** Leaves of a root in sections of this many: a complete subtree each, so a proof reads one section and no more. */
export const SECTION = 1024;

/** One section of a root: where it begins, and the head of its subtree, under which its leaves are kept. */
export const Section = z.object({ first: Leaf.pick({ stream: true, seq: true }), head: Hash });
export type Section = z.infer<typeof Section>;

/** A root as it is kept: signed, with what is needed to find a leaf under it. */
export const SignedRoot = z.object({
  root: Root,
  /** The root as compact JWS (ES256). */
  signed: z.string(),
  sections: z.array(Section),
});
export type SignedRoot = z.infer<typeof SignedRoot>;

/**
 * How long after its end an hour is rooted. A commit takes its instant just before it is written; no function that
 * writes runs longer than 15 minutes, and five more are for clocks that differ and an index that is behind.
 */
const GRACE = 20 * MINUTE;

/** The sweep that makes roots runs every hour. */
const SWEPT_WITHIN = HOUR;

/** The newest hour that may be rooted at `now`. */
export const newestClosed = (now: Instant): FeedHour => hourOf(later(now, -Math.min(now, HOUR + GRACE)));

/** When a commit made at `at` is under a root at the latest: its hour and the grace, and one more for who came late. */
export const rootedBy = (at: Instant): Instant =>
  later(beginningOf(hourOf(at)), 2 * HOUR + GRACE + SWEPT_WITHIN);
