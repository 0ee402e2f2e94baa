import * as z from "zod";
import { operation } from "../operation.ts";

export const readOpenApi = operation({
  method: "get",
  path: "/openapi.json",
  summary: { zh: "本接口的 OpenAPI 3.1 描述", en: "This API as OpenAPI 3.1" },
  access: "anyone",
  keyed: false,
  answers: { 200: z.record(z.string(), z.unknown()) },
  problems: [],
});

export const readHealth = operation({
  method: "get",
  path: "/health",
  summary: { zh: "窗口是否在运行", en: "Whether the window is up" },
  access: "anyone",
  keyed: false,
  answers: { 200: z.object({ status: z.literal("up") }) },
  problems: [],
});
