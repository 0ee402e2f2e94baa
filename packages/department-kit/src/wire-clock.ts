/** Real time in whole seconds, as webhook timestamps have it. The one place where the kit asks the clock. */
export const nowSeconds = (): number => Math.floor(Date.now() / 1000);
