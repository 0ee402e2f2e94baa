import { wireClock } from "@window/aws/wire-clock.ts";
import { departments } from "@window/catalogue/departments.ts";
import { createDepartment } from "@window/department-kit/department.ts";
import { demonstrationPeople } from "@window/local/demonstration-people.ts";
import assert from "node:assert/strict";
import { join } from "node:path";
import { ownInput } from "../story/own-input.ts";
import type { OwnInput } from "../story/own-input.ts";
import type { Scene, StoryDepartment } from "../story/scene.ts";
import type { Teller } from "../story/teller.ts";
import { openTeller } from "../story/teller.ts";
import { visitorOf } from "../story/visitor.ts";
import { tokenFor } from "./issuer.ts";
import { readPlace } from "./place.ts";

const examples = join(import.meta.dirname, "../../docs/example");
const place = readPlace();

const open = async ({ id, name }: (typeof departments)[number]): Promise<StoryDepartment> => {
  const player = place.players.find((known) => known.id === id);
  assert.ok(player);
  const desk = await createDepartment({
    source: `urn:department:${id}`,
    endpointSecrets: [player.endpoint],
    receivingSecret: player.receiving,
    port: player.port,
    decide: () => ({}),
  });
  return { id, name, desk, endpointSecret: player.endpoint, receivingSecret: player.receiving };
};

/** The emulator checks neither the signature of a form's policy nor the name of a link's algorithm; S3 does. */
const NOT_EMULATED = [
  "An upload form with wider terms is refused.",
  "A link that was changed opens nothing.",
];

const tolerant = (teller: Teller): Teller => ({
  ...teller,
  hold: (claim, isSo, instead) => {
    if (NOT_EMULATED.includes(claim.en))
      teller.say({ zh: "（模拟器不检查）", en: `(not emulated) ${claim.en}` });
    else teller.hold(claim, isSo, instead);
  },
});

const token = async (person: string): Promise<string> => {
  const {
    id,
    name: _,
    description: __,
    ...claims
  } = demonstrationPeople.find((known) => known.id === person) ?? assert.fail();
  return tokenFor(place, id, claims, Math.floor(wireClock.now() / 1000));
};

/** The stage of `npm run story` with the deployed window on it; `mark` tells one application from another. */
export const openScene = async (mark: string): Promise<Scene> => {
  const players: StoryDepartment[] = [];
  for (const department of departments)
    if (department.delivery.kind === "webhook") players.push(await open(department));
  const input: OwnInput = ownInput(join(examples, "application.json"), [
    join(examples, "contract.pdf"),
    join(examples, "lease.pdf"),
  ]);
  return {
    teller: tolerant(openTeller((line) => process.stdout.write(`${line}\n`), false)),
    visitor: visitorOf(place.origin),
    input: { ...input, mark: `${input.mark}-${mark}` },
    departments: players,
    token,
  };
};

export const closeScene = async (scene: Scene): Promise<void> => {
  await Promise.all(scene.departments.map(({ desk }) => desk.close()));
};

export const departmentOf = (scene: Scene, index: number): StoryDepartment =>
  scene.departments[index] ?? assert.fail();
