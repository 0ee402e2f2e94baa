import type { Item } from "@window/domain/item/item.ts";
import { kindsOf } from "@window/domain/item/kinds-of.ts";
import type { Way } from "@window/domain/item/way.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import type { Language, Text } from "@window/domain/text.ts";
import { kinds } from "./kind.tsx";
import { ShownLimit } from "./limit.tsx";

const words = {
  items: { zh: "可以办理的事项", en: "What you can apply for" },
  kind: { zh: "办理类型：", en: "Kind: " },
  promised: { zh: "承诺时限", en: "Promised limit" },
  asked: { zh: "依次征询", en: "Asked in this order" },
  materials: { zh: "材料", en: "Documents" },
  optional: { zh: "（可选）", en: " (optional)" },
  whole: { zh: "查看完整事项（JSON）", en: "The whole item (JSON)" },
} satisfies Record<string, Text>;

type Shown = { readonly item: Item; readonly offer: Offer; readonly language: Language };

const asked = ({ offer, language }: Shown, { rounds }: Way): string =>
  rounds
    .map((round) =>
      round
        .map(({ department }) => offer.department(department)?.name[language] ?? department)
        .join(language === "zh" ? "、" : ", "),
    )
    .join(" → ");

/** A way of the item: who is asked, and what is promised. Its name stands there when there is more than one. */
const ShownWay = ({ way, ...shown }: Shown & { readonly way: Way }) => {
  const { language } = shown;
  const several = shown.item.ways.length > 1 ? `${way.name[language]}: ` : "";
  const { promised } = way.limits;
  return (
    <>
      {promised && (
        <>
          <dt>
            {several}
            {words.promised[language]}
          </dt>
          <dd>
            <ShownLimit limit={promised} language={language} />
          </dd>
        </>
      )}
      {way.rounds.length > 0 && (
        <>
          <dt>
            {several}
            {words.asked[language]}
          </dt>
          <dd>{asked(shown, way)}</dd>
        </>
      )}
    </>
  );
};

const Card = (shown: Shown) => {
  const { item, language } = shown;
  return (
    <li class="card">
      <h3>
        {item.name[language]}{" "}
        <span class="kind">
          {words.kind[language]}
          {kindsOf(item)
            .map((kind) => kinds[kind][language])
            .join(language === "zh" ? "、" : ", ")}
        </span>
      </h3>
      <p>{item.summary[language]}</p>
      <dl>
        {item.ways.map((way) => (
          <ShownWay {...shown} way={way} />
        ))}
        {item.materials.length > 0 && (
          <>
            <dt>{words.materials[language]}</dt>
            <dd>
              {item.materials
                .map(({ name, required }) => name[language] + (required ? "" : words.optional[language]))
                .join(language === "zh" ? "、" : ", ")}
            </dd>
          </>
        )}
      </dl>
      <p>
        {item.elsewhere ? (
          <a href={item.elsewhere.url}>{item.elsewhere.name[language]}</a>
        ) : (
          <a href={`/items/${item.id}`}>{words.whole[language]}</a>
        )}
      </p>
    </li>
  );
};

/** The items of the catalogue, each with what somebody wants to know before applying. */
export const Items = ({ offer, language }: Omit<Shown, "item">) => (
  <>
    <h2 id="items">{words.items[language]}</h2>
    <ul class="cards">
      {offer.items.map((item) => (
        <Card item={item} offer={offer} language={language} />
      ))}
    </ul>
  </>
);
