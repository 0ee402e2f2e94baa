import type { Context, Decider, Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { EditionCommand, EditionRefusal } from "./command.ts";
import type { Editions } from "./edition.ts";
import { evolve } from "./edition.ts";
import { EditionEvent } from "./event.ts";
import { isScheduled, statusAt } from "./standing.ts";

type Answer = Decision<EditionEvent, EditionRefusal>;
type Command<Type> = Extract<EditionCommand, { type: Type }>;

/** An entry has a reform or two ahead of it, and readers carry what is ahead together with what stands. */
const MOST_SCHEDULED = 2;

/**
 * What is shipped is imported once. Into a stream without editions it is published; otherwise it becomes a draft, because
 * what stands there an operator has published or has let stand (docs/adr/0007-what-is-shipped-is-a-seed.md).
 */
const importSeed = (editions: Editions, { content, digest }: Command<"import">, { at }: Context): Answer => {
  if (editions.some((known) => known.digest === digest)) return { events: [] };
  const edition = editions.length + 1;
  const drafted = { type: "edition.drafted.v1", edition, content, digest, origin: "seed" } as const;
  return {
    events: edition === 1 ? [drafted, { type: "edition.published.v1", edition, from: at }] : [drafted],
  };
};

const draft = (editions: Editions, { content, digest }: Command<"draft">): Answer => {
  const edition = editions.length + 1;
  return { events: [{ type: "edition.drafted.v1", edition, content, digest, origin: "operator" }] };
};

const publish = (editions: Editions, { edition, from }: Command<"publish">, { at }: Context): Answer => {
  const known = editions.find((each) => each.edition === edition);
  if (known === undefined) return refuse({ code: "no-such-edition" });
  if (known.withdrawnAt !== undefined) return refuse({ code: "no-longer-stands" });
  if (known.published !== undefined) return refuse({ code: "already-published" });
  if (from !== undefined && from < at) return refuse({ code: "from-in-the-past" });
  const ahead = editions.filter((each) => isScheduled(each, at)).length;
  if (from !== undefined && from > at && ahead >= MOST_SCHEDULED)
    return refuse({ code: "too-many-scheduled" });
  return { events: [{ type: "edition.published.v1", edition, from: from ?? at }] };
};

const withdraw = (editions: Editions, { edition }: Command<"withdraw">, { at }: Context): Answer => {
  const known = editions.find((each) => each.edition === edition);
  if (known === undefined) return refuse({ code: "no-such-edition" });
  const status = statusAt(editions, known, at);
  if (status === "withdrawn" || status === "replaced") return refuse({ code: "no-longer-stands" });
  return { events: [{ type: "edition.withdrawn.v1", edition }] };
};

const decide = (editions: Editions, command: EditionCommand, context: Context): Answer => {
  if (command.type === "import") return importSeed(editions, command, context);
  if (command.basis !== context.seq) return refuse({ code: "entry-changed-meanwhile", seq: context.seq });
  switch (command.type) {
    case "draft":
      return draft(editions, command);
    case "publish":
      return publish(editions, command, context);
    case "withdraw":
      return withdraw(editions, command, context);
  }
};

/** One entry of the catalogue, of whatever kind: its wordings, and which of them stands when. */
export const editionDecider: Decider<Editions, EditionCommand, EditionEvent, EditionRefusal> = {
  initial: [],
  decide,
  evolve,
  read: (event) => EditionEvent.parse(event),
  folded: new WeakMap(),
};
