import {
  draftApplication,
  readApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import { announceDocument, readDocument } from "@window/contract/operations/documents.ts";
import { readItem } from "@window/contract/operations/items.ts";
import type { ApplicationId } from "@window/domain/id.ts";
import { examplePaper } from "./paper.ts";
import type { Stage } from "./stage.ts";
import type { Story } from "./story.ts";

const keyOf = ({ id }: Story, what: string): string => `demonstration.${id}.${what}`;

/** Begins the application, and notes it down before anything is submitted. */
export const drafted = async (stage: Stage, story: Story): Promise<ApplicationId> => {
  const { person, item, window } = story;
  const answers = typeof story.answers === "function" ? story.answers(stage) : story.answers;
  const { application } = await stage
    .as(person)
    .ask(draftApplication, { key: keyOf(story, "draft"), body: { item, window, answers } });
  await stage.tell(story.id, { person, application });
  return application;
};

/** Announces a document and uploads it, unless an interrupted demonstration did so before. */
const handedIn = async (stage: Stage, story: Story, application: ApplicationId, material: string) => {
  const visitor = stage.as(story.person);
  const { document, upload } = await visitor.ask(announceDocument, {
    params: { application },
    key: keyOf(story, `paper.${material}`),
    body: { material, mediaType: "application/pdf" },
  });
  const read = { params: { application, document: document.document } };
  if ((await visitor.ask(readDocument, read)).state === "clean") return;
  await stage.upload(upload, examplePaper(material));
  await stage.settled();
  const { state } = await visitor.ask(readDocument, read);
  if (state !== "clean") throw new Error(`a paper of ${story.id} was ${state}`);
};

const handInAll = async (stage: Stage, story: Story, application: ApplicationId): Promise<void> => {
  const { materials } = await stage.as(story.person).ask(readItem, { params: { item: story.item } });
  const needed = materials.filter(({ required }) => required);
  await Promise.all(needed.map(({ id }) => handedIn(stage, story, application, id)));
};

/** Applies with every paper that the item cannot do without. */
export const submitted = async (stage: Stage, story: Story): Promise<void> => {
  const visitor = stage.as(story.person);
  const application = await drafted(stage, story);
  // An interrupted demonstration may have come further: then the papers are in.
  const { phase } = await visitor.ask(readApplication, { params: { application } });
  if (phase === "draft") await handInAll(stage, story, application);
  const sent = { params: { application }, key: keyOf(story, "submit") };
  const [opened] = (await visitor.ask(submitApplication, sent)).cases;
  if (opened === undefined) throw new Error(`${story.id} has no case`);
  const { case: subject, number } = opened;
  await stage.tell(story.id, { person: story.person, application, case: subject, number });
};
