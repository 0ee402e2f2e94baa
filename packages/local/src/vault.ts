import type { ApplicationId } from "@window/domain/id.ts";
import type { Vault } from "@window/domain/port/vault.ts";
import { SubjectErased } from "@window/domain/subject-erased.ts";
import { openFields, sealFields } from "@window/node/sealed-fields.ts";
import { openDataKeys } from "./data-keys.ts";
import type { DataFolder } from "./data-folder.ts";

export const openVault = (folder: DataFolder): Vault => {
  const dataKeys = openDataKeys(folder);
  return {
    async seal(place, texts) {
      const key = dataKeys.find(place.subject) ?? (await dataKeys.make(place.subject));
      if (key === "erased") throw new SubjectErased();
      return sealFields(key, place, texts);
    },
    async open(place, sealed) {
      const key = dataKeys.find(place.subject);
      if (key === undefined) throw new Error(`${place.subject} has no key`);
      return key === "erased" ? key : openFields(key, place, sealed);
    },
    erase: (subject: ApplicationId) => dataKeys.erase(subject),
  };
};
