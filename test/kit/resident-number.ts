import { residentIdFault } from "@window/domain/identifier/resident-id.ts";
import assert from "node:assert/strict";

/** The resident identity number that begins with these seventeen digits. */
export const residentNumber = (body: string): string => {
  const last = Array.from("0123456789X").find((check) => residentIdFault(body + check) === null);
  return body + (last ?? assert.fail(body));
};
