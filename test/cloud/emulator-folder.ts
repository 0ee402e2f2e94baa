import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { must, run } from "./command.ts";

const root = join(import.meta.dirname, "../..");
const requirements = join(import.meta.dirname, "requirements.txt");

/** Debian has `python3` without `venv`, and a machine may have none at all. */
const withPython = async (folder: string): Promise<void> => {
  const made = await run("python3", ["-m", "venv", folder]).catch((fault: unknown) => ({
    code: 1,
    output: String(fault),
  }));
  if (made.code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new Error(
    `the emulator needs Python 3.10 or newer with venv (Debian: apt-get install python3 python3-venv)\n${made.output}`,
  );
};

/** Installs the emulator once per list of versions, away from everything else, and returns its program. */
export const emulatorProgram = async (): Promise<string> => {
  const version = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const folder = join(root, ".build/emulator", version);
  const program = join(folder, "bin/ministack");
  if (existsSync(program)) return program;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(root, ".build/emulator"), { recursive: true });
  await withPython(folder);
  const pip = join(folder, "bin/pip");
  try {
    await must(pip, ["install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true });
    throw fault;
  }
  return program;
};
