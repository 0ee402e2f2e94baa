import {
  draftApplication,
  draftBundle,
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

/** Each case that comes of a story, and the item it is of. */
const castOf = ({ id, item, together }: Story) => [{ story: id, item }, ...(together?.also ?? [])];

const begun = (stage: Stage, story: Story) => {
  const { person, item, together, window } = story;
  const answers = typeof story.answers === "function" ? story.answers(stage) : story.answers;
  const visitor = stage.as(person);
  const key = keyOf(story, "draft");
  if (together === undefined) return visitor.ask(draftApplication, { key, body: { item, window, answers } });
  const items = castOf(story).map((each) => each.item);
  const params = { bundle: together.bundle };
  return visitor.ask(draftBundle, { params, key, body: { items, window, answers } });
};

/** Begins the application, and notes it down before anything is submitted. */
export const drafted = async (stage: Stage, story: Story): Promise<ApplicationId> => {
  const { person } = story;
  const { application } = await begun(stage, story);
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
  const needed = new Set<string>();
  for (const { item } of castOf(story)) {
    const { materials } = await stage.as(story.person).ask(readItem, { params: { item } });
    for (const { id, required } of materials) if (required) needed.add(id);
  }
  await Promise.all([...needed].map((id) => handedIn(stage, story, application, id)));
};

/** Applies with every paper that the item cannot do without. */
export const submitted = async (stage: Stage, story: Story): Promise<void> => {
  const visitor = stage.as(story.person);
  const application = await drafted(stage, story);
  // An interrupted demonstration may have come further: then the papers are in.
  const { phase } = await visitor.ask(readApplication, { params: { application } });
  if (phase === "draft") await handInAll(stage, story, application);
  const sent = { params: { application }, key: keyOf(story, "submit") };
  const { cases } = await visitor.ask(submitApplication, sent);
  for (const { story: told, item } of castOf(story)) {
    const opened = cases.find((known) => known.item === item);
    if (opened === undefined) throw new Error(`${told} has no case`);
    const { case: subject, number } = opened;
    await stage.tell(told, { person: story.person, application, case: subject, number });
  }
};
