import { Window } from "@window/domain/place/window.ts";
import * as z from "zod";
import { operation } from "../operation.ts";

export const listWindows = operation({
  method: "get",
  path: "/windows",
  summary: { zh: "列出窗口", en: "List the windows" },
  access: "anyone",
  keyed: false,
  answers: { 200: z.object({ windows: z.array(Window) }) },
  problems: [],
});
