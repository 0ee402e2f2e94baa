import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { operation } from "../operation.ts";

const Rule = z.object({ id: z.string(), article: z.string(), text: Text, test: z.string() });

export const listRules = operation({
  method: "get",
  path: "/rules",
  summary: {
    zh: "公开：本窗口遵守的规则、所依条款，以及证明它的测试",
    en: "For everybody: the rules this window keeps, the article of each, and the test that proves it",
  },
  access: "anyone",
  keyed: false,
  answers: { 200: z.object({ rules: z.array(Rule) }) },
  problems: [],
});
