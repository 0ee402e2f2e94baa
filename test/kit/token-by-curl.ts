import assert from "node:assert/strict";
import * as z from "zod";

/** The token that the line for a person, as `npm start` printed it, gives. */
export const tokenByCurl = async (output: string, person: string): Promise<string> => {
  const line = output.split("\n").find((text) => text.trim().startsWith("curl") && text.includes(person));
  const words = line?.trim().split(" ") ?? assert.fail(`no curl line for ${person}`);
  const url = words.find((word) => word.startsWith("http")) ?? "";
  const fields = words.filter((word) => word.includes("=") && !word.startsWith("http"));
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(fields.join("&")) });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
};
