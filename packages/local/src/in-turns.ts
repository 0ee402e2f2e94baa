/** Lets what concerns one name happen one after the other, in the order it was asked for; other names do not wait. */
export const openTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return <Done>(name: string, act: () => Promise<Done>): Promise<Done> => {
    // How it went for whoever came before is his own business.
    const mine = (last.get(name) ?? Promise.resolve()).then(act, act);
    last.set(name, mine);
    const leave = (): void => {
      if (last.get(name) === mine) last.delete(name);
    };
    mine.then(leave, leave);
    return mine;
  };
};
