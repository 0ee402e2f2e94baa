import { listRules } from "@window/contract/operations/rules.ts";
import { rules as known } from "@window/domain/rule/rules.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";

export const rules = {
  listRules: handle(listRules, () => Promise.resolve(answer(200, { rules: [...known] }))),
};
