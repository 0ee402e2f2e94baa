/** The window that `npm start` opens, with its prepared cases, in this process. */
import { application } from "@window/domain/application/decide.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import { fold } from "@window/domain/perform.ts";
import { openRecord } from "@window/local/demonstration/record.ts";
import type { StoryId } from "@window/local/demonstration/story-id.ts";
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { freshBundle, localWindow } from "../../functions/bundle.ts";
import type { LocalPorts } from "../../functions/local-ports.ts";
import type { LocalWindow, startWindow as StartWindow, WindowOptions } from "../../functions/local-window.ts";

const Bundle = z.object({
  startWindow: z.custom<typeof StartWindow>((value) => typeof value === "function"),
});

export interface OpenedDemonstration {
  readonly window: LocalWindow;
  readonly ports: LocalPorts;
}

/** Opens it on a folder; `changed` sees the ports before anything works with them. */
export const openDemonstration = async (
  folder: string,
  port: number,
  demonstration: NonNullable<WindowOptions["demonstration"]> = "cases",
  changed: (ports: LocalPorts) => void = () => undefined,
): Promise<OpenedDemonstration> => {
  const { startWindow } = Bundle.parse(await import(pathToFileURL(await freshBundle(localWindow)).href));
  let ports: LocalPorts | undefined;
  const between = (given: LocalPorts): LocalPorts => {
    changed(given);
    ports = given;
    return given;
  };
  const window = await startWindow({ folder, port, demonstration, between });
  return { window, ports: ports ?? assert.fail() };
};

/** What is noted about each story, read from a folder that no window has open. */
export const toldIn = (folder: string) => {
  const database = new DatabaseSync(join(folder, "window.sqlite"));
  const row = database.prepare("SELECT value FROM setting WHERE name = 'demonstration'").get();
  database.close();
  const { value } = z.object({ value: z.string() }).parse(row);
  const settings = { get: () => value, put: () => Promise.resolve(), putNow: () => undefined };
  return openRecord(settings).read() ?? assert.fail();
};

/** The case of a story as it is, with everything that happened in it and in its application. */
export const storyOf = async (
  { ports: { store } }: OpenedDemonstration,
  told: ReturnType<typeof toldIn>,
  story: StoryId,
) => {
  const known = told.cases[story] ?? assert.fail(`${story} was not told`);
  const commits = known.case === undefined ? [] : await store.load(known.case);
  const own = await store.load(known.application);
  const happened = [...commits, ...own].flatMap(({ events }) => events.map(({ type }) => type));
  return {
    state: fold(caseDecider, commits).state,
    application: fold(application, own).state,
    /** The types of everything that happened. */
    happened,
  };
};
