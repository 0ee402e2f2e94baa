/** Streams whose end a process remembers; a warm function meets few at a time. */
const MOST = 1_000;

/** Up to which sequence number streams are known to reach. Forgetting costs a read, never a wrong answer. */
export const openSeen = () => {
  const ends = new Map<string, number>();
  return {
    has: (stream: string, seq: number): boolean => (ends.get(stream) ?? 0) >= seq,
    note(stream: string, seq: number): void {
      if ((ends.get(stream) ?? 0) >= seq) return;
      const oldest = ends.keys().next();
      if (ends.size >= MOST && oldest.done !== true) ends.delete(oldest.value);
      ends.set(stream, seq);
    },
  };
};
