/** What the operator does before the first case: a season for schools around today, and a window nobody sees yet. */
import { draftEdition, publishEdition, readEdition } from "@window/contract/operations/catalogue.ts";
import { readItem } from "@window/contract/operations/items.ts";
import { addDays, type Day, startOf } from "@window/domain/day.ts";
import type { Visitor } from "./visitor.ts";

const SCHOOLING = "item_child-schooling";

/** 示例: so that a parent can apply whenever somebody looks at the demonstration. */
const seasonAround = (today: Day) => ({
  id: "demonstration",
  name: { zh: "三亚市演示入学受理时间（示例）", en: "Sanya, season of the demonstration (example)" },
  locality: "sanya",
  opens: startOf(addDays(today, -40)),
  closes: startOf(addDays(today, 60)),
  answeredBy: addDays(today, 90),
  provenance: { kind: "example" },
});

const NEW = { "if-match": '"0"' };

const openSeason = async (operator: Visitor, today: Day): Promise<void> => {
  const { content } = await operator.ask(readEdition, { params: { entry: SCHOOLING, edition: "1" } });
  const { seasons = [] } = await operator.ask(readItem, { params: { item: SCHOOLING } });
  const others = seasons.filter(({ id }) => id !== "demonstration");
  const { seq, editions } = await operator.ask(draftEdition, {
    params: { entry: SCHOOLING },
    headers: { "if-match": '"1"' },
    key: "demonstration.season",
    body: { content: { ...content, seasons: [...others, seasonAround(today)] } },
  });
  await operator.ask(publishEdition, {
    params: { entry: SCHOOLING, edition: String(editions.at(-1)?.edition) },
    headers: { "if-match": `"${String(seq)}"` },
    key: "demonstration.season.published",
    body: {},
  });
};

/** A park that is to have a window: drafted and not published, so that operators alone see it. */
const draftSeventhWindow = async (operator: Visitor): Promise<void> => {
  await operator.ask(draftEdition, {
    params: { entry: "win_boao-lecheng" },
    headers: NEW,
    key: "demonstration.seventh-window",
    body: {
      content: {
        name: {
          zh: "博鳌乐城国际医疗旅游先行区人才服务单一窗口（示例，未公布）",
          en: "Boao Lecheng pilot zone talent service window (example, not published)",
        },
        level: "park",
        locality: "boao-lecheng",
      },
    },
  });
};

export const prologue = async (operator: Visitor, today: Day): Promise<void> => {
  await openSeason(operator, today);
  await draftSeventhWindow(operator);
};
