import type { Text } from "@window/domain/text.ts";

/** 行政复议法 (2023) art. 20: sixty days from knowing. Court as the law provides. */
const objection: Text = {
  zh: "对决定不服的，可以自知道该决定之日起六十日内申请行政复议（行政复议法第二十条），也可以依法提起行政诉讼。",
  en: "Against the decision you may ask for administrative reconsideration within sixty days of learning of it (Administrative Reconsideration Law, art. 20), or bring an administrative action in court as the law provides.",
};

/** What stands against a decision unless a law says otherwise; a grant may be objected to by its extent. */
export const objections = {
  granted: { text: objection, final: false },
  refused: { text: objection, final: false },
};

/** 出境入境管理法 art. 36: a refusal of a residence permit is final. */
export const finalRefusal = {
  granted: { text: objection, final: false },
  refused: {
    text: {
      zh: "不予签发、不予延长居留期限的决定为最终决定（出境入境管理法第三十六条），不能申请行政复议，也不能提起行政诉讼；情况有变化的，可以重新申请。",
      en: "A decision not to issue or to extend a residence permit is final (Exit and Entry Administration Law, art. 36): there is no reconsideration and no court. If things change you may apply again.",
    },
    final: true,
  },
};
