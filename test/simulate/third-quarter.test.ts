import { test } from "node:test";
import { tellPart } from "./part.ts";

test("the third twenty-five hundred histories end right, whatever the world did meanwhile", () =>
  tellPart(2));
