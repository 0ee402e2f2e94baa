import * as z from "zod";
import { operation } from "../operation.ts";
import { Announcement, Document, LinkedDocument, Reuse, Upload } from "../wire/application.ts";
import { ofApplication } from "./applications.ts";

const ofDocument = ofApplication.extend({ document: z.string().max(100) });

export const announceDocument = operation({
  method: "post",
  path: "/applications/{application}/documents",
  summary: {
    zh: "登记一份材料并取得上传表单",
    en: "Announce a document and get the form its bytes are uploaded with",
  },
  access: "owner",
  keyed: true,
  params: ofApplication,
  body: Announcement,
  answers: { 201: z.object({ document: Document, upload: Upload }) },
  problems: [
    "no-such-application",
    "no-such-document",
    "no-such-material",
    "media-type-not-accepted",
    "too-many-documents",
    "not-a-draft",
  ],
});

export const reuseDocument = operation({
  method: "post",
  path: "/applications/{application}/reused-documents",
  summary: {
    zh: "把本人以前申请中的材料用于这份草稿，无需再次上传",
    en: "Use a document of an earlier application of your own in this draft, without uploading it again",
  },
  access: "owner",
  keyed: true,
  params: ofApplication,
  body: Reuse,
  answers: { 201: Document },
  problems: [
    "no-such-application",
    "no-such-document",
    "no-such-material",
    "media-type-not-accepted",
    "document-not-reusable",
    "too-many-documents",
    "not-a-draft",
  ],
});

export const readDocument = operation({
  method: "get",
  path: "/applications/{application}/documents/{document}",
  summary: {
    zh: "读取一份材料的检查结果；通过后附下载地址",
    en: "Read what inspection said of a document; once it is clean, with a link to it",
  },
  access: "owner",
  keyed: false,
  params: ofDocument,
  answers: { 200: LinkedDocument },
  problems: ["no-such-application", "no-such-document"],
});

export const removeDocument = operation({
  method: "delete",
  path: "/applications/{application}/documents/{document}",
  summary: { zh: "从草稿中删除一份材料", en: "Take a document out of a draft" },
  access: "owner",
  keyed: true,
  params: ofDocument,
  answers: { 204: null },
  problems: ["no-such-application", "no-such-document", "not-a-draft"],
});

export const confirmOriginal = operation({
  method: "post",
  path: "/applications/{application}/documents/{document}/original",
  summary: {
    zh: "窗口工作人员核对原件后登记，材料的可信等级由C升为B",
    en: "A clerk notes that a document was compared with its original: its trust level rises from C to B",
  },
  access: "clerk",
  keyed: true,
  params: ofDocument,
  answers: { 200: Document },
  problems: ["no-such-application", "no-such-document", "documents-not-ready", "withdrawn"],
});
