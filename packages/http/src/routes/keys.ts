import { listKeys } from "@window/contract/operations/keys.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";

export const keys = {
  listKeys: handle(listKeys, async ({ signer }) =>
    answer(200, { keys: [...(await signer.keys())] }, { "cache-control": "public, max-age=600" }),
  ),
};
