import { readCase, readProgress } from "@window/contract/operations/cases.ts";
import { readItem } from "@window/contract/operations/items.ts";
import type { Term } from "@window/contract/wire/moment.ts";
import chineseDays from "chinese-days";
import { APPLICANT } from "../scene.ts";
import type { Scene, Submitted } from "../scene.ts";

/** chinese-days reckons in the zone of the process; the window does not, so only the stranger needs this. */
const inShanghai = <Answer>(count: () => Answer): Answer => {
  const zone = process.env["TZ"];
  process.env["TZ"] = "Asia/Shanghai";
  try {
    return count();
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
};

const dayInShanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

/** The clock in working days that runs beside the departments; a stranger counts the days again. */
export const tellDeadline = async ({ teller, visitor, token, input }: Scene, submitted: Submitted) => {
  teller.chapter({ zh: "时限", en: "A clock in working days runs beside them" });
  const asked = { params: { case: submitted.case }, token: await token(APPLICANT) };
  const own = await visitor.ask(readCase, asked);
  const item = await visitor.ask(readItem, { params: { item: input.draft.item } });
  const { promised } = own;
  teller.fact({ zh: "收件", en: "received" }, own.receivedAt);
  teller.fact({ zh: "受理", en: "accepted" }, String(own.acceptedAt));
  teller.hold({ zh: "承诺时限已起算。", en: "The promised limit runs." }, promised !== null, own);
  const limit = item.ways.find(({ kind }) => kind === own.kind)?.limits.promised;
  if (!promised || !own.acceptedAt || !limit) return;
  const { count, unit } = limit;
  teller.fact(
    { zh: "承诺时限", en: "promised limit" },
    `${count} ${unit}${promised.example ? " (示例 example)" : ""}`,
  );
  teller.fact({ zh: "截止", en: "due" }, `${promised.due}, ${provisional(promised)}`);
  teller.fact({ zh: "最后一日", en: "last day" }, `${promised.lastDay} (Asia/Shanghai)`);
  teller.fact({ zh: "日历版本", en: "calendar version" }, promised.calendar);
  teller.fact({ zh: "预警", en: "warning" }, String(own.warnAt));
  if (!promised.provisional && unit === "working-day") {
    const start = dayInShanghai.format(new Date(own.acceptedAt));
    // The day it starts is not counted (民法典 art. 201).
    const days = inShanghai(() => chineseDays.getWorkdaysInRange(start, promised.lastDay));
    const counted = days.filter((day) => day !== start);
    teller.hold(
      {
        zh: `第三方（npm chinese-days）也数得${count}个工作日。`,
        en: "A stranger (npm chinese-days) counts as many.",
      },
      counted.length === count && counted.at(-1) === promised.lastDay,
      counted,
    );
  }
  const progress = await visitor.ask(readProgress, {
    body: { number: submitted.number, queryCode: submitted.queryCode },
  });
  teller.hold(
    {
      zh: "凭编号和查询码，无需登录即可查询进度。",
      en: "Number and query code show the progress without login.",
    },
    progress.promised?.due === promised.due,
  );
  const wrong = await visitor.refusal(readProgress, {
    body: { number: submitted.number, queryCode: "00000000" },
  });
  teller.hold(
    { zh: "查询码不对则查不到。", en: "With a wrong query code there is no such case." },
    wrong?.status === 404,
  );
};

const provisional = (term: Term): string =>
  term.provisional ? "预计 provisional: that year's calendar is not published" : "确定 final";
