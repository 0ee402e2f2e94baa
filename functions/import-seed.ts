/** Every five minutes → what this deploy was shipped with and the log has not seen; nothing, as a rule. */
import { seed } from "@window/catalogue/seed.ts";
import { importSeed } from "@window/domain/act/import-seed.ts";
import { entry } from "./aws-events.ts";
import { seedingDeps } from "./aws-seed.ts";

export const handler = entry(seedingDeps, (deps) => importSeed(deps, seed));
