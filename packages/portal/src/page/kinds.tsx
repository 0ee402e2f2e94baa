import type { Language, Text } from "@window/domain/text.ts";

interface Meaning {
  readonly name: Text;
  readonly means: Text;
  readonly decides: Text;
  readonly takes: Text;
  readonly such: Text;
}

/** What the launch report says of each (新海南客户端 2024-04-27 转载); examples as the catalogue has them. */
const meanings: readonly Meaning[] = [
  {
    name: { zh: "授权", en: "Delegated" },
    means: {
      zh: "办理权已经交给窗口，或交给有权限的用人单位。核验通过，当场办结；核验不了的，申请人和用人单位分别签承诺书，先办理，事后核查。",
      en: "The power to decide has been handed down to the window, or to an employer that holds it. What can be verified is decided on the spot; what cannot is granted once applicant and employer have each signed a commitment, and is checked afterwards.",
    },
    decides: { zh: "窗口，或有权限的用人单位", en: "the window, or an employer with the power" },
    takes: { zh: "当场", en: "at once" },
    such: { zh: "人才引进落户证明", en: "the proof for settling as recruited talent" },
  },
  {
    name: { zh: "代办", en: "Agency" },
    means: {
      zh: "要由上级或业务部门审批，窗口全程代办：您只交一次材料，窗口转给各部门，部门各自限时答复，窗口统一出件。",
      en: "Departments have to approve, and the window sees it through for you: you hand in everything once, the window asks each department, each answers within its limit, and the window hands out one result.",
    },
    decides: { zh: "业务部门", en: "the departments" },
    takes: { zh: "承诺的工作日之内", en: "within the working days promised" },
    such: { zh: "人才住房租赁补贴", en: "the rent subsidy for talent" },
  },
  {
    name: { zh: "一事一议", en: "One matter, one discussion" },
    means: {
      zh: "个别问题，没有现成标准可用：窗口收集汇总，按程序提请研究，再把结果反馈给您。",
      en: "A case that no standard covers. The window collects what speaks for it, has it studied as the procedure says, and tells you what came of it.",
    },
    decides: { zh: "按程序研究的部门", en: "those who study it as the procedure says" },
    takes: { zh: "没有规定时限，因此也不承诺", en: "no limit is stated, so none is promised" },
    such: { zh: "标准未列入的高层次人才认定", en: "recognition of talent the standard does not list" },
  },
];

const words = {
  heading: { zh: "三种办法，一个窗口", en: "Three ways, one window" },
  decides: { zh: "谁决定", en: "Who decides" },
  takes: { zh: "多久", en: "How long" },
  such: { zh: "例如", en: "For example" },
  external: {
    zh: "与人才有关但不在窗口办理的事项（例如个人所得税优惠），只给出链接。",
    en: "What concerns talent and is not handled here (such as the income tax benefit) is only linked.",
  },
} satisfies Record<string, Text>;

/** What 授权, 代办 and 一事一议 are, for somebody who has never heard of them. */
export const Kinds = ({ language }: { readonly language: Language }) => (
  <>
    <h2 id="kinds">{words.heading[language]}</h2>
    <ul class="cards three">
      {meanings.map(({ name, means, decides, takes, such }) => (
        <li class="card">
          <h3>
            {name[language]}
            {language === "en" && (
              <span class="soft" lang="zh-Hans-CN">
                {" "}
                {name.zh}
              </span>
            )}
          </h3>
          <p>{means[language]}</p>
          <dl class="short">
            <dt>{words.decides[language]}</dt>
            <dd>{decides[language]}</dd>
            <dt>{words.takes[language]}</dt>
            <dd>{takes[language]}</dd>
            <dt>{words.such[language]}</dt>
            <dd>{such[language]}</dd>
          </dl>
        </li>
      ))}
    </ul>
    <p class="soft">{words.external[language]}</p>
  </>
);
