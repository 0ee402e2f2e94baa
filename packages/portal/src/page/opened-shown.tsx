import type { OperationId } from "@window/contract/operations.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import type { Language, Text } from "@window/domain/text.ts";
import type { Opened, ShownDesk, ShownReferral } from "../stage.ts";
import { CaseShown } from "./case-shown.tsx";
import { Example } from "./limit.tsx";
import { ShownDay } from "./moment.tsx";
import { Papers } from "./papers-shown.tsx";
import { operationAddress } from "./reference.tsx";
import { Checked } from "./verifications-shown.tsx";

const words = {
  number: { zh: "办件编号", en: "Case number" },
  question: { zh: "问题", en: "The question" },
  by: { zh: "应答复日", en: "To answer by" },
  reasons: { zh: "不同意时可选的理由", en: "Grounds a refusal may name" },
  todo: { zh: "现在可以做什么", en: "What can be done now" },
  spot: {
    zh: "核验通过，当场同意；查明不符，说明理由不予同意；无法核验，请申请人和用人单位分别签承诺书，签完即办结。",
    en: "Verified: granted on the spot. Contradicted: refused, with reasons. Not verifiable: applicant and employer each sign a commitment, and with the last signature it is granted.",
  },
  sign: {
    zh: "代表用人单位签署承诺书，签完即办结。",
    en: "Sign for the employer; with the last signature the case is granted.",
  },
  answer: { zh: "在应答复日之前同意，或说明理由不同意。", en: "Agree by that day, or refuse with reasons." },
  promise: { zh: "用人单位承诺书", en: "The commitment of the employer" },
  door: {
    zh: "登录后的办理按钮尚未建成；现在通过接口办理：",
    en: "Buttons for this come with the signed-in pages; for now it goes through the API: ",
  },
} satisfies Record<string, Text>;

type In<Thing> = Thing & { readonly language: Language };
type Offered<Thing> = In<Thing> & { readonly offer: Offer };

const Todo = ({ what, by, language }: In<{ readonly what: Text; readonly by: OperationId }>) => (
  <div class="notice plain">
    <h3>{words.todo[language]}</h3>
    <p>{what[language]}</p>
    <p class="soft">
      {words.door[language]}
      <a href={operationAddress(language, by)}>{by}</a>
    </p>
  </div>
);

const isOfWindow = ({ case: { turn, kind } }: ShownDesk): boolean =>
  turn.of === "window" && kind === "delegated";

const DeskShown = ({ desk, offer, language }: Offered<{ readonly desk: ShownDesk }>) => {
  const signing =
    desk.case.turn.of === "employer" && desk.case.kind === "delegated" && desk.case.overdueAt === null;
  return (
    <>
      <CaseShown seen={desk.case} language={language} />
      {isOfWindow(desk) && <Todo what={words.spot} by="assessCase" language={language} />}
      {signing && desk.commitment !== null && desk.answers === null && (
        <>
          <Todo what={words.sign} by="signCommitment" language={language} />
          <h3>{words.promise[language]}</h3>
          <blockquote>{desk.commitment.employer[language]}</blockquote>
        </>
      )}
      {signing && desk.answers !== null && <Todo what={words.spot} by="assessCase" language={language} />}
      <Papers
        answers={desk.answers}
        documents={desk.documents}
        item={offer.item(desk.case.item)}
        language={language}
      />
    </>
  );
};

const ReferralShown = ({ referral, offer, language }: Offered<{ readonly referral: ShownReferral }>) => (
  <section>
    <h2>
      {referral.itemName[language]} <Example language={language} />
    </h2>
    <dl>
      <dt>{words.number[language]}</dt>
      <dd>{referral.number}</dd>
      <dt>{words.question[language]}</dt>
      <dd>{referral.question[language]}</dd>
      <dt>{words.by[language]}</dt>
      <dd>
        <ShownDay day={referral.term.lastDay} language={language} />{" "}
        {referral.term.example && <Example language={language} />}
      </dd>
      <dt>{words.reasons[language]}</dt>
      <dd>
        <ul class="bare">
          {referral.reasons.map(({ text }) => (
            <li>{text[language]}</li>
          ))}
        </ul>
      </dd>
    </dl>
    {referral.answered === null && <Todo what={words.answer} by="answerInWorklist" language={language} />}
    <Papers
      answers={referral.answers}
      documents={referral.documents}
      item={offer.item(referral.item)}
      language={language}
    />
    <Checked verifications={referral.verifications} language={language} />
  </section>
);

/** The one thing that lies open before somebody. */
export const OpenedShown = ({ opened, offer, language }: Offered<{ readonly opened: Opened }>) => {
  switch (opened.as) {
    case "owner":
      return <CaseShown seen={opened.case} language={language} />;
    case "desk":
      return <DeskShown desk={opened.desk} offer={offer} language={language} />;
    case "department":
      return <ReferralShown referral={opened.referral} offer={offer} language={language} />;
  }
};
