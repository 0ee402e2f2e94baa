import { existsSync } from "node:fs";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The Chromium of this machine, or the one that CHROMIUM names. Throws, saying how to get one, when there is none. */
export const findChromium = (): string => {
  const found = [process.env["CHROMIUM"], ...usual].find((path) => path !== undefined && existsSync(path));
  if (found === undefined)
    throw new Error("no Chromium: `apt-get install chromium`, or name one with CHROMIUM");
  return found;
};
