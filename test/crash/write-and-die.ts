/** `node write-and-die.ts <folder>`: writes, and ends as a power cut would end it. */
import { writeCommits } from "./written-folder.ts";

await writeCommits(process.argv[2] ?? "");
process.kill(process.pid, "SIGKILL");
