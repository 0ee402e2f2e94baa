/** Lets others wait for what has become true, without asking again and again. */
export type Watch = {
  /** Something may have changed: every condition is looked at. */
  changed(): void;
  /** Nothing will change any more: everybody who waits is rejected, now and later. The first cause counts. */
  end(cause: Error): void;
  until(condition: () => boolean): Promise<void>;
};

type Waiting = { readonly look: () => void; readonly reject: (cause: Error) => void };

export const createWatch = (): Watch => {
  const waiting = new Set<Waiting>();
  let ended: Error | undefined;
  return {
    changed: () => {
      for (const { look } of waiting) look();
    },
    end: (cause) => {
      ended ??= cause;
      for (const { reject } of waiting) reject(ended);
      waiting.clear();
    },
    until: (condition) =>
      new Promise((resolve, reject) => {
        const one: Waiting = {
          reject,
          look: () => {
            if (!condition()) return;
            waiting.delete(one);
            resolve();
          },
        };
        waiting.add(one);
        one.look();
        if (ended) one.reject(ended);
      }),
  };
};
