/** Tells whoever waits of the next commit. */
import type { LocalPorts } from "./local-ports.ts";

/** The window is closed while somebody waits for it. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

export const openNews = ({ store }: Pick<LocalPorts, "store">) => {
  let waiting: { readonly resolve: () => void; readonly reject: (fault: Error) => void }[] = [];
  let stopped = false;
  const taken = () => {
    const told = waiting;
    waiting = [];
    return told;
  };
  store.onAppended(() => taken().forEach(({ resolve }) => resolve()));
  return {
    changed: () =>
      new Promise<void>((resolve, reject) => {
        if (stopped) reject(new Stopped("the window is closing"));
        else waiting.push({ resolve, reject });
      }),
    stop() {
      stopped = true;
      taken().forEach(({ reject }) => reject(new Stopped("the window is closing")));
    },
    throwIfStopped() {
      if (stopped) throw new Stopped("the window is closing");
    },
  };
};
