import type { Offer } from "@window/domain/edition/offer.ts";
import type { Language, Text } from "@window/domain/text.ts";
import type { VerifyAnswer } from "../ask-verify.ts";
import { address } from "./address.ts";
import { Legend, tied } from "./entry.tsx";
import { Frame } from "./frame.tsx";
import { Verdict } from "./verdict.tsx";

const words = {
  title: { zh: "核验证照", en: "Verify a certificate" },
  about: {
    zh: "任何人都可以核验本窗口出具的证照，无需登录；提交的内容不会保存。",
    en: "Anybody can verify a certificate of this window, without login. What you send is not kept.",
  },
  certificate: { zh: "证照内容", en: "Text of the certificate" },
  hint: {
    zh: "粘贴以 eyJ 开头的整段文字，中间的换行和空格没有影响。",
    en: "Paste the whole text that begins with eyJ; line breaks and spaces in it do not matter.",
  },
  verify: { zh: "核验", en: "Verify" },
  byOneself: { zh: "离线核验", en: "Verify it yourself" },
  offline: {
    zh: "不必只信本页：签名公钥公布在下面的地址，用任何支持 JWS（ES256）的工具都可以离线验签。",
    en: "You need not rely on this page alone: the public keys are below, and any tool for JWS (ES256) checks the signature offline.",
  },
  keys: { zh: "签名公钥（JWKS）", en: "Public keys (JWKS)" },
  revocations: { zh: "已撤销的结果", en: "Results that were revoked" },
} satisfies Record<string, Text>;

const Form = ({ language, wrong }: { readonly language: Language; readonly wrong: Text | undefined }) => (
  <form method="post" action={address(language, "verify")} novalidate>
    <Legend id="certificate" language={language} label={words.certificate} hint={words.hint} wrong={wrong} />
    <textarea
      {...tied({ id: "certificate", wrong })}
      name="certificate"
      rows={7}
      autocomplete="off"
      spellcheck={false}
    ></textarea>
    <button type="submit">{words.verify[language]}</button>
  </form>
);

/** The form, and above it the verdict once a certificate has been sent. */
export const VerifyPage = (page: {
  readonly language: Language;
  readonly offer: Offer;
  readonly answer?: VerifyAnswer;
}) => {
  const { language, offer, answer } = page;
  return (
    <Frame language={language} title={words.title} place="verify">
      <h1>{words.title[language]}</h1>
      {answer?.status === 200 ? (
        <Verdict verification={answer.verification} offer={offer} language={language} />
      ) : (
        <p>{words.about[language]}</p>
      )}
      <Form language={language} wrong={answer?.status === 400 ? answer.wrong : undefined} />
      <h2>{words.byOneself[language]}</h2>
      <p>{words.offline[language]}</p>
      <p>
        <a href="/keys">{words.keys[language]}</a>
      </p>
      <p>
        <a href="/results/revocations">{words.revocations[language]}</a>
      </p>
    </Frame>
  );
};
