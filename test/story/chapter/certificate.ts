import { listKeys } from "@window/contract/operations/keys.ts";
import { listRevocations, readResult, verifyResult } from "@window/contract/operations/results.ts";
import type { ResultId } from "@window/domain/id.ts";
import { ResultClaims } from "@window/domain/result/result-claims.ts";
import { createHash } from "node:crypto";
import { counterfeit, tampered, verifyOffline } from "../certificate-offline.ts";
import { APPLICANT } from "../scene.ts";
import type { Scene } from "../scene.ts";
import { StoryBroken } from "../teller.ts";

/** One result, with a certificate that a stranger verifies: by the window's route, and without the window. */
export const checkCertificate = async (scene: Scene, result: ResultId): Promise<string> => {
  const { teller, visitor } = scene;
  teller.chapter({ zh: "证照", en: "One result, and a certificate that a stranger can verify" });
  const token = await scene.token(APPLICANT);
  const own = await visitor.ask(readResult, { params: { result }, token });
  const { certificate } = own;
  if (certificate === null) throw new StoryBroken("the result has no certificate");
  teller.fact({ zh: "办理结果", en: "result" }, `${own.name.zh} ${own.name.en}`);
  teller.fact({ zh: "结果编号", en: "result id" }, own.result);
  teller.fact({ zh: "出证时间", en: "issued" }, own.issuedAt);
  for (const line of certificate.match(/.{1,96}/g) ?? []) teller.fact({ zh: "", en: "" }, line);

  const verify = (text: string) => visitor.ask(verifyResult, { body: { certificate: text } });
  const online = await verify(certificate);
  teller.hold(
    { zh: "在线核验：真。", en: "Verified online: genuine." },
    online.verdict === "genuine",
    online,
  );
  const { keys } = await visitor.ask(listKeys);
  const claims = ResultClaims.safeParse(await verifyOffline(certificate, keys));
  teller.hold(
    {
      zh: "离线核验（公布的公钥 + Web Crypto）：真。",
      en: "Verified offline, with the published keys alone: genuine.",
    },
    claims.success && claims.data.jti === own.result,
    claims.error,
  );
  if (claims.data) teller.fact({ zh: "证照内容", en: "it says" }, JSON.stringify(claims.data));
  const forgeries = [
    [{ zh: "改动过姓名的证照", en: "With another name on it" }, tampered(certificate)],
    [{ zh: "另一把密钥签名的证照", en: "Signed with another key" }, await counterfeit(certificate)],
  ] as const;
  for (const [{ zh, en }, forgery] of forgeries) {
    const { verdict } = await verify(forgery);
    const offline = await verifyOffline(forgery, keys);
    teller.hold(
      { zh: `${zh}：在线、离线都不认。`, en: `${en}: not genuine, online and offline.` },
      verdict === "not-genuine" && offline === undefined,
      verdict,
    );
  }
  const { rows } = await visitor.ask(listRevocations);
  teller.hold(
    { zh: "不在撤销名单上。", en: "It is not on the revocation list." },
    rows.every((revoked) => revoked.result !== own.result),
  );
  return createHash("sha256").update(certificate).digest("hex");
};
