import { test } from "node:test";
import { tellPart } from "./part.ts";

test("the fourth thousand histories end right, whatever the world did meanwhile", () => tellPart(3));
