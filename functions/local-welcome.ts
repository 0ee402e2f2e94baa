/** What `npm start` says when the window is open. */
import { DEMONSTRATION_CLIENT, DEMONSTRATION_GRANT } from "@window/local/identity/demonstration-client.ts";
import type { LocalWindow } from "./local-window.ts";

const curl = (tokenUrl: string, person: string): string =>
  `curl -s ${tokenUrl} -d grant_type=${DEMONSTRATION_GRANT} -d client_id=${DEMONSTRATION_CLIENT} -d person=${person}`;

const peopleOf = ({ origin, people, tokenUrl }: LocalWindow): readonly string[] =>
  people.length === 0
    ? ["no demonstration 没有演示内容 (WINDOW_DEMO=0): the catalogue and nobody"]
    : [
        `mailbox 演示信箱          ${origin}/zh/mailbox (what they are sent)`,
        `demonstration people 演示人物 (nobody of them exists; each line gives a token)`,
        ...people.flatMap(({ id, name, description }) => [
          `  ${name.zh} ${name.en}: ${description.en}`,
          `    ${curl(tokenUrl, id)}`,
        ]),
      ];

export const welcome = (window: LocalWindow): readonly string[] => [
  `人才服务单一窗口 · talent window`,
  `  pages 页面              ${window.origin}`,
  `  API 接口                ${window.origin}/openapi.json`,
  ...[...window.departments].map(([id, { url }]) => `  simulated 模拟部门      ${id} ${url}`),
  ``,
  ...peopleOf(window),
  ``,
  `ready 就绪 (Ctrl+C ends it 结束)`,
];
