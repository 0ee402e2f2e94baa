import type * as Wire from "@window/contract/wire/opening.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import { Opener, Purpose } from "@window/domain/opening/event.ts";
import type { Text } from "@window/domain/text.ts";
import type { ViewRow } from "@window/domain/view.ts";

const posts = {
  clerk: { zh: "窗口工作人员", en: "clerk at a window" },
  department: { zh: "业务部门", en: "department" },
  employer: { zh: "用人单位经办人", en: "somebody who handles the employer" },
  supervisor: { zh: "主管部门监管人员", en: "supervisor" },
  operator: { zh: "运维人员", en: "operator" },
} satisfies Record<Opener["post"], Text>;

const purposes = {
  handle: { zh: "受理、办理该办件", en: "to receive or decide the case" },
  answer: { zh: "答复转办给本部门的事项", en: "to answer what the department was asked" },
  call: { zh: "电话告知未能送达的通知", en: "to tell by telephone what no message has told" },
  find: { zh: "凭申请人的证件号码查找办件", en: "to find it by the number of the applicant's document" },
} satisfies Record<Purpose, Text>;

const EMPLOYER: Text = { zh: "该办件的用人单位", en: "the employer of the case" };

/** An office that the catalogue does not name any more is shown by its id. */
const officeOf = (offer: Offer, opener: Opener): Wire.Opening["office"] => {
  const named = (id: string, name: Text | undefined) => ({ id, name: name ?? { zh: id, en: id } });
  switch (opener.post) {
    case "clerk":
      return named(opener.window, offer.window(opener.window)?.name);
    case "department":
      return named(opener.department, offer.department(opener.department)?.name);
    case "employer":
      return named(opener.employer, EMPLOYER);
    case "supervisor":
    case "operator":
      return null;
  }
};

/** What the row of an opening says of who it was and what for. */
export const showOpening =
  (offer: Offer) =>
  ({ body }: ViewRow): Pick<Wire.Opening, "post" | "office" | "purpose"> => {
    const opener = Opener.parse(body["opener"]);
    const purpose = Purpose.parse(body["purpose"]);
    return {
      post: { code: opener.post, name: posts[opener.post] },
      office: officeOf(offer, opener),
      purpose: { code: purpose, text: purposes[purpose] },
    };
  };
