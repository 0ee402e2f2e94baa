/** The values used last, at most `most` of them: the one that was not used longest goes first. */
export interface Recent<Key, Value> {
  get(key: Key): Value | undefined;
  put(key: Key, value: Value): void;
  drop(key: Key): void;
}

export const openRecent = <Key, Value>(most: number): Recent<Key, Value> => {
  // A Map keeps the order of insertion, so whoever is used is put in again.
  const held = new Map<Key, Value>();
  const put = (key: Key, value: Value): void => {
    held.delete(key);
    held.set(key, value);
    if (held.size <= most) return;
    for (const oldest of held.keys()) {
      held.delete(oldest);
      return;
    }
  };
  return {
    get(key) {
      const value = held.get(key);
      if (value !== undefined) put(key, value);
      return value;
    },
    put,
    drop(key) {
      held.delete(key);
    },
  };
};
