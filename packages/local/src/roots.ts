import { FeedHour } from "@window/domain/feed.ts";
import type { Roots } from "@window/domain/port/roots.ts";
import { Leaf } from "@window/domain/root/leaf.ts";
import { SignedRoot } from "@window/domain/root/root.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { writeOnce } from "./durable-file.ts";

const Leaves = z.array(Leaf);

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

const hoursIn = (folder: string): FeedHour[] =>
  readdirSync(folder)
    .map((name) => name.replace(/\.json$/, ""))
    .filter((name) => FeedHour.safeParse(name).success)
    .sort();

/** `roots/2026-11-24T06.json` per root, `roots/leaves/<head>.json` per section; each written once. */
export const openRoots = ({ place }: { readonly place: (name: string) => string }): Roots => {
  const folder = place("roots");
  const leavesFolder = place("roots/leaves");
  const hours = hoursIn(folder);
  return {
    async put(signed) {
      const { hour } = signed.root;
      if (!writeOnce(join(folder, `${hour}.json`), JSON.stringify(signed))) return "taken";
      hours.push(hour);
      hours.sort();
      return "put";
    },
    async from(hour) {
      const found = hours.find((known) => known >= hour);
      return found === undefined ? undefined : SignedRoot.parse(read(join(folder, `${found}.json`)));
    },
    async putLeaves(head, leaves) {
      writeOnce(join(leavesFolder, `${head}.json`), JSON.stringify(leaves));
    },
    leaves: async (head) => Leaves.parse(read(join(leavesFolder, `${head}.json`))),
  };
};
