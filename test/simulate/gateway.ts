import { takeReport } from "@window/domain/act/take-report.ts";
import { ActorId } from "@window/domain/id.ts";
import { HOUR } from "@window/domain/instant.ts";
import type { Message, Told } from "@window/domain/port/notifier.ts";
import { ask } from "./ask.ts";
import type { World } from "./world.ts";

const gateway = ActorId.parse("sys_gateway");

/** The gateway says what became of a text message, once or twice, later or never. */
const report = (world: World, { notice, channel }: Message): void => {
  const { dice, told } = world;
  if (channel !== "sms" || dice.chance(0.1)) return;
  const outcome = dice.chance(0.8) ? "delivered" : "failed";
  const message = `rpt.${notice}.${told.length}`;
  const once = (): void =>
    void ask(world, { actor: gateway, key: message }, (deps) =>
      takeReport(deps, { notice, outcome, cause: "UNDELIV" }, { gateway, message }),
    );
  for (let copy = dice.chance(world.faults.doubled) ? 2 : 1; copy > 0; copy -= 1)
    world.after(dice.below(dice.pick([1000, HOUR])), once);
};

const take = (world: World, message: Message): void => {
  world.told.push(message);
  report(world, message);
};

/** Mail server and gateway; one that is down may have taken the message and not come to say so. */
export const tell = async (world: World, message: Message): Promise<Told> => {
  const { dice, faults } = world;
  if (!dice.chance(faults.unreachable)) {
    take(world, message);
    return { kind: "taken" };
  }
  if (dice.chance(0.3)) take(world, message);
  return dice.chance(0.7)
    ? { kind: "put-off", cause: "timeout" }
    : { kind: "turned-down", cause: "smtp-550" };
};
