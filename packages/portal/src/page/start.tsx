import type { Language, Text } from "@window/domain/text.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import type { Demonstration as Tried } from "../deps.ts";
import type { Overview } from "../stage.ts";
import { address } from "./address.ts";
import { Demonstration } from "./demonstration.tsx";
import { Frame } from "./frame.tsx";
import { Items } from "./items.tsx";
import { Kinds } from "./kinds.tsx";
import { StagedPart } from "./staged.tsx";
import { ProgressForm } from "./progress-form.tsx";
import { Way } from "./way.tsx";
import { Windows } from "./windows.tsx";

const words = {
  heading: { zh: "一次申请，一个窗口，一份结果", en: "One application, one window, one result" },
  about: {
    zh: "这里是海南自由贸易港人才服务单一窗口的演示系统。您只需申请一次，材料只交一次；窗口转请有关业务部门在时限内办理，最后交给您一份任何人都能核验的办理结果。",
    en: "This demonstrates the single window for talent services of the Hainan Free Trade Port. You apply once and hand in your documents once; the window asks the departments concerned, which answer within their time limits, and gives you one result that anybody can verify.",
  },
  progress: { zh: "查询进度", en: "Progress of a case" },
  noLogin: {
    zh: "凭办件编号和查询码即可查询，无需登录。",
    en: "Case number and query code are enough; no login is needed.",
  },
  verify: { zh: "核验证照", en: "Verify a certificate" },
  anybody: {
    zh: "收到别人出示的证照？任何人都可以核验它是否真实、是否仍然有效。",
    en: "Has somebody shown you a certificate? Anybody can check that it is genuine and still in force.",
  },
  toVerify: { zh: "去核验证照", en: "Go and verify a certificate" },
} satisfies Record<string, Text>;

interface Shown {
  readonly offer: Offer;
  readonly demonstration: Tried | undefined;
  /** How the prepared cases stand; absent where there are none. */
  readonly overview?: Overview | undefined;
  readonly language: Language;
}

export const StartPage = ({ offer, demonstration, overview, language }: Shown) => (
  <Frame language={language} place="start">
    <h1>{words.heading[language]}</h1>
    <p class="lead">{words.about[language]}</p>
    <Kinds language={language} />
    {demonstration?.stage && overview && (
      <StagedPart
        overview={overview}
        doors={demonstration.stage.doors}
        people={demonstration.people}
        offer={offer}
        language={language}
      />
    )}
    <Way language={language} />
    <Items offer={offer} language={language} />
    <h2 id="progress">{words.progress[language]}</h2>
    <p>{words.noLogin[language]}</p>
    <ProgressForm language={language} />
    <h2 id="verify">{words.verify[language]}</h2>
    <p>{words.anybody[language]}</p>
    <p>
      <a href={address(language, "verify")}>{words.toVerify[language]}</a>
    </p>
    <Windows windows={offer.windows} language={language} />
    {demonstration && <Demonstration demonstration={demonstration} language={language} />}
  </Frame>
);
