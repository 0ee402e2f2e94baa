/**
 * The main job on the deployed window, told by the chapters of `npm run story`: papers through presigned forms, departments
 * asked by signed webhook out of the queue, both machines, the deadline's clock, a certificate signed by the key service.
 */
import { after, before, describe, test } from "node:test";
import type { Received } from "@window/department-kit/simulator/journal.ts";
import { apply } from "../story/chapter/apply.ts";
import { askDepartment } from "../story/chapter/ask-department.ts";
import { checkCertificate } from "../story/chapter/certificate.ts";
import { tryDoors } from "../story/chapter/closed-doors.ts";
import { tellDeadline } from "../story/chapter/deadline.ts";
import { awaitDecision } from "../story/chapter/decide.ts";
import type { Scene, Submitted } from "../story/scene.ts";
import { closeScene, departmentOf, openScene } from "./stage.ts";

describe("a case on the deployed window", () => {
  let scene: Scene;
  let submitted: Submitted;
  let first: Received;

  before(async () => {
    scene = await openScene("story");
  });
  after(() => closeScene(scene));

  test("somebody applies with real papers, which are inspected", async () => {
    submitted = await apply(scene);
  });

  test("the first department is asked by signed webhook and answers once", async () => {
    first = await askDepartment(scene, departmentOf(scene, 0), submitted.case, "核实无误。 Confirmed.");
  });

  test("a clock in working days runs beside them", async () => {
    await tellDeadline(scene, submitted);
  });

  test("doors that must be closed are closed", async () => {
    await tryDoors(scene, submitted, first);
  });

  test("the second department is asked after the first has answered", async () => {
    await askDepartment(scene, departmentOf(scene, 1), submitted.case, "租赁备案核实无误。 Lease confirmed.");
  });

  test("one result comes out, and a stranger verifies its certificate", async () => {
    await checkCertificate(scene, await awaitDecision(scene, submitted));
  });
});
