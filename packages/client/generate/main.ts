/** `npm run client`: writes the client of this version of the window into .build/client; `npm pack .build/client` packs it. */
import { join } from "node:path";
import { generate } from "./generate.ts";

const folder = join(import.meta.dirname, "../../../.build/client");
generate(folder);
process.stdout.write(`a package without dependencies: ${folder}\n`);
