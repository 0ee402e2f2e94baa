import { pinned } from "../act/own.ts";
import type { Application } from "../application/application.ts";
import { application } from "../application/decide.ts";
import { KeptAnswers } from "../application/event.ts";
import type { ApplicationEvent, KeptAnswer } from "../application/event.ts";
import { open, placeOf } from "../application/kept-answers.ts";
import type { Commit } from "../commit.ts";
import { identityFieldsOf, type IdentityField, type IdentityKind } from "../identifier/identity.ts";
import { toIso } from "../instant.ts";
import { fold } from "../perform.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { PersonKey, PersonKeys } from "../port/person-keys.ts";
import type { Vault } from "../port/vault.ts";
import { tombstone, type ViewRow } from "../view.ts";

export interface IndexingPeople {
  readonly catalogue: Catalogue;
  readonly vault: Vault;
  readonly personKeys: PersonKeys;
}

/** Where the applications stand that name a person with this key, and those of whoever shares it. */
export const underKey = (key: PersonKey): string => `person#${key}`;

export const peopleBy = (kind: IdentityKind) => `person:${kind}` as const;

/** Where the one commit of a kind stands, if it is there. */
const seqOf = (commits: readonly Commit[], wanted: ApplicationEvent["type"]): number | undefined =>
  commits.find(({ events }) => events.some(({ type }) => type === wanted))?.seq;

/** The fields that name the person of an application and were answered, with their answers as they are kept. */
const identitiesOf = async (catalogue: Catalogue, state: Application) => {
  const fields = identityFieldsOf(await pinned(catalogue, state));
  return fields.flatMap((field): { field: IdentityField; answer: KeptAnswer }[] => {
    const answer = state.answers[field.id];
    return answer === undefined ? [] : [{ field, answer }];
  });
};

const row = (
  { application: aggregate, submittedAt, draftedAt }: Application,
  { seq, field, key }: { readonly seq: number; readonly field: IdentityField; readonly key: PersonKey },
): ViewRow => ({
  view: peopleBy(field.type),
  aggregate,
  seq,
  partition: underKey(key),
  sort: `${toIso(submittedAt ?? draftedAt)}#${aggregate}`,
  body: { application: aggregate },
});

/**
 * The rows by which an application is found by a number of identity in it (docs/adr/0011): from its submission on, until
 * its subject is erased. The log has the numbers as ciphertext only, so they are opened here; once the subject's key is
 * gone no log gives a row again, only the tombstones of those that were. Rows change with these two commits alone: of
 * a stream whose first `done` commits were seen to before there may be none to write.
 */
export const personRows = async (
  { catalogue, vault, personKeys }: IndexingPeople,
  commits: readonly Commit[],
  done = 0,
): Promise<readonly ViewRow[]> => {
  const submitted = seqOf(commits, "application.submitted.v1");
  const erased = seqOf(commits, "application.erased.v1");
  const { state } = fold(application, commits);
  if (submitted === undefined || state === undefined || (erased ?? submitted) <= done) return [];
  const given = await identitiesOf(catalogue, state);
  if (erased !== undefined)
    return given.map(({ field }) => tombstone(peopleBy(field.type), state.application, erased));
  const kept = KeptAnswers.parse(Object.fromEntries(given.map(({ field, answer }) => [field.id, answer])));
  const opened = await open(vault, placeOf(state.application), kept);
  // Erased by whoever is ahead of this log: the commit that says so is on its way.
  if (opened === "erased") return [];
  return given.flatMap(({ field }) => {
    const number = opened[field.id];
    if (typeof number !== "string") return [];
    return [row(state, { seq: submitted, field, key: personKeys(field.type, number) })];
  });
};
