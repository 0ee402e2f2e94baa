/**
 * The composition root of one machine: the whole window in one process. `main` is what `npm start` runs.
 * PORT, WINDOW_DATA, WINDOW_CLAMD (host:port of a malware scanner), WINDOW_PROXIES (proxies before it that add to
 * X-Forwarded-For; with one it goes by any name), WINDOW_DEMO=0 (the catalogue alone: nobody invented, no prepared cases, no neighbours) and, for tests and
 * measurements, WINDOW_DEMO=people (they can log in, and nothing is prepared),
 * WINDOW_DOOR=1 and WINDOW_QUOTAS=0 (nobody counts requests) are read here and nowhere else.
 */
import { FolderRefused } from "@window/local/folder-refused.ts";
import { PortInUse } from "@window/local/serve.ts";
import { ClamdAddress } from "@window/node/clamd-scan.ts";
import * as z from "zod";
import { log, nameOf } from "./local-log.ts";
import { welcome } from "./local-welcome.ts";
import { startWindow, type LocalWindow } from "./local-window.ts";

export { startWindow };

const Environment = z.object({
  PORT: z.coerce.number<string>().int().min(0).max(65535).default(3000),
  WINDOW_DATA: z.string().min(1).default(".window"),
  WINDOW_DEMO: z.enum(["0", "people", "1"]).default("1"),
  WINDOW_DOOR: z.enum(["0", "1"]).default("0"),
  WINDOW_QUOTAS: z.enum(["0", "1"]).default("1"),
  WINDOW_CLAMD: ClamdAddress.optional(),
  WINDOW_PROXIES: z.coerce.number<string>().int().min(0).max(9).default(0),
});

const demonstrations = { "0": "none", people: "people", "1": "cases" } as const;

/** Says what is in the way, in both languages where there are two, and ends. */
const giveUp = (fault: unknown): never => {
  if (fault instanceof FolderRefused) console.error(`${fault.message}\n${fault.text.zh}`);
  else if (fault instanceof PortInUse) console.error(`${fault.message}\n${fault.text.zh}`);
  else if (fault instanceof z.ZodError)
    console.error(
      "PORT is a number from 0 to 65535, WINDOW_DATA a folder, WINDOW_DEMO 0 or 1, WINDOW_CLAMD a host:port. PORT 须为 0 至 65535 的数字，WINDOW_DEMO 须为 0 或 1，WINDOW_CLAMD 须为 主机:端口。",
    );
  else throw fault;
  process.exit(1);
};

const open = async (): Promise<LocalWindow> => {
  const environment = Environment.parse(process.env);
  const { PORT, WINDOW_DATA, WINDOW_DEMO, WINDOW_DOOR, WINDOW_QUOTAS, WINDOW_PROXIES, WINDOW_CLAMD } =
    environment;
  return startWindow({
    folder: WINDOW_DATA,
    port: PORT,
    demonstration: demonstrations[WINDOW_DEMO],
    door: WINDOW_DOOR === "1",
    ...(WINDOW_CLAMD === undefined ? {} : { clamd: WINDOW_CLAMD }),
    ...(WINDOW_QUOTAS === "1" ? { quotas: { proxies: WINDOW_PROXIES } } : {}),
  });
};

/** Opens the window, says where it is, and closes it on SIGTERM or SIGINT. */
export const main = async (): Promise<void> => {
  const window = await open().catch(giveUp);
  for (const line of welcome(window)) console.log(line);
  void window.prepared.then((count) => {
    if (count > 0) console.log(`prepared cases 演示办件（示例） ${String(count)}`);
  });
  const stop = (): void => {
    window.close().then(
      () => process.exit(0),
      (fault: unknown) => {
        log({ event: "not-closed", fault: nameOf(fault) });
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
};
