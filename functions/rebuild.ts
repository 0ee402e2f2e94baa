/** `npm run rebuild:stage -- --stage S` → one part of making lists anew; it says where the next one begins. */
import { beginRebuild, rebuild, RebuildPlace } from "@window/domain/dispatch/rebuild.ts";
import { fromIso } from "@window/domain/instant.ts";
import * as z from "zod";
import { entry } from "./aws-events.ts";
import { log } from "./aws-log.ts";
import { rebuildingDeps, timeOfAPart } from "./aws-rebuild.ts";

/** With `place` a part goes on; without it the first one begins, at `since` if the operator says so. */
const Asked = z.object({
  place: RebuildPlace.optional(),
  since: z.string().transform(fromIso).optional(),
});

export const handler = entry(rebuildingDeps, async (deps, event) => {
  const { place, since } = Asked.parse(event);
  const from = place ?? (await beginRebuild(deps, since));
  const part = await rebuild(deps, from, timeOfAPart());
  log({
    event: "rebuilt",
    removed: part.removed,
    restored: part.restored,
    done: String(part.next === undefined),
  });
  return part;
});
