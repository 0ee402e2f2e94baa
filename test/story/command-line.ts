import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { WrongInput } from "./wrong-input.ts";

export const usage = `npm run story                                    the main job, with the example in docs/example
npm run story -- --input application.json --document contract.pdf --document lease.pdf
                                                 the same with your own application and papers

  --input      the application as the API takes it (an example: docs/example/application.json)
  --document   a paper, in the order of the item's list of materials; once for each
  --folder     where the story keeps its window (default: .window/story); a killed story goes on from there
  --help       this`;

export type CommandLine = {
  readonly input: string;
  readonly documents: readonly string[];
  readonly folder: string;
  readonly help: boolean;
};

const root = join(import.meta.dirname, "../..");
const example = join(root, "docs/example");

/** What was asked for. Throws WrongInput for an option that does not exist or a half of what is needed. */
export const commandLine = (words: readonly string[]): CommandLine => {
  const { input, document, folder, help } = parsed(words);
  if (input === undefined && document.length > 0) {
    throw new WrongInput([
      `--document needs --input: which application are these for? 缺少 --input。\n\n${usage}`,
    ]);
  }
  const common = { folder: folder === undefined ? join(root, ".window/story") : here(folder), help };
  if (input === undefined) {
    const documents = [join(example, "contract.pdf"), join(example, "lease.pdf")];
    return { ...common, input: join(example, "application.json"), documents };
  }
  return { ...common, input: here(input), documents: document.map(here) };
};

/** npm runs scripts at the root of the project and says where it was called. */
const here = (path: string): string => resolve(process.env["INIT_CWD"] ?? "", path);

const parsed = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      options: {
        input: { type: "string" },
        document: { type: "string", multiple: true, default: [] },
        folder: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (fault) {
    const said = fault instanceof Error ? fault.message : String(fault);
    throw new WrongInput([`${said}\n\n${usage}`]);
  }
};
