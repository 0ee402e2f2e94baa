import { FeedHour } from "@window/domain/feed.ts";
import * as z from "zod";
import { operation } from "../operation.ts";
import { Chain, PublishedRoot } from "../wire/chain.ts";
import { ofApplication } from "./applications.ts";
import { ofCase } from "./cases.ts";

export const readCaseChain = operation({
  method: "get",
  path: "/cases/{case}/chain",
  summary: {
    zh: "读取自己办件的记录链，可离线核对是否被改动",
    en: "Read the chain of one of your cases, to check offline that nothing in it was changed",
  },
  access: "owner",
  keyed: false,
  params: ofCase,
  answers: { 200: Chain },
  problems: ["no-such-case"],
});

export const readApplicationChain = operation({
  method: "get",
  path: "/applications/{application}/chain",
  summary: {
    zh: "读取自己申请的记录链，可离线核对是否被改动",
    en: "Read the chain of one of your applications, to check offline that nothing in it was changed",
  },
  access: "owner",
  keyed: false,
  params: ofApplication,
  answers: { 200: Chain },
  problems: ["no-such-application"],
});

export const readRoot = operation({
  method: "get",
  path: "/roots/{hour}",
  summary: {
    zh: "读取某一小时（UTC）或其后首个签名根；任何人都可留存",
    en: "Read the signed root of an hour (UTC), or the first after it; anybody may keep it",
  },
  access: "anyone",
  keyed: false,
  params: z.strictObject({ hour: FeedHour }),
  // Null: no hour from there on is rooted yet.
  answers: { 200: z.object({ root: PublishedRoot.nullable() }) },
  problems: [],
});

export const listRootKeys = operation({
  method: "get",
  path: "/roots/keys",
  summary: {
    zh: "签名根的公钥（JWKS）",
    en: "The public keys of the signed roots (JWKS)",
  },
  access: "anyone",
  keyed: false,
  answers: { 200: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }) },
  problems: [],
});
