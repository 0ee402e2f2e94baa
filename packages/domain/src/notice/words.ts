import type { CaseNumber } from "../id.ts";
import type { Text } from "../text.ts";
import type { Occasion } from "./occasion.ts";

/** What the words need: nothing of the person but the number of the case. */
export interface Saying {
  readonly number: CaseNumber;
  /** Where it can be asked for: name of the window, and the page where number and query code are typed. */
  readonly window: Text;
  readonly page: Text;
  /** What the item says of the step that follows a grant. */
  readonly next?: Text;
}

interface Words {
  readonly subject: Text;
  readonly body: Text;
}

type Say = (saying: Saying) => Words;

const said =
  (subject: Text, zh: (saying: Saying) => string, en: (saying: Saying) => string): Say =>
  (saying) => ({ subject, body: { zh: zh(saying), en: en(saying) } });

const look = {
  zh: ({ page, window }: Saying) => `请凭办件编号和查询码在 ${page.zh} 查询，或到${window.zh}咨询。`,
  en: ({ page, window }: Saying) => `Look with number and query code at ${page.en} or ask at ${window.en}.`,
};

/** The words of each occasion. No link in them opens anything by itself. */
const words = {
  accepted: said(
    { zh: "办件已受理", en: "Your case is accepted" },
    (saying) => `您的办件 ${saying.number} 已受理，开始计时。${look.zh(saying)}`,
    (saying) => `Your case ${saying.number} is accepted and its time runs. ${look.en(saying)}`,
  ),
  granted: said(
    { zh: "办件已办结", en: "Your case is decided" },
    (saying) =>
      `您的办件 ${saying.number} 已办结：准予。办理结果可在线领取，也可到任一窗口领取。${look.zh(saying)}`,
    (saying) =>
      `Your case ${saying.number} is decided: granted. The result can be had online or at any window. ${look.en(saying)}`,
  ),
  "part-granted": said(
    { zh: "一项办件已准予", en: "One of your cases is granted" },
    (saying) => `您的办件 ${saying.number} 已准予。一并申请的事项全部办结后出具办理结果。${look.zh(saying)}`,
    (saying) =>
      `Your case ${saying.number} is granted. The result comes when everything applied for with it is decided. ${look.en(saying)}`,
  ),
  refused: said(
    { zh: "办件已办结", en: "Your case is decided" },
    (saying) => `您的办件 ${saying.number} 已办结：不予同意。理由和救济途径见办件详情。${look.zh(saying)}`,
    (saying) =>
      `Your case ${saying.number} is decided: refused. The reasons, and what can be done about it, stand with the case. ${look.en(saying)}`,
  ),
  withdrawn: said(
    { zh: "办件已撤回", en: "Your case is withdrawn" },
    (saying) => `您的办件 ${saying.number} 已撤回，不再办理。如非本人撤回，请与${saying.window.zh}联系。`,
    (saying) =>
      `Your case ${saying.number} is withdrawn and goes no further. If that was not your doing, tell ${saying.window.en}.`,
  ),
  lapsed: said(
    { zh: "办件不再办理", en: "Your case goes no further" },
    (saying) =>
      `您的办件 ${saying.number} 以另一办件获准为前提，该办件未获准，故不再办理。如需办理，可另行申请。${look.zh(saying)}`,
    (saying) =>
      `Your case ${saying.number} needed the grant of another, which was not given, so it goes no further. You can apply for it anew. ${look.en(saying)}`,
  ),
  issued: said(
    { zh: "办理结果已出具", en: "Your result is ready" },
    (saying) =>
      `您一并申请的事项已全部办结（办件 ${saying.number} 等）。办理结果可在线领取，也可到任一窗口领取。${look.zh(saying)}`,
    (saying) =>
      `Everything you applied for together is decided (case ${saying.number} and others). The result can be had online or at any window. ${look.en(saying)}`,
  ),
  "commitment-asked": said(
    { zh: "请签署承诺书", en: "Please sign a commitment" },
    (saying) =>
      `办件 ${saying.number} 有内容暂不能核验，请登录签署承诺书；全部签署后当场办结。${look.zh(saying)}`,
    (saying) =>
      `Something in case ${saying.number} cannot be verified: log in to sign a commitment; with the last signature it is decided. ${look.en(saying)}`,
  ),
  awaited: said(
    { zh: "下一步由您办理", en: "The next step is yours" },
    (saying) => `办件 ${saying.number} 已准予。${saying.next?.zh ?? ""}${look.zh(saying)}`,
    (saying) => `Case ${saying.number} is granted. ${saying.next?.en ?? ""} ${look.en(saying)}`,
  ),
  "kind-changed": said(
    { zh: "办理方式已改变", en: "Your case goes another way" },
    (saying) => `您的办件 ${saying.number} 已说明理由改变办理方式，时限随之改变。${look.zh(saying)}`,
    (saying) =>
      `Your case ${saying.number} goes another way, with a reason, and its dates have changed. ${look.en(saying)}`,
  ),
  overdue: said(
    { zh: "办件超过承诺时限", en: "Your case is late" },
    (saying) =>
      `您的办件 ${saying.number} 未能在承诺时限内办结，我们仍在办理，您无需操作。${look.zh(saying)}`,
    (saying) =>
      `Your case ${saying.number} was not decided by the date promised. We go on with it; you need do nothing. ${look.en(saying)}`,
  ),
  "delay-explained": said(
    { zh: "办件超期原因说明", en: "Why your case is late" },
    (saying) => `您的办件 ${saying.number} 超期，窗口已说明原因和新的预计办结日期。${look.zh(saying)}`,
    (saying) =>
      `The window has said why your case ${saying.number} is late and when it is expected now. ${look.en(saying)}`,
  ),
  revoked: said(
    { zh: "办理结果已撤销", en: "A result was revoked" },
    (saying) => `办件 ${saying.number} 的办理结果已撤销，不再有效。${look.zh(saying)}`,
    (saying) => `The result of case ${saying.number} was revoked and holds no longer. ${look.en(saying)}`,
  ),
} satisfies Record<Occasion, Say>;

/** Where a case is looked up, in each language; the portal has its pages there. */
export const pageOf = (origin: string): Text => ({
  zh: `${origin}/zh/progress`,
  en: `${origin}/en/progress`,
});

export const wordsOf = (occasion: Occasion, saying: Saying): Words => words[occasion](saying);
