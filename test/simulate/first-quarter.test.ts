import { test } from "node:test";
import { tellPart } from "./part.ts";

test("the first twenty-five hundred histories end right, whatever the world did meanwhile", () =>
  tellPart(0));
