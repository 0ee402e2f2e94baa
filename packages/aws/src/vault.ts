import type { Vault } from "@window/domain/port/vault.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { SubjectErased } from "@window/domain/subject-erased.ts";
import { openFields, sealFields } from "@window/node/sealed-fields.ts";
import { openDataKeys } from "./data-keys.ts";
import type { Table } from "./dynamo.ts";

export const openVault = (table: Table, wrappingKey: () => Promise<Uint8Array>, clock: WireClock): Vault => {
  const dataKeys = openDataKeys(table, wrappingKey, clock);
  return {
    async seal(place, texts) {
      const key = await dataKeys.forSealing(place.subject);
      if (key === "erased") throw new SubjectErased();
      return sealFields(key, place, texts);
    },

    async open(place, sealed) {
      const key = await dataKeys.forOpening(place.subject);
      return key === "erased" ? key : openFields(key, place, sealed);
    },

    erase: (subject) => dataKeys.erase(subject),
  };
};
