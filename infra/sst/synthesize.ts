import { execFileSync } from "node:child_process";
import { delimiter, join } from "node:path";

/**
 * The assembly of a stage, made by the same command and program as for the other door, in a process of its own: SST
 * bundles what it runs, and CDK cannot be bundled. Returns its folder.
 */
export const synthesize = (root: string, stage: string): string => {
  const tools = join(root, "node_modules/.bin");
  const folder = join(root, ".build/sst", stage);
  execFileSync(
    join(tools, "cdk"),
    ["synth", "--quiet", "--output", folder, "-c", `stage=${stage}`, "-c", "door=sst"],
    // The project's own Node stands before the machine's.
    {
      cwd: root,
      env: { ...process.env, PATH: `${tools}${delimiter}${process.env["PATH"] ?? ""}` },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  return folder;
};
