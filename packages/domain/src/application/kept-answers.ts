import type { StreamId, ApplicationId } from "../id.ts";
import type { Answers } from "../item/answers.ts";
import type { FieldId } from "../item/field.ts";
import type { Item } from "../item/item.ts";
import type { Sealed } from "../declared.ts";
import type { Place, Vault } from "../port/vault.ts";
import type { KeptAnswer } from "./event.ts";
import { KeptAnswers } from "./event.ts";

/** Where personal values of an application's subject stand in a stream. */
export const placeOf = (subject: ApplicationId, stream: StreamId = subject): Place => ({
  subject,
  stream,
  version: 1,
});

const inTheClear = (value: string | number): KeptAnswer =>
  typeof value === "number" ? { number: value } : { code: value };

/** Seals what is personal; choices and numbers marked `code` stay open so that rules can read them. */
export const keep = async (
  vault: Vault,
  place: Place,
  item: Pick<Item, "fields">,
  answers: Answers,
): Promise<KeptAnswers> => {
  const personal: Record<FieldId, string> = {};
  const kept: Record<FieldId, KeptAnswer> = {};
  for (const { id, privacy } of item.fields) {
    const value = answers[id];
    if (value === undefined) continue;
    if (privacy === "code") kept[id] = inTheClear(value);
    else personal[id] = JSON.stringify(value);
  }
  const sealed = Object.keys(personal).length === 0 ? {} : await vault.seal(place, personal);
  for (const [id, text] of Object.entries(sealed)) Object.assign(kept, { [id]: { sealed: text } });
  return KeptAnswers.parse(kept);
};

/** The answers as they were given, or "erased" once the subject's key is gone. */
export const open = async (
  vault: Vault,
  place: Place,
  kept: KeptAnswers,
): Promise<Record<string, unknown> | "erased"> => {
  const sealed: Record<string, Sealed> = {};
  const answers: Record<string, unknown> = {};
  for (const [id, answer] of Object.entries(kept)) {
    if ("sealed" in answer) sealed[id] = answer.sealed;
    else answers[id] = "code" in answer ? answer.code : answer.number;
  }
  if (Object.keys(sealed).length === 0) return answers;
  const opened = await vault.open(place, sealed);
  if (opened === "erased") return "erased";
  for (const [id, text] of Object.entries(opened)) answers[id] = JSON.parse(text);
  return answers;
};
