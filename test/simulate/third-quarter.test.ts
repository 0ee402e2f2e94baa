import { test } from "node:test";
import { tellPart } from "./part.ts";

test("the third 2,500 histories end right, whatever the world did meanwhile", () => tellPart(2));
