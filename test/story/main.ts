/**
 * `npm run story`: the main job told in the terminal. Exits 0 only when every step held, 1 when one did not, 2 when what
 * was given cannot be used.
 */
import { commandLine, usage } from "./command-line.ts";
import { ownInput } from "./own-input.ts";
import { tellStory } from "./story.ts";
import { openTeller, StoryBroken } from "./teller.ts";
import { Refusal } from "./visitor.ts";
import { WrongInput } from "./wrong-input.ts";

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Its messages say what to do; it comes from the window's bundle, so it is known by name. */
const isFolderRefused = (fault: unknown): boolean => fault instanceof Error && fault.name === "FolderRefused";

const broken = (fault: unknown): number => {
  write("");
  if (fault instanceof WrongInput) {
    write("不能使用所给的内容 · What was given cannot be used");
    for (const line of fault.faults) write(`  ${line}`);
    return 2;
  }
  if (fault instanceof Refusal) {
    const { status, code, cause, remedy, faults } = fault.problem;
    write(`窗口拒绝 · The window refused (${status} ${code})`);
    write(`  ${cause.zh}${remedy.zh} ${cause.en} ${remedy.en}`);
    for (const { field, cause, remedy } of faults) {
      write(`  ${field}: ${cause.zh}${remedy.zh} ${cause.en} ${remedy.en}`);
    }
    return faults.length > 0 ? 2 : 1;
  }
  write("故事中断 · The story broke");
  write(`  ${fault instanceof StoryBroken ? fault.message : String(fault)}`);
  if (fault instanceof Error && !(fault instanceof StoryBroken || isFolderRefused(fault))) {
    write(fault.stack ?? "");
  }
  return 1;
};

const told = async (): Promise<number> => {
  try {
    const { input, documents, folder, help } = commandLine(process.argv.slice(2));
    if (help) {
      write(usage);
      return 0;
    }
    const own = ownInput(input, documents);
    write("人才服务单一窗口：一个办件的全过程");
    write("The talent service window: one case, all the way through");
    const end = await tellStory(openTeller(write, process.stdout.isTTY), own, folder);
    write("");
    write("故事完整 · The story held");
    write(end);
    return 0;
  } catch (fault) {
    return broken(fault);
  }
};

// A connection somebody keeps alive must not keep a told story from ending.
process.exit(await told());
