import { callback } from "./callback.ts";
import { referrals } from "./referrals.ts";
import { report } from "./report.ts";

/** What departments ask, and what comes signed. */
export const forDepartments = { ...callback, ...referrals, ...report };
