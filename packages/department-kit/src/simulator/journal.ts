import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import type { ReferralRequested } from "../events.ts";
import { readReferral } from "../read-referral.ts";

/** A callback, byte for byte as it is sent the first time and ever after. */
export type Posting = {
  readonly id: string;
  readonly referral: string;
  readonly url: string;
  readonly body: string;
};

/** What the window said to a callback: status and parsed body (`undefined` when it was no JSON). */
export type Reply = { readonly id: string; readonly status: number; readonly body: unknown };

/** A referral that was taken, with the message that asked it as proof: whoever holds the secret can verify it again. */
export type Received = {
  readonly event: ReferralRequested;
  readonly id: string;
  /** Seconds. */
  readonly timestamp: string;
  readonly signature: string;
  /** The raw body as text. */
  readonly body: string;
};

type Entry = { readonly received: Received } | { readonly posting: Posting } | { readonly reply: Reply };

export type Journal = {
  /** By webhook-id. */
  readonly received: Map<string, Received>;
  readonly postings: Map<string, Posting>;
  /** The first final reply to each callback. */
  readonly replies: Map<string, Reply>;
  write(entry: Entry): void;
  close(): void;
};

/**
 * What the department remembers, by webhook-id, so that a webhook is taken once and a callback keeps its bytes. With a
 * file it survives a kill: every entry is on the disk before anything is said to the window.
 */
export const openJournal = (file: string | undefined): Journal => {
  const journal = { received: new Map(), postings: new Map(), replies: new Map() } satisfies Partial<Journal>;
  const keep = (entry: Entry) => keepIn(journal, entry);
  if (file === undefined) return { ...journal, write: keep, close: () => undefined };

  appendFileSync(file, "");
  for (const entry of readFileSync(file, "utf8").split("\n").flatMap(entryOf)) keep(entry);
  const descriptor = openSync(file, "a");
  // A line cut short by a kill ends here and is read over.
  writeSync(descriptor, "\n");
  const write = (entry: Entry) => {
    writeSync(descriptor, `${JSON.stringify(lineOf(entry))}\n`);
    fsyncSync(descriptor);
    keep(entry);
  };
  return { ...journal, write, close: () => closeSync(descriptor) };
};

const keepIn = (journal: Pick<Journal, "received" | "postings" | "replies">, entry: Entry): void => {
  if ("received" in entry) journal.received.set(entry.received.id, entry.received);
  else if ("posting" in entry) journal.postings.set(entry.posting.id, entry.posting);
  else if (!journal.replies.has(entry.reply.id)) journal.replies.set(entry.reply.id, entry.reply);
};

/** The event of a message is read from its body again. */
const lineOf = (entry: Entry): unknown =>
  "received" in entry ? { received: { ...entry.received, event: undefined } } : entry;

const entryOf = (line: string): Entry[] => {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== "object" || entry === null) return [];
    if ("received" in entry && isMessage(entry.received)) {
      const event = readReferral(entry.received.body);
      return event ? [{ received: { ...entry.received, event } }] : [];
    }
    if ("posting" in entry && isPosting(entry.posting)) return [{ posting: entry.posting }];
    return "reply" in entry && isReply(entry.reply) ? [{ reply: entry.reply }] : [];
  } catch {
    return [];
  }
};

const isMessage = (value: unknown): value is Omit<Received, "event"> =>
  typeof value === "object" && value !== null && "body" in value && typeof value.body === "string";

const isPosting = (value: unknown): value is Posting =>
  typeof value === "object" && value !== null && "id" in value && "url" in value && "body" in value;

const isReply = (value: unknown): value is Reply =>
  typeof value === "object" && value !== null && "id" in value && "status" in value;
