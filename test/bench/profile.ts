/** `node test/bench/profile.ts [folder]`: full cases for some seconds, with a CPU profile of the window in that folder. */
import { closedLoop } from "./closed-loop.ts";
import { openStand } from "./stand.ts";

const [folder] = process.argv.slice(2);
const stand = await openStand(folder === undefined ? {} : { profile: folder });
console.log(await closedLoop(stand, { width: 32, seconds: 4, rounds: 4 }));
console.log(await stand.audit(Math.round(performance.timeOrigin) - 3_600_000), await stand.webhooks());
await stand.close();
