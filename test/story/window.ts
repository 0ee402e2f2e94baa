import type { Endpoint } from "@window/domain/port/endpoints.ts";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { freshBundle, localWindow } from "../../functions/bundle.ts";
import { demonstrationToken } from "../kit/demonstration-token.ts";
import type { StoryDepartment } from "./scene.ts";
import type { StoryFolder } from "./story-folder.ts";
import { StoryBroken } from "./teller.ts";

export type StoryWindow = {
  readonly origin: string;
  /** An access token for one of the demonstration people. */
  readonly token: (person: string) => Promise<string>;
  close(): Promise<void>;
};

type Options = {
  readonly folder: string;
  readonly port: number;
  readonly endpoints: Readonly<Record<string, Endpoint>>;
};
type Started = { readonly origin: string; close(): Promise<void> };

/** What the bundle of functions/local.ts exports. */
const Bundle = z.object({
  startWindow: z.custom<(options: Options) => Promise<Started>>((value) => typeof value === "function"),
});

/**
 * Opens a local window in this process, so that a kill ends both. `STORY_BUNDLE` names another bundle than that of
 * functions/local.ts: the tests tell the story with faults planted in it.
 */
export const openWindow = async (
  { window, port }: StoryFolder,
  departments: readonly StoryDepartment[],
): Promise<StoryWindow> => {
  const path = process.env["STORY_BUNDLE"] ?? (await freshBundle(localWindow));
  const { startWindow } = Bundle.parse(await import(pathToFileURL(path).href));
  const endpoints = Object.fromEntries(
    departments.map(({ id, desk, endpointSecret, receivingSecret }) => [
      id,
      { url: desk.url, sending: [endpointSecret], receiving: [receivingSecret] },
    ]),
  );
  const started = await startWindow({ folder: window, port, endpoints }).catch((fault: unknown) => {
    // From the bundle, so it is known by its name alone.
    if (!(fault instanceof Error && fault.name === "PortInUse")) throw fault;
    throw new StoryBroken(
      `port ${port}, which an interrupted story has told its departments, is in use: stop that program, or remove the folder of the story`,
    );
  });
  let closed: Promise<void> | undefined;
  return {
    origin: started.origin,
    token: (person) => tokenFor(started.origin, person),
    close: () => (closed ??= started.close()),
  };
};

const tokenFor = (origin: string, person: string): Promise<string> =>
  demonstrationToken(`${origin}/oidc/token`, person).catch((cause: unknown) => {
    throw new StoryBroken(`nobody can log in as ${person}`, { cause });
  });
