import type { Offer } from "@window/domain/edition/offer.ts";
import type { Language, Text } from "@window/domain/text.ts";
import type { DemonstrationPerson } from "../deps.ts";
import type { Door, Seen } from "../stage.ts";
import { address, doorAddress } from "./address.ts";
import { Frame } from "./frame.tsx";
import { Example } from "./limit.tsx";
import { ListsShown } from "./lists-shown.tsx";
import { OpenedShown } from "./opened-shown.tsx";
import { roles } from "./roles.ts";

const words = {
  title: { zh: "以某人的身份查看", en: "See it as somebody" },
  you: { zh: "您现在看到的，是这个人看到的", en: "You see what this person sees" },
  invented: { zh: "此人是虚构的，办件也是。", en: "The person is invented, and so are the cases." },
  back: { zh: "回到首页，换一个人", en: "Back to the start, and be somebody else" },
} satisfies Record<string, Text>;

interface Shown {
  readonly door: Door;
  readonly person: DemonstrationPerson;
  readonly seen: Seen;
  readonly offer: Offer;
  readonly language: Language;
}

/** The demonstration through somebody's eyes: the prepared case laid open, and everything else on their lists. */
export const SeeAsPage = ({ door, person, seen, offer, language }: Shown) => (
  <Frame language={language} title={words.title} here={`/see-as/${door.id}`}>
    <h1>
      {person.name[language]} <span class="kind">{roles[person.role][language]}</span>
    </h1>
    <div class="notice plain">
      <p>
        <strong>{words.you[language]}</strong> <Example language={language} />
      </p>
      <p>{door.sentence[language]}</p>
      <p class="soft">{words.invented[language]}</p>
      <p>
        <a href={`${address(language, "start")}#doors`}>{words.back[language]}</a>
      </p>
    </div>
    {seen.opened && <OpenedShown opened={seen.opened} offer={offer} language={language} />}
    <ListsShown lists={seen.lists} offer={offer} language={language} here={doorAddress(language, door.id)} />
  </Frame>
);
