import type { Language, Text } from "@window/domain/text.ts";
import type { Demonstration as Shown } from "../deps.ts";
import { mailboxAddress } from "./mailbox.tsx";
import { roles } from "./roles.ts";

const words = {
  people: { zh: "演示人物", en: "Demonstration people" },
  invented: {
    zh: "以下人物均为虚构，仅在本机可用。把一行命令粘贴到终端，即可取得该人物的访问令牌（access_token）。",
    en: "These people are invented and exist on this machine only. Paste a line into a terminal to get an access token of that person (access_token).",
  },
  mailbox: { zh: "看看他们收到了什么通知", en: "See what they were sent" },
  lines: { zh: "显示每个人物的命令", en: "Show the line of each person" },
} satisfies Record<string, Text>;

const curl = ({ tokenEndpoint, grantType, clientId }: Shown, person: string): string =>
  `curl -s ${tokenEndpoint} -d grant_type=${grantType} -d client_id=${clientId} -d person=${person}`;

/** Whom a visitor may be, and the line that makes one so. */
export const Demonstration = (shown: { readonly demonstration: Shown; readonly language: Language }) => (
  <>
    <h2 id="people">{words.people[shown.language]}</h2>
    <p>{words.invented[shown.language]}</p>
    <p>
      <a href={mailboxAddress(shown.language)}>{words.mailbox[shown.language]}</a>
    </p>
    <details>
      <summary>{words.lines[shown.language]}</summary>
      <ul class="cards">
        {shown.demonstration.people.map(({ id, name, role, description }) => (
          <li class="card">
            <h3>
              {name[shown.language]} <span class="kind">{roles[role][shown.language]}</span>
            </h3>
            <p class="soft">{description[shown.language]}</p>
            <pre>
              <code>{curl(shown.demonstration, id)}</code>
            </pre>
          </li>
        ))}
      </ul>
    </details>
  </>
);
