/** Every hour → a signed root over the commits of each hour that has closed. */
import { signRoots } from "@window/domain/dispatch/sign-roots.ts";
import { rootingDeps } from "./aws-rooting.ts";
import { entry } from "./aws-events.ts";
import { log } from "./aws-log.ts";

export const handler = entry(rootingDeps, async (deps) => {
  log({ event: "roots-signed", made: await signRoots(deps) });
});
