import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import * as z from "zod";
import { WrongInput } from "./wrong-input.ts";

const Kept = z.object({
  /** Addresses in webhooks already sent name it, so a story that goes on needs the same one. */
  port: z.int(),
  finished: z.boolean(),
  /** The two secrets of each department by its id. */
  secrets: z.record(z.string(), z.object({ endpoint: z.string(), receiving: z.string() })),
});
type Kept = z.infer<typeof Kept>;

export type StoryFolder = Kept & {
  readonly goesOn: boolean;
  /** The data folder of the window. */
  readonly window: string;
  /** What a department remembers. */
  readonly journal: (department: string) => string;
  readonly finish: () => void;
};

const secret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** Opens the folder of a story that was interrupted, or begins a new one: a finished story is cleared away. */
export const openStoryFolder = async (path: string, departments: readonly string[]): Promise<StoryFolder> => {
  const file = join(path, "story.json");
  const before = existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
  if (!before && existsSync(path) && readdirSync(path).length > 0) {
    throw new WrongInput([
      `${path}: this folder holds something else than a story. 该文件夹不是故事文件夹。`,
    ]);
  }
  if (before?.finished) rmSync(path, { recursive: true });
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const goesOn = before !== undefined && !before.finished;
  const kept = goesOn ? before : await begun(departments);
  const write = (content: Kept): void => {
    writeFileSync(`${file}.new`, JSON.stringify(content, undefined, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  write(kept);
  return {
    ...kept,
    goesOn,
    window: join(path, "window"),
    journal: (department) => join(path, `${department}.jsonl`),
    finish: () => write({ ...kept, finished: true }),
  };
};

const begun = async (departments: readonly string[]): Promise<Kept> => ({
  port: await freePort(),
  finished: false,
  secrets: Object.fromEntries(departments.map((id) => [id, { endpoint: secret(), receiving: secret() }])),
});

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
