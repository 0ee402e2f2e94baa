import type { Language, Text } from "@window/domain/text.ts";
import type { DemonstrationPerson } from "../deps.ts";
import type { Door } from "../stage.ts";
import { doorAddress } from "./address.ts";
import { Example } from "./limit.tsx";
import { roles } from "./roles.ts";

const words = {
  heading: { zh: "以某人的身份看一看", en: "See it as …" },
  about: {
    zh: "每扇门后是一个虚构的人和一件准备好的办件。页面上的内容由接口按这个人的权限给出，别人看不到的，这里也看不到。",
    en: "Behind each door is an invented person with a prepared case. What you see is what the API tells that person, and nothing that is not theirs to see.",
  },
  as: { zh: "以此人身份查看：", en: "See it as " },
} satisfies Record<string, Text>;

interface Shown {
  readonly doors: readonly Door[];
  readonly people: readonly DemonstrationPerson[];
  readonly language: Language;
}

/** The ways in; each says who this is and what one will see. */
export const Doors = ({ doors, people, language }: Shown) => (
  <>
    <h2 id="doors">
      {words.heading[language]} <Example language={language} />
    </h2>
    <p>{words.about[language]}</p>
    <ul class="cards doors">
      {doors.map(({ id, person, sentence }) => {
        const known = people.find((somebody) => somebody.id === person);
        return (
          <li class="card">
            <h3>
              <a href={doorAddress(language, id)}>{known?.name[language] ?? person}</a>{" "}
              {known && <span class="kind">{roles[known.role][language]}</span>}
            </h3>
            <p>{sentence[language]}</p>
          </li>
        );
      })}
    </ul>
  </>
);
