/**
 * The main job on the deployed window, told by the chapters of `npm run story`: papers through presigned forms, departments
 * asked by signed webhook out of the queue, both machines, the deadline's clock, a certificate signed by the key service.
 */
import { wireClock } from "@window/aws/wire-clock.ts";
import { departments } from "@window/catalogue/departments.ts";
import { createDepartment } from "@window/department-kit/department.ts";
import { demonstrationPeople } from "@window/local/demonstration-people.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { join } from "node:path";
import type { Received } from "@window/department-kit/simulator/journal.ts";
import { apply } from "../story/chapter/apply.ts";
import { askDepartment } from "../story/chapter/ask-department.ts";
import { checkCertificate } from "../story/chapter/certificate.ts";
import { tryDoors } from "../story/chapter/closed-doors.ts";
import { tellDeadline } from "../story/chapter/deadline.ts";
import { awaitDecision } from "../story/chapter/decide.ts";
import { ownInput } from "../story/own-input.ts";
import type { Scene, StoryDepartment, Submitted } from "../story/scene.ts";
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
  const { id, role, department } = demonstrationPeople.find((known) => known.id === person) ?? assert.fail();
  return tokenFor(place, id, { role, department }, Math.floor(wireClock.now() / 1000));
};

describe("a case on the deployed window", () => {
  let scene: Scene;
  let submitted: Submitted;
  let first: Received;

  before(async () => {
    const players: StoryDepartment[] = [];
    for (const department of departments) players.push(await open(department));
    const input = ownInput(join(examples, "application.json"), [
      join(examples, "contract.pdf"),
      join(examples, "lease.pdf"),
    ]);
    const teller = tolerant(openTeller((line) => process.stdout.write(`${line}\n`), false));
    scene = { teller, visitor: visitorOf(place.origin), input, departments: players, token };
  });
  after(() => Promise.all(scene.departments.map(({ desk }) => desk.close())));

  const department = (index: number): StoryDepartment => scene.departments[index] ?? assert.fail();

  test("somebody applies with real papers, which are inspected", async () => {
    submitted = await apply(scene);
  });

  test("the first department is asked by signed webhook and answers once", async () => {
    first = await askDepartment(scene, department(0), submitted.case, "核实无误。 Confirmed.");
  });

  test("a clock in working days runs beside them", async () => {
    await tellDeadline(scene, submitted);
  });

  test("doors that must be closed are closed", async () => {
    await tryDoors(scene, submitted, first);
  });

  test("the second department is asked after the first has answered", async () => {
    await askDepartment(scene, department(1), submitted.case, "租赁备案核实无误。 Lease confirmed.");
  });

  test("one result comes out, and a stranger verifies its certificate", async () => {
    await checkCertificate(scene, await awaitDecision(scene, submitted));
  });
});
