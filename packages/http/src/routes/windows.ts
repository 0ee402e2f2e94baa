import { listWindows } from "@window/contract/operations/windows.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";

export const windows = {
  listWindows: handle(listWindows, async ({ catalogue }) =>
    answer(200, { windows: [...(await catalogue.current()).windows] }),
  ),
};
