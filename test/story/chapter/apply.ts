import {
  draftApplication,
  readApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import { announceDocument, readDocument } from "@window/contract/operations/documents.ts";
import { readItem } from "@window/contract/operations/items.ts";
import type { Upload } from "@window/contract/wire/application.ts";
import type { ApplicationId } from "@window/domain/id.ts";
import type { Material } from "@window/domain/item/material.ts";
import type * as z from "zod";
import type { OwnDocument } from "../own-document.ts";
import { APPLICANT, sooner } from "../scene.ts";
import type { Scene, Submitted } from "../scene.ts";
import { StoryBroken } from "../teller.ts";
import { WrongInput } from "../wrong-input.ts";

/** A person applies with real papers. Every key comes from what is applied with, so doing it again is doing it once. */
export const apply = async (scene: Scene): Promise<Submitted> => {
  const { teller, visitor, input } = scene;
  teller.chapter({ zh: "申请", en: "Somebody applies" });
  const token = await scene.token(APPLICANT);
  const { draft } = input;
  const item = await visitor.ask(readItem, { params: { item: draft.item } });
  teller.fact({ zh: "事项", en: "item" }, `${item.name.zh} ${item.name.en} (v${item.version})`);

  const drafted = await visitor.ask(draftApplication, {
    token,
    key: keyOf(scene, "draft"),
    body: draft,
  });
  const { application } = drafted;
  teller.fact({ zh: "申请编号", en: "application" }, application);
  const papers = pairs(item.materials, input.documents);
  // A story that was interrupted later on has its papers in, and no form for them is handed out any more.
  const { phase } = await visitor.ask(readApplication, { params: { application }, token });
  const missing = phase === "draft" ? papers : [];
  for (const [material, paper] of missing) await handIn(scene, { token, application }, material, paper);

  const submitted = await visitor.ask(submitApplication, {
    params: { application },
    token,
    key: keyOf(scene, "submit"),
  });
  teller.fact({ zh: "提交时间", en: "submitted" }, String(submitted.submittedAt));
  const again = await visitor.ask(submitApplication, {
    params: { application },
    token,
    key: keyOf(scene, "submit"),
  });
  teller.hold(
    { zh: "重复提交得到同一答复。", en: "Submitting twice is submitting once." },
    again.submittedAt === submitted.submittedAt && again.cases.length === submitted.cases.length,
  );
  const read = await visitor.ask(readApplication, {
    params: { application },
    token,
  });
  const [opened] = read.cases;
  if (!opened) throw new StoryBroken("the application has no case");
  teller.fact({ zh: "办件编号", en: "case number" }, opened.number);
  teller.fact({ zh: "办件", en: "case" }, opened.case);
  return { application, case: opened.case, number: opened.number, queryCode: opened.queryCode };
};

const keyOf = ({ input }: Scene, step: string): string => `story-${input.mark}-${step}`;

/** The first paper is for the first material of the list, and so on. */
const pairs = (materials: readonly Material[], papers: readonly OwnDocument[]): [Material, OwnDocument][] =>
  papers.map((paper, index) => {
    const material = materials[index];
    if (material) return [material, paper];
    throw new WrongInput([
      `${paper.name}: the item has ${materials.length} materials, and this is one paper more. 材料多于事项所列。`,
    ]);
  });

type Own = { readonly token: string; readonly application: ApplicationId };

const handIn = async (scene: Scene, { token, application }: Own, material: Material, paper: OwnDocument) => {
  const { teller, visitor } = scene;
  const { document, upload } = await visitor.ask(announceDocument, {
    params: { application },
    token,
    key: keyOf(scene, material.id),
    body: { material: material.id, mediaType: paper.mediaType },
  });
  teller.fact(material.name, `${paper.name}, ${paper.bytes.length} bytes, ${document.document}`);
  for (const [{ zh, en }, form] of [
    [{ zh: "指向别处的上传表单", en: "An upload form that points elsewhere" }, toAnotherKey(upload)],
    [{ zh: "自行放宽条件的上传表单", en: "An upload form with wider terms" }, withWiderTerms(upload)],
  ] as const) {
    const status = await send(form, paper);
    teller.hold({ zh: `${zh}被拒绝。`, en: `${en} is refused.` }, status >= 400 && status < 500, status);
  }
  const params = { application, document: document.document };
  const look = () => visitor.ask(readDocument, { params, token });
  if ((await look()).state === "awaited") {
    const status = await send(upload, paper);
    teller.hold({ zh: "材料已上传。", en: "The paper is uploaded." }, status < 300, status);
  }
  const seen = await sooner("the inspection of a paper", async () => {
    const now = await look();
    return now.state === "awaited" ? undefined : now;
  });
  if (seen.problem)
    throw new WrongInput([`${paper.name}: ${seen.problem.cause.en} ${seen.problem.cause.zh}`]);
  teller.hold(
    { zh: "材料检查通过，摘要一致。", en: `It is clean, and its SHA-256 is ${paper.sha256.slice(0, 16)}….` },
    seen.sha256 === paper.sha256,
    seen,
  );
};

type Form = z.infer<typeof Upload>;

const toAnotherKey = ({ url, fields }: Form): Form => ({
  url,
  fields: { ...fields, key: `${fields["key"] ?? ""}x` },
});

/** The policy of a presigned POST is base64 of JSON, here as in S3, and the signature is over that text. */
const withWiderTerms = ({ url, fields }: Form): Form => {
  const policy = Buffer.from(fields["policy"] ?? fields["Policy"] ?? "", "base64").toString("utf8");
  const wider = Buffer.from(policy.replace(/"content-length-range",\s*1,/, '"content-length-range",0,'));
  const name = "policy" in fields ? "policy" : "Policy";
  return { url, fields: { ...fields, [name]: wider.toString("base64") } };
};

/** As a form does it: all fields in order, then the file. */
const send = async ({ url, fields }: Form, { bytes, mediaType, name }: OwnDocument) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", new Blob([bytes], { type: mediaType }), name);
  const response = await fetch(url, { method: "POST", body: form });
  await response.body?.cancel();
  return response.status;
};
