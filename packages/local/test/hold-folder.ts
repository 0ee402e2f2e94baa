/** `node hold-folder.ts <folder>`: opens a data folder and keeps it until it is killed. */
import { openDataFolder } from "@window/local/data-folder.ts";

openDataFolder(process.argv[2] ?? "");
process.stdout.write("open\n");
setInterval(() => undefined, 60_000);
