/**
 * `node write-until-killed.ts <folder> <life>`: appends to eight streams and sends deliveries at once, and says every
 * write after it was acknowledged, until it is killed.
 */
import { chain, type Commit } from "@window/domain/commit.ts";
import { Delivery } from "@window/domain/delivery/delivery.ts";
import { ActorId, ApplicationId } from "@window/domain/id.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openDeliveries } from "@window/local/deliveries.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { digest } from "@window/node/digest.ts";
import { writeSync } from "node:fs";
import { MORNING, standingClock } from "./runner/workshop.ts";

const [path = "", life = ""] = process.argv.slice(2);
const folder = openDataFolder(path);
const store = openEventStore(folder);
const deliveries = openDeliveries(folder, {
  clock: standingClock(),
  deliver: async () => undefined,
  inquire: async () => undefined,
  tell: async () => undefined,
  report: () => undefined,
});

/** Straight to the pipe: what is still in this process when it is killed was never said. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

const request = { actor: ActorId.parse("usr_writer"), key: "key", body: digest("body") };

const write = async (lane: number): Promise<never> => {
  const stream = ApplicationId.parse(`app_life-${life}-${lane}`);
  let before: Commit | undefined;
  for (;;) {
    const seq: number = (before?.seq ?? 0) + 1;
    const events = [{ type: "test.happened.v1", seq }];
    const commit = chain(digest, before, { stream, at: MORNING, request, events });
    const referral = `ref_life-${life}-${lane}-${seq}-0-0`;
    const appending = store.append(commit).then((outcome) => say(`${outcome} ${stream} ${seq}`));
    const delivery = { case: "case_any", referral, department: `dept_lane-${lane}`, attempt: 2 };
    const sending = deliveries.send(Delivery.parse(delivery), 5000).then(() => say(`sent ${referral}`));
    await Promise.all([appending, sending]);
    before = commit;
  }
};

await Promise.all(Array.from({ length: 8 }, (_, lane) => write(lane)));
