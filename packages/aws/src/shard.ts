/** FNV-1a over a text: which of `shards` it falls into. Cheap, the same everywhere, and ids are already random. */
export const shardOf = (name: string, shards: number): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % shards;
};
