import type { Clock } from "@window/contract/wire/clock.ts";
import { pinned } from "@window/domain/act/own.ts";
import type { Case } from "@window/domain/case/case.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import { explain, type ExplainedDay } from "@window/domain/explain/explain.ts";
import type { Party } from "@window/domain/explain/party.ts";
import { dayText, moverText, type Naming, partyText, summaryText } from "@window/domain/explain/sentence.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import { named } from "./progress.ts";

const showParty = (party: Party, naming: Naming): Clock["parties"][number]["party"] => ({
  of: party.of,
  department: party.of === "department" ? party.department : null,
  name: partyText(party, naming),
});

const showDay = (day: ExplainedDay, naming: Naming): Clock["days"][number] => ({
  ...day,
  party: day.party === null ? null : showParty(day.party, naming),
  text: dayText(day, naming),
});

const namingOf =
  (offer: Offer): Naming =>
  (department) =>
    named(offer, department).name;

/** The clock of a case in days and in words: from its ledger and the calendar in force. */
export const showClock = async (
  { catalogue, clock }: { readonly catalogue: Catalogue; readonly clock: LegalClock },
  state: Case,
): Promise<Clock> => {
  const offer = await catalogue.current();
  const naming = namingOf(offer);
  const told = explain(state, await pinned(catalogue, state), offer.calendar, clock.now());
  return {
    number: state.number,
    receivedOn: told.receivedOn,
    acceptedOn: told.acceptedOn,
    until: told.until,
    lastDay: told.term?.lastDay ?? null,
    provisional: told.term?.provisional ?? false,
    total: told.total,
    parties: told.parties.map(({ party, days }) => ({ party: showParty(party, naming), days })),
    days: told.days.map((day) => showDay(day, naming)),
    movers: told.movers.map((mover) => ({ code: mover.code, text: moverText(mover) })),
    summary: summaryText(told, naming),
  };
};
