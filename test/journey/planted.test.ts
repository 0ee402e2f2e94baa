/**
 * A thousand planted names, numbers, telephones, mail and home addresses go in through the window's own door; then every byte it keeps
 * and says is looked at, while it runs and after it has ended, and once more after most of them were erased.
 */
import { readCase } from "@window/contract/operations/cases.ts";
import type { ApplicationId } from "@window/domain/id.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { openVault } from "@window/local/vault.ts";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { demonstrationToken } from "../kit/demonstration-token.ts";
import { startedWindow } from "../kit/started-window.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import type { Visitor } from "./applying.ts";
import { clientOf, sooner } from "./client.ts";
import {
  draftPlanted,
  erasePlanted,
  isFreeOfPlanted,
  lookUpPlanted,
  opensAsItShould,
  refusedWithoutEcho,
  submitPlanted,
  VALUES,
} from "./planted.ts";

const PEOPLE = 150;
const SUBMITTED = 3;

const filesThatTell = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !isFreeOfPlanted(readFileSync(path)) || !isFreeOfPlanted(path));

/** Through to the decision. */
const submittedToTheEnd = async (visitor: Visitor, id: ApplicationId): Promise<void> => {
  const { client, token } = visitor;
  const params = { case: await submitPlanted(visitor, id) };
  const seen = () => client.ask(readCase, { params, token });
  await sooner("the second webhook", async () => ((await seen()).referrals.length === 2 ? true : undefined));
  await sooner("the decision", async () => ((await seen()).phase === "decided" ? true : undefined));
};

const folder = temporaryFolder();
after(() => folder.remove());

test(`of ${String(PEOPLE * VALUES)} planted values none lies in a file, log, webhook or error, and after erasing none can be read`, async (context) => {
  const path = join(folder.path, "data");
  const window = await startedWindow({
    WINDOW_DATA: path,
    PORT: "0",
    WINDOW_QUOTAS: "0",
    WINDOW_DEMO: "people",
  });
  context.after(() => window.end("SIGKILL"));
  const [visitor, clerk] = await Promise.all(
    ["li-jing", "wang-fang"].map(async (person) => ({
      client: clientOf(window.origin),
      token: await demonstrationToken(`${window.origin}/oidc/token`, person),
    })),
  );
  assert.ok(visitor && clerk);
  const ids = await draftPlanted(visitor, PEOPLE);
  await Promise.all(ids.slice(0, SUBMITTED).map((id) => submittedToTheEnd(visitor, id)));
  await refusedWithoutEcho(visitor);
  await lookUpPlanted(clerk);
  assert.deepEqual(filesThatTell(path), []);
  await erasePlanted(visitor, ids.slice(SUBMITTED));
  const { output } = await window.end("SIGTERM");
  assert.ok(isFreeOfPlanted(output), "the log tells");
  assert.deepEqual(filesThatTell(path), []);

  const data = openDataFolder(path);
  const kept = { store: openEventStore(data), vault: openVault(data) };
  for (const [index, id] of ids.entries())
    await opensAsItShould(kept, id, index < SUBMITTED ? "kept" : "erased");
  data.close();
});
