import { readApplication } from "@window/contract/operations/applications.ts";
import { readDocument } from "@window/contract/operations/documents.ts";
import { readReferral } from "@window/contract/operations/referrals.ts";
import type { Received } from "@window/department-kit/simulator/journal.ts";
import { answered } from "@window/department-kit/callback-event.ts";
import { signCallback } from "@window/department-kit/sign-callback.ts";
import { createHash } from "node:crypto";
import { APPLICANT, SOMEBODY_ELSE } from "../scene.ts";
import type { Scene, StoryDepartment, Submitted } from "../scene.ts";
import { StoryBroken } from "../teller.ts";

/** Whoever has no right to it finds every other door closed too. */
export const tryDoors = async (scene: Scene, submitted: Submitted, referral: Received): Promise<void> => {
  scene.teller.chapter({ zh: "关着的门", en: "Doors that stay closed" });
  await tryTokens(scene, submitted);
  await tryLinks(scene, submitted);
  await tryHandles(scene, referral);
};

const tryTokens = async ({ teller, visitor, token }: Scene, { application }: Submitted): Promise<void> => {
  const genuine = await token(APPLICANT);
  const [head = "", body = "", signature = ""] = genuine.split(".");
  const encoded = (text: string) => Buffer.from(text).toString("base64url");
  const decoded = Buffer.from(body, "base64url").toString("utf8");
  const other = encoded(decoded.replace(APPLICANT, SOMEBODY_ELSE).replace('"applicant"', '"supervisor"'));
  const forged = [
    [{ zh: "改动过的令牌", en: "A token that was changed" }, `${head}.${other}.${signature}`],
    [
      { zh: "没有签名的令牌（alg: none）", en: "A token without signature (alg: none)" },
      `${encoded('{"alg":"none","typ":"at+jwt"}')}.${body}.`,
    ],
  ] as const;
  for (const [{ zh, en }, bearer] of forged) {
    const refused = await visitor.refusal(readApplication, { params: { application }, token: bearer });
    teller.hold(
      { zh: `${zh}被拒绝（401）。`, en: `${en} is refused (401).` },
      refused?.status === 401,
      refused,
    );
  }
  const elses = { params: { application }, token: await token(SOMEBODY_ELSE) };
  const hidden = await visitor.refusal(readApplication, elses);
  const missing = await visitor.refusal(readApplication, { ...elses, params: { application: "app_0000" } });
  teller.hold(
    {
      zh: "别人的申请与不存在的申请答复相同。",
      en: "Somebody else's application answers like one that does not exist.",
    },
    hidden?.status === 404 && JSON.stringify(hidden) === JSON.stringify(missing),
    hidden,
  );
};

const tryLinks = async ({ teller, visitor, token, input }: Scene, { application }: Submitted) => {
  const own = { token: await token(APPLICANT) };
  const read = await visitor.ask(readApplication, {
    ...own,
    params: { application },
  });
  const [paper] = read.documents;
  if (!paper) throw new StoryBroken("the application has no document");
  const params = { application, document: paper.document };
  const { link } = await visitor.ask(readDocument, { ...own, params });
  if (link === null) throw new StoryBroken("a clean document has no link");
  const bytes = new Uint8Array(await (await fetch(link)).arrayBuffer());
  teller.hold(
    { zh: "材料可凭限时链接取回，一字不差。", en: "The paper comes back by its link, byte for byte." },
    createHash("sha256").update(bytes).digest("hex") === input.documents[0]?.sha256,
  );
  const statuses = await Promise.all(
    changedLinks(link).map(async (changed) => {
      const response = await fetch(changed);
      await response.body?.cancel();
      return response.status;
    }),
  );
  teller.hold(
    { zh: "改动过的链接打不开。", en: "A link that was changed opens nothing." },
    statuses.length > 0 && statuses.every((status) => status >= 400),
    statuses,
  );
};

const otherFirst = (text: string): string => text.replace(/^./, (first) => (first === "1" ? "2" : "1"));

/** A link is signed in its query (S3) or in the last part of its path (on one machine): each part of it changed once. */
const changedLinks = (link: string): URL[] => {
  const { searchParams, pathname } = new URL(link);
  const queries = [...searchParams].map(([name, value]) => {
    const changed = new URL(link);
    changed.searchParams.set(name, otherFirst(value));
    return changed;
  });
  if (queries.length > 0) return queries;
  const folder = pathname.slice(0, pathname.lastIndexOf("/") + 1);
  const parts = pathname.slice(folder.length).split(".");
  return parts.map((part, index) => new URL(folder + parts.with(index, otherFirst(part)).join("."), link));
};

const tryHandles = async (scene: Scene, { event }: Received): Promise<void> => {
  const { teller, visitor, departments } = scene;
  const { handle, callback, referral } = event.data;
  // Its last part proves the rest.
  const changed = handle.slice(0, -1) + (handle.endsWith("0") ? "1" : "0");
  const [addressed, foreign] = departments;
  if (!addressed || !foreign) throw new StoryBroken("two departments are needed");
  const post = (department: StoryDepartment, url: string) => postAnswer(department, url, referral);
  const statuses = [
    await post(addressed, callback.replace(handle, changed)),
    await post(foreign, callback),
    (
      await visitor.refusal(readReferral, {
        params: { handle: changed },
        token: await scene.token("talent-office"),
      })
    )?.status,
    (await visitor.refusal(readReferral, { params: { handle }, token: await scene.token("housing-office") }))
      ?.status,
  ];
  teller.hold(
    {
      zh: "改动过的或他部门的转办凭据无效（404）。",
      en: "A handle that was changed, or is another department's, is none (404).",
    },
    statuses.every((status) => status === 404),
    statuses,
  );
};

const postAnswer = async (department: StoryDepartment, url: string, referral: string): Promise<number> => {
  const id = `foreign-${department.id}-${referral}`;
  const envelope = { id, source: `urn:department:${department.id}`, referral, time: "2026-01-01T00:00:00Z" };
  const body = JSON.stringify(answered(envelope, { outcome: "agree" }));
  const headers = await signCallback({ secret: department.receivingSecret, id, body });
  const response = await fetch(url, { method: "POST", headers: { ...headers }, body });
  await response.body?.cancel();
  return response.status;
};
