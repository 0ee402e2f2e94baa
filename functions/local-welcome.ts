/** What `npm start` says when the window is open. */
import { demonstrationPeople } from "@window/local/demonstration-people.ts";
import { DEMONSTRATION_GRANT } from "@window/local/identity/demonstration-grant.ts";
import { DEMONSTRATION_CLIENT } from "@window/local/identity.ts";
import type { LocalWindow } from "./local-window.ts";

const curl = (tokenUrl: string, person: string): string =>
  `curl -s ${tokenUrl} -d grant_type=${DEMONSTRATION_GRANT} -d client_id=${DEMONSTRATION_CLIENT} -d person=${person}`;

export const welcome = ({ origin, tokenUrl, departments }: LocalWindow): readonly string[] => [
  `人才服务单一窗口 · talent window`,
  `  pages 页面              ${origin}`,
  `  API 接口                ${origin}/openapi.json`,
  ...[...departments].map(([id, { url }]) => `  simulated 模拟部门      ${id} ${url}`),
  ``,
  `demonstration people 演示人物 (nobody of them exists; each line gives a token)`,
  ...demonstrationPeople.flatMap(({ id, name, description }) => [
    `  ${name.zh} ${name.en}: ${description.en}`,
    `    ${curl(tokenUrl, id)}`,
  ]),
  ``,
  `ready 就绪 (Ctrl+C ends it 结束)`,
];
