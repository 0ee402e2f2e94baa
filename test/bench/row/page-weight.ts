import { gzipSync } from "node:zlib";
import { openStand } from "../stand.ts";
import type { Row } from "../row.ts";

const PAGES = ["/", "/en", "/en/progress", "/en/verify", "/en/reference"];

const bytesOf = async (address: string): Promise<Buffer> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
};

/** A page with everything it names in `href` of style sheets and in `src`, compressed as a server in front of it does. */
const weigh = async (origin: string, path: string): Promise<number> => {
  const page = await bytesOf(origin + path);
  const parts = [
    ...page.toString().matchAll(/<(?:link[^>]*rel="stylesheet"[^>]*href|[a-z]+[^>]*\ssrc)="([^"]+)"/g),
  ];
  let sum = gzipSync(page).length;
  for (const [, part = ""] of parts)
    if (!part.startsWith("data:")) sum += gzipSync(await bytesOf(new URL(part, origin + path).href)).length;
  return sum;
};

export const pageWeight: Row = {
  name: "page weight, compressed",
  goal: "≤ 60 KB",
  async measure() {
    const stand = await openStand();
    const figures: Record<string, number> = {};
    for (const path of PAGES) figures[`${path} KB`] = (await weigh(stand.origin, path)) / 1000;
    await stand.close();
    return {
      met: Object.values(figures).every((kilobytes) => kilobytes <= 60),
      figures,
    };
  },
};
