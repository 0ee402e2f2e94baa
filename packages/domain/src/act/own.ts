import type { Application, ApplicationState } from "../application/application.ts";
import type { ApplicationRefusal } from "../application/command.ts";
import type { ActorId } from "../id.ts";
import { formOf, type Form } from "../item/form.ts";
import type { Item } from "../item/item.ts";
import type { Catalogue } from "../port/catalogue.ts";

/** Somebody else's application, or one that has been erased, is, for whoever asks, one that does not exist. */
export const ownedBy = (state: ApplicationState, actor: ActorId): Application | undefined =>
  state?.owner === actor && !state.erased ? state : undefined;

export const NOT_THERE: { readonly refusal: ApplicationRefusal } = {
  refusal: { code: "no-such-application" },
};

/** The item in the version an application or case is pinned to. A version that is gone is a fault of the catalogue. */
export const pinned = async (
  catalogue: Catalogue,
  { item, version }: { item: Item["id"]; version: number },
): Promise<Item> => {
  const found = await catalogue.item(item, version);
  if (found === undefined) throw new Error(`the catalogue has lost ${item} version ${String(version)}`);
  return found;
};

/** The items of an application in the versions it is pinned to. */
export const pinnedParts = (catalogue: Catalogue, { parts }: Application): Promise<readonly Item[]> =>
  Promise.all(parts.map((part) => pinned(catalogue, part)));

/** What an application asks, by all its items; what the result of an earlier one stands for need not be handed in. */
export const pinnedForm = async (catalogue: Catalogue, own: Application): Promise<Form> => {
  const spared = new Map(own.parts.map(({ item, spares }) => [item, spares]));
  return formOf(
    await pinnedParts(catalogue, own),
    (item, material) => spared.get(item)?.includes(material) === true,
  );
};
