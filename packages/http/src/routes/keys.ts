import { listKeys } from "@window/contract/operations/keys.ts";
import * as z from "zod";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";

const Keys = z.array(z.record(z.string(), z.json()));

export const keys = {
  listKeys: handle(listKeys, async ({ signer }) =>
    answer(200, { keys: Keys.parse(await signer.keys()) }, { "cache-control": "public, max-age=600" }),
  ),
};
