import type { ObjectKey, Objects } from "@window/domain/port/objects.ts";

export interface MemoryObjects extends Objects {
  /** What a form would do: the bytes of a paper arrive as a new version. */
  upload(key: ObjectKey, bytes: Uint8Array): string;
  readonly held: ReadonlyMap<string, Uint8Array>;
}

const nameOf = ({ application, document }: ObjectKey, version: string): string =>
  `${application}/${document}/${version}`;

export const openMemoryObjects = (): MemoryObjects => {
  const held = new Map<string, Uint8Array>();
  let versions = 0;
  const upload = (key: ObjectKey, bytes: Uint8Array): string => {
    versions += 1;
    held.set(nameOf(key, String(versions)), bytes);
    return String(versions);
  };
  return {
    held,
    upload,
    presign: async () => ({ url: "https://window.example/uploads", fields: {} }),
    read: async (key, version) => held.get(nameOf(key, version)),
    link: async (key, version) => `https://window.example/${nameOf(key, version)}`,
    async copy(from, version, to) {
      const bytes = held.get(nameOf(from, version));
      if (bytes === undefined) return "gone";
      upload(to, bytes);
      return "copied";
    },
    async erase(application, document) {
      const below = document === undefined ? `${application}/` : `${application}/${document}/`;
      for (const name of held.keys()) if (name.startsWith(below)) held.delete(name);
    },
    async eraseVersion(key, version) {
      held.delete(nameOf(key, version));
    },
  };
};
