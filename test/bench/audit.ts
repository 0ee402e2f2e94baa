import { firstBreak } from "@window/domain/commit.ts";
import { everyRow, isDispatched } from "@window/domain/dispatch/dispatch.ts";
import { streamsBetween } from "@window/domain/dispatch/streams-in-feed.ts";
import { ReferralId, type StreamId } from "@window/domain/id.ts";
import type { Instant } from "@window/domain/instant.ts";
import { isDeepStrictEqual } from "node:util";
import type { LocalPorts } from "../../functions/local-ports.ts";
import type { Audited } from "./messages.ts";

/** Looks at every stream written since an instant: chains, lists, decisions, attempts. */
export const audit = async (ports: LocalPorts, since: Instant): Promise<Audited> => {
  const seen = new Set<StreamId>();
  const found = { streams: 0, commits: 0, decided: 0, issued: 0, delivered: 0 };
  let [brokenChains, differingViews] = [0, 0];
  for await (const { stream } of streamsBetween(ports.store, since, ports.clock.now())) {
    if (seen.has(stream)) continue;
    seen.add(stream);
    const commits = await ports.store.load(stream);
    const events = commits.flatMap((commit) => commit.events);
    const count = (type: string): number => events.filter((event) => event.type === type).length;
    found.streams += 1;
    found.commits += commits.length;
    found.decided += count("case.decided.v1");
    found.issued += count("application.issued.v1");
    if (firstBreak(ports.digest, commits) !== undefined) brokenChains += 1;
    if (!isDispatched(stream)) continue;
    for (const row of await everyRow(ports, stream, commits))
      if (!isDeepStrictEqual(await ports.views.get(row.view, stream), row)) differingViews += 1;
    if (!stream.startsWith("case_")) continue;
    const referral = ReferralId.parse(`ref_${stream.slice("case_".length)}-0-0`);
    const attempts = await ports.attempts.list(referral);
    found.delivered += attempts.filter(({ outcome }) => outcome === "delivered").length;
  }
  return { ...found, brokenChains, differingViews };
};
