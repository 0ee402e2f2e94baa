import { Hash } from "@window/domain/declared.ts";
import type { EditionCommand, EditionRefusal } from "@window/domain/edition/command.ts";
import { editionDecider } from "@window/domain/edition/decide.ts";
import type { Editions } from "@window/domain/edition/edition.ts";
import { fromIso, HOUR, later, type Instant } from "@window/domain/instant.ts";

export const noon = fromIso("2026-11-24T12:00:00+08:00");
/** The instant of the n-th commit of a history: an hour after the one before. */
export const at = (hour: number): Instant => later(noon, hour * HOUR);

const wording = (text: string) => {
  return { content: { text }, digest: Hash.parse(Buffer.from(text).toString("hex").padEnd(64, "0")) };
};

export const shipped = (text: string): EditionCommand => ({ type: "import", ...wording(text) });
export const draft = (text: string, basis: number): EditionCommand => ({
  type: "draft",
  basis,
  ...wording(text),
});
export const publish = (edition: number, basis: number, from?: Instant): EditionCommand => ({
  type: "publish",
  basis,
  edition,
  ...(from === undefined ? {} : { from }),
});
export const withdraw = (edition: number, basis: number): EditionCommand => ({
  type: "withdraw",
  basis,
  edition,
});

export interface Told {
  readonly editions: Editions;
  readonly seq: number;
  readonly refusals: readonly EditionRefusal["code"][];
}

const START: Told = { editions: [], seq: 0, refusals: [] };

/** Decides each command an hour after the one before; `command` may look at what it comes upon. */
export const tell = (commands: readonly ((so: Told) => EditionCommand)[]): Told =>
  commands.reduce<Told>((so, command, hour) => {
    const decision = editionDecider.decide(so.editions, command(so), { at: at(hour), seq: so.seq });
    if ("refusal" in decision) return { ...so, refusals: [...so.refusals, decision.refusal.code] };
    if (decision.events.length === 0) return so;
    const context = { at: at(hour), seq: so.seq + 1 };
    const editions = decision.events.reduce<Editions>(
      (known, event) => editionDecider.evolve(known, event, context),
      so.editions,
    );
    return { ...so, editions, seq: so.seq + 1 };
  }, START);
