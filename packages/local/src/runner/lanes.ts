/** Runs at most `width` jobs at once; the others wait in order. */
export interface Lanes {
  add(job: () => Promise<void>): void;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
  /** Drops what waits; what runs is not disturbed. */
  close(): void;
}

/** `failed` is told what a job threw; the others go on. */
export const openLanes = (width: number, failed: (fault: unknown) => void): Lanes => {
  let waiting: (() => Promise<void>)[] = [];
  let head = 0;
  let busy = 0;
  let closed = false;
  let listeners: (() => void)[] = [];

  const take = (): void => {
    while (busy < width && head < waiting.length) {
      const job = waiting[head++];
      if (job === undefined) continue;
      busy++;
      void job()
        .catch(failed)
        .then(() => {
          busy--;
          take();
        });
    }
    if (head < waiting.length) return;
    waiting = [];
    head = 0;
    if (busy > 0) return;
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
  };
  return {
    add(job) {
      if (closed) return;
      waiting.push(job);
      take();
    },
    idle: () =>
      new Promise((resolve) => {
        listeners.push(resolve);
        take();
      }),
    close() {
      closed = true;
      waiting = [];
      head = 0;
    },
  };
};
