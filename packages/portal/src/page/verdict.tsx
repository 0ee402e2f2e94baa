import type { Verification } from "@window/contract/wire/result.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import type { Language, Text } from "@window/domain/text.ts";
import { ShownMoment } from "./moment.tsx";
import { Notice } from "./notice.tsx";

const verdicts = {
  genuine: { zh: "真实，现行有效", en: "Genuine and in force" },
  revoked: { zh: "已撤销，不再有效", en: "Revoked: no longer in force" },
  "not-genuine": { zh: "无效：不是本窗口出具的证照", en: "Not valid: no certificate of this window" },
} satisfies Record<Verification["verdict"], Text>;

type Signed = Exclude<Verification, { verdict: "not-genuine" }>;
type Reason = Extract<Verification, { verdict: "revoked" }>["revoked"]["reason"];

const reasons = {
  "false-statement": { zh: "申请内容不实", en: "it rests on a false statement" },
  "issued-in-error": { zh: "出具有误", en: "it was issued in error" },
  "conditions-lapsed": { zh: "条件不再具备", en: "its conditions have lapsed" },
} satisfies Record<Reason, Text>;

const words = {
  look: {
    zh: "请核对是否完整粘贴；仍无法通过时，请向持有人索要原件或联系窗口。",
    en: "Check that the whole text was pasted; if it still fails, ask the holder for the original or ask a window.",
  },
  item: { zh: "事项", en: "Item" },
  decision: { zh: "决定", en: "Decision" },
  granted: { zh: "同意", en: "granted" },
  department: { zh: "决定部门", en: "Decided by" },
  also: { zh: "同时办结的事项", en: "Granted with it" },
  holder: { zh: "持有人（部分隐去）", en: "Holder (partly masked)" },
  number: { zh: "办件编号", en: "Case number" },
  result: { zh: "结果编号", en: "Result" },
  issued: { zh: "出具时间", en: "Issued" },
  issuer: { zh: "出具窗口", en: "Issued by" },
  revoked: { zh: "撤销时间", en: "Revoked" },
  why: { zh: "撤销原因", en: "Revoked because" },
} satisfies Record<string, Text>;

type Shown = { readonly offer: Offer; readonly language: Language };

const Revoked = ({ signed, language }: { readonly signed: Signed; readonly language: Language }) =>
  signed.verdict === "revoked" && (
    <>
      <dt>{words.revoked[language]}</dt>
      <dd>
        <ShownMoment at={signed.revoked.at} language={language} />
      </dd>
      <dt>{words.why[language]}</dt>
      <dd>{reasons[signed.revoked.reason][language]}</dd>
    </>
  );

/** What a certificate says, in words; ids that the catalogue no longer knows stand as they are. */
const Says = ({ signed, offer, language }: Shown & { readonly signed: Signed }) => {
  const { itm, dec, dep, nam, num, jti, iat, iss, also = [] } = signed.claims;
  const itemOf = (wanted: string) => offer.items.find(({ id }) => id === wanted)?.name[language] ?? wanted;
  const bodyOf = (wanted: string) =>
    [...offer.departments, ...offer.windows].find(({ id }) => id === wanted)?.name[language] ?? wanted;
  const lines: readonly (readonly [Text, string])[] = [
    [words.item, itemOf(itm)],
    [words.decision, words[dec][language]],
    [words.department, bodyOf(dep)],
    [words.holder, nam],
    [words.number, num],
    ...also.flatMap((other): (readonly [Text, string])[] => [
      [words.also, itemOf(other.itm)],
      [words.department, bodyOf(other.dep)],
      [words.number, other.num],
    ]),
    [words.result, jti],
    [words.issuer, iss],
  ];
  return (
    <dl>
      <Revoked signed={signed} language={language} />
      {lines.map(([name, value]) => (
        <>
          <dt>{name[language]}</dt>
          <dd>{value}</dd>
        </>
      ))}
      <dt>{words.issued[language]}</dt>
      <dd>
        <ShownMoment at={new Date(iat * 1000).toISOString()} language={language} />
      </dd>
    </dl>
  );
};

/** Whether a certificate is worth anything, and what it says. */
export const Verdict = ({ verification, ...shown }: Shown & { readonly verification: Verification }) => {
  const heading = verdicts[verification.verdict];
  if (verification.verdict === "not-genuine")
    return <Notice tone="bad" heading={heading} says={[words.look]} language={shown.language} />;
  return (
    <Notice
      tone={verification.verdict === "genuine" ? "good" : "bad"}
      heading={heading}
      says={[]}
      language={shown.language}
    >
      <Says signed={verification} {...shown} />
    </Notice>
  );
};
