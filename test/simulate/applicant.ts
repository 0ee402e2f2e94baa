import {
  eraseApplication,
  expectDocument,
  removeDocument,
  reviseApplication,
  withdrawApplication,
  withdrawOneCase,
} from "@window/domain/act/change-application.ts";
import { draftApplication } from "@window/domain/act/draft-application.ts";
import { draftBundle } from "@window/domain/act/draft-bundle.ts";
import { inspectUpload } from "@window/domain/act/inspect-upload.ts";
import { resultOf } from "@window/domain/act/issue-result.ts";
import { revokeResult } from "@window/domain/act/revoke-result.ts";
import { submitApplication } from "@window/domain/act/submit-application.ts";
import { application } from "@window/domain/application/decide.ts";
import type { ApplicationId, DocumentId } from "@window/domain/id.ts";
import { HOUR, MINUTE } from "@window/domain/instant.ts";
import { MaterialId } from "@window/domain/item/material.ts";
import { always, current, perform } from "@window/domain/perform.ts";
import { WindowId } from "@window/domain/place/window.ts";
import { ask } from "./ask.ts";
import { drawBundle } from "./draw-bundle.ts";
import { itemsOf } from "./offer.ts";
import { goodPaper, infectedPaper } from "./papers.ts";
import type { World } from "./world.ts";

const DAY = 24 * HOUR;
const material = MaterialId.parse("paper");
const window = WindowId.parse("win_haikou");

/** A name that must never be read anywhere but by who has the key. */
export const NAME = "李-must-stay-sealed";

/** What its passport number begins with; some have none. */
export const PASSPORT = "SEALED";

/** Where messages go, and nobody else may read them. */
export const MOBILE = "+8613800138000";
export const EMAIL = "sealed@example.com";

/** Few people, so that one applies several times. */
export const PEOPLE = 4;

const answersOf = ({ dice }: World, name: string) => ({
  "full-name": name,
  ...(dice.chance(0.5) ? { mobile: MOBILE } : {}),
  ...(dice.chance(0.3) ? { email: EMAIL } : {}),
  ...(dice.chance(0.2) ? {} : { passport: `${PASSPORT}${dice.below(PEOPLE)}` }),
});

type Own = { readonly world: World; readonly actor: string; readonly id: ApplicationId };

const upload = ({ world, id }: Own, document: DocumentId, bytes: Uint8Array): Promise<void> => {
  const key = { application: id, document };
  const version = world.shelves.objects.upload(key, bytes);
  // The inspector is told at least once, and until it has judged.
  return new Promise((resolve) => {
    const again = (): void => world.after(MINUTE, judge);
    const judge = (): void =>
      world.start(`inspect ${document}`, ({ deps }) => inspectUpload(deps, key, version), {
        done: () => resolve(),
        failed: again,
      });
    judge();
    if (world.dice.chance(world.faults.doubled)) judge();
  });
};

/** Announces a paper and brings it, now and then a bad one first, which is taken out or brought again. */
const bring = async (own: Own, key: string): Promise<void> => {
  const { world, actor, id } = own;
  const asked = { application: id, material, mediaType: "application/pdf" };
  const { document } = await ask(world, { actor, key }, (deps, request) =>
    expectDocument(deps, asked, request),
  );
  if (world.dice.chance(0.2)) {
    await upload(own, document, infectedPaper);
    if (world.dice.chance(0.5)) {
      const gone = { application: id, document };
      await ask(world, { actor, key: `remove.${key}` }, (deps, request) =>
        removeDocument(deps, gone, request),
      );
      return bring(own, `${key}.again`);
    }
  }
  return upload(own, document, goodPaper);
};

/** Two windows of one person on one draft: whoever saw an older state is told. */
const revise = async ({ world, actor, id }: Own, key: string): Promise<void> => {
  const { seq } = await current(world.shelves.store, application, id);
  const answers = answersOf(world, `${NAME} ${key}`);
  const input = { application: id, basis: seq, answers };
  await ask(world, { actor, key }, (deps, request) => reviseApplication(deps, input, request));
};

const submit = ({ world, actor, id }: Own, key: string) =>
  ask(world, { actor, key }, (deps, request) => submitApplication(deps, id, request));

