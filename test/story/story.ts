import { departments as all } from "@window/catalogue/departments.ts";
import { createDepartment } from "@window/department-kit/department.ts";
import { apply } from "./chapter/apply.ts";
import { askDepartment } from "./chapter/ask-department.ts";
import { checkCertificate } from "./chapter/certificate.ts";
import { tryDoors } from "./chapter/closed-doors.ts";
import { tellDeadline } from "./chapter/deadline.ts";
import { awaitDecision } from "./chapter/decide.ts";
import { verifyChain } from "./chapter/verify-chain.ts";
import type { OwnInput } from "./own-input.ts";
import type { Scene, StoryDepartment } from "./scene.ts";
import { openStoryFolder } from "./story-folder.ts";
import type { StoryFolder } from "./story-folder.ts";
import { StoryBroken } from "./teller.ts";
import type { Teller } from "./teller.ts";
import { visitorOf } from "./visitor.ts";
import { openWindow } from "./window.ts";

const opinions = [
  "人才类别与劳动合同核实无误。 Class and contract confirmed.",
  "租赁备案核实无误。 Lease confirmed.",
];

/** Those that the rent subsidy asks, in their order. */
const departments = ["dept_talent-office", "dept_housing-office"].flatMap((asked) =>
  all.filter(({ id }) => id === asked),
);

/** The main job from the first form to the last proof. Rejects with what broke it; resolves with its last line. */
export const tellStory = async (teller: Teller, input: OwnInput, path: string): Promise<string> => {
  const folder = await openStoryFolder(
    path,
    departments.map(({ id }) => id),
  );
  await using stage = new AsyncDisposableStack();
  const players: StoryDepartment[] = [];
  for (const { id, name } of departments) {
    const player = await openDepartment(folder, id, name);
    stage.defer(() => player.desk.close());
    players.push(player);
  }
  const window = await openWindow(folder, players);
  stage.defer(() => window.close());
  const scene = {
    teller,
    input,
    departments: players,
    token: window.token,
    visitor: visitorOf(window.origin),
  };
  tellStage(scene, folder);

  const submitted = await apply(scene);
  const [talent, housing] = players;
  if (!talent || !housing) throw new StoryBroken("the item asks two departments");
  const first = await askDepartment(scene, talent, submitted.case, opinions[0] ?? "");
  await tellDeadline(scene, submitted);
  await tryDoors(scene, submitted, first);
  await askDepartment(scene, housing, submitted.case, opinions[1] ?? "");
  const result = await awaitDecision(scene, submitted);
  const sha256 = await checkCertificate(scene, result);
  await window.close();
  await verifyChain(teller, folder.window, [submitted.application, submitted.case]);
  folder.finish();
  return `${teller.held()} held, 0 broken · ${submitted.application} · ${result} · certificate sha256 ${sha256}`;
};

const openDepartment = async (
  folder: StoryFolder,
  id: StoryDepartment["id"],
  name: StoryDepartment["name"],
): Promise<StoryDepartment> => {
  const { endpoint, receiving } = folder.secrets[id] ?? { endpoint: "", receiving: "" };
  const desk = await createDepartment({
    source: `urn:department:${id}`,
    endpointSecrets: [endpoint],
    receivingSecret: receiving,
    journalFile: folder.journal(id),
    // It acknowledges by itself, and answers when the story says so.
    decide: () => ({}),
  });
  return { id, name, desk, endpointSecret: endpoint, receivingSecret: receiving };
};

const tellStage = ({ teller, visitor, departments }: Scene, { goesOn, window }: StoryFolder): void => {
  teller.chapter(
    goesOn
      ? { zh: "接着讲被打断的故事", en: "Going on with the story that was interrupted" }
      : { zh: "开窗", en: "The window opens" },
  );
  teller.fact({ zh: "窗口", en: "window" }, visitor.origin);
  teller.fact({ zh: "数据", en: "data" }, window);
  for (const { name, desk } of departments) teller.fact(name, desk.url);
};