const withdraw = async ({ world, actor, id }: Own): Promise<void> => {
  await world.pause(world.dice.below(30 * DAY));
  await ask(world, { actor, key: "withdraw" }, (deps, request) => withdrawApplication(deps, id, request));
};

const erase = async ({ world, actor, id }: Own): Promise<void> => {
  await world.pause(world.dice.below(60 * DAY));
  await ask(world, { actor, key: "erase" }, (deps, request) => eraseApplication(deps, id, request));
  const command = { type: "erase", because: "retention-over" } as const;
  await ask(world, { actor: "sys_retention", key: "erase" }, (deps, request) =>
    perform(deps, application, id, always(command), request),
  );
};

const revoke = async ({ world, id }: Own): Promise<void> => {
  await world.pause(world.dice.below(90 * DAY));
  const input = { result: resultOf(id), reason: "issued-in-error" } as const;
  await ask(world, { actor: "usr_supervisor", key: `revoke.${id}` }, (deps, request) =>
    revokeResult(deps, input, request),
  );
};

/** A stranger who knows the id of somebody else's application gets nowhere. */
const intrude = async ({ world, id }: Own): Promise<void> => {
  await world.pause(world.dice.below(5 * DAY));
  const { kind } = await ask(world, { actor: "usr_stranger", key: `steal.${id}` }, (deps, request) =>
    withdrawApplication(deps, id, request),
  );
  if (kind !== "refused") world.wrong.push(`a stranger withdrew ${id}`);
};

/** Uses the key of the draft for something else: that is said, never done. */
const reuse = async ({ world, actor, id }: Own): Promise<void> => {
  const { kind } = await ask(world, { actor, key: "paper", body: "another" }, (deps, request) =>
    withdrawApplication(deps, id, request),
  );
  if (kind !== "key-reused") world.wrong.push(`a key was used twice on ${id}: ${kind}`);
};

/** Begins with one item, or with several together. */
const begin = async (world: World, actor: string): Promise<ApplicationId> => {
  const { dice, shop } = world;
  const input = { window, answers: answersOf(world, NAME) };
  const asked = { actor, key: "draft" };
  if (dice.chance(0.15)) {
    const bundle = drawBundle(dice, shop.offer);
    const items = bundle.parts.map(({ item }) => item);
    const { application: id } = await ask(world, asked, (deps, request) =>
      draftBundle(deps, { ...input, bundle, items }, request),
    );
    return id;
  }
  const item = dice.pick(itemsOf(shop.offer));
  const { application: id } = await ask(world, asked, (deps, request) =>
    draftApplication(deps, { ...input, item }, request),
  );
  return id;
};

/** Takes back one case, whichever it is and however far; others may wait for it. */
const withdrawOne = async ({ world, actor, id }: Own): Promise<void> => {
  await world.pause(world.dice.below(30 * DAY));
  const { state } = await current(world.shelves.store, application, id);
  const subject = state?.cases.at(world.dice.below(3))?.case;
  if (subject === undefined) return;
  await ask(world, { actor, key: "withdraw.one" }, (deps, request) =>
    withdrawOneCase(deps, { application: id, case: subject }, request),
  );
};

/** What one person does from the first draft on; how far, how often and in which order the dice say. */
export const apply = async (world: World, number: number): Promise<void> => {
  const { dice } = world;
  const actor = `usr_${number}`;
  await world.pause(dice.below(dice.pick([1, DAY, 10 * DAY])));
  const id = await begin(world, actor);
  const own: Own = { world, actor, id };
  if (dice.chance(0.1)) void intrude(own);
  if (dice.chance(0.2)) void Promise.all([revise(own, "revise.1"), revise(own, "revise.2")]);
  if (dice.chance(0.1)) void submit(own, "submit.early");
  await bring(own, "paper");
  if (dice.chance(0.1)) void reuse(own);
  if (dice.chance(0.15)) void withdraw(own);
  if (dice.chance(0.1)) void withdrawOne(own);
  if (dice.chance(0.1)) void erase(own);
  if (dice.chance(0.1)) void revoke(own);
  if (dice.chance(0.9))
    await Promise.all(dice.chance(0.2) ? [submit(own, "a"), submit(own, "b")] : [submit(own, "a")]);
};
