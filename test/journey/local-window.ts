import { createDepartment } from "@window/department-kit/department.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { openDemonstrationRegister } from "@window/local/demonstration-register.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import { publicJwk } from "@window/node/es256.ts";
import { createPrivateKey, type KeyObject } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { freshBundle, localWindow } from "../../functions/bundle.ts";
import type { startWindow as StartWindow, WindowOptions } from "../../functions/local-window.ts";
import { demonstrationToken } from "../kit/demonstration-token.ts";
import { messagingAt, openMessengers } from "../kit/messengers.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import type { PlayedDepartment, TestedWindow } from "./tested-window.ts";

const Bundle = z.object({
  startWindow: z.custom<typeof StartWindow>((value) => typeof value === "function"),
});

const played = async (name: string): Promise<PlayedDepartment & { readonly sending: string }> => {
  const sending = newWebhookSecret();
  const receivingSecret = newWebhookSecret();
  const desk = await createDepartment({
    source: `urn:department:${name}`,
    endpointSecrets: [sending],
    receivingSecret,
    decide: () => ({}),
  });
  return { desk, sending, receivingSecret };
};

const endpointOf = ({ desk, sending, receivingSecret }: Awaited<ReturnType<typeof played>>) => ({
  url: desk.url,
  sending: [sending],
  receiving: [receivingSecret],
});

type Between = NonNullable<Parameters<typeof StartWindow>[0]["between"]>;

/** Tokens of rounds cannot be kept while `broken` says so. */
const breakable =
  (broken: () => boolean): Between =>
  ({ rounds, ...ports }) => ({
    ...ports,
    rounds: {
      get: (subject, waiting) => rounds.get(subject, waiting),
      remove: (subject, waiting, token) => rounds.remove(subject, waiting, token),
      async put(subject, waiting, token) {
        if (broken() && waiting !== "stuck") throw new Error("the shelf of tokens is away");
        return rounds.put(subject, waiting, token);
      },
    },
  });

export interface LocalTestedWindow extends TestedWindow {
  /** The key that its login signs tokens with. */
  loginKey(): { readonly key: KeyObject; readonly kid: string };
  /** Ends it and opens it again on the same folder and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The bundle that `npm start` runs, in this process, on a folder of its own. */
export const openLocalWindow = async (
  more: Pick<WindowOptions, "clamd"> = {},
): Promise<LocalTestedWindow> => {
  const { startWindow } = Bundle.parse(await import(pathToFileURL(await freshBundle(localWindow)).href));
  const folder = temporaryFolder();
  const talent = await played("talent-office");
  const housing = await played("housing-office");
  const endpoints = {
    [DepartmentId.parse("dept_talent-office")]: endpointOf(talent),
    [DepartmentId.parse("dept_housing-office")]: endpointOf(housing),
  };
  const sending = newWebhookSecret();
  const messengers = await openMessengers(messagingAt(0, 0));
  const { mail, sms } = messengers;
  const register = await openDemonstrationRegister(sending, wireClock);
  const at = { url: register.url, sending: [sending] };
  const registers = Object.fromEntries(register.registers.map((name) => [name, at]));
  let broken = false;
  const between = breakable(() => broken);
  const data = join(folder.path, "data");
  const open = (port: number) =>
    startWindow({
      folder: data,
      port,
      endpoints,
      registers,
      mail,
      sms,
      between,
      quotas: { proxies: 0 },
      ...more,
    });
  let window = await open(0);
  const { origin, tokenUrl } = window;
  return {
    origin,
    talent,
    housing,
    messengers,
    tokenFor: (person) => demonstrationToken(tokenUrl, person),
    async stored(application) {
      const documents = join(folder.path, "data/documents", application);
      if (!existsSync(documents)) return 0;
      const below = readdirSync(documents, { recursive: true, withFileTypes: true });
      return below.filter((entry) => entry.isFile()).length;
    },
    async moveClock(to) {
      await window.moveClock(to);
    },
    async breakRounds() {
      broken = true;
    },
    async mendRounds() {
      broken = false;
    },
    loginKey() {
      const key = createPrivateKey(readFileSync(join(folder.path, "data/keys/login.pem"), "utf8"));
      return { key, kid: publicJwk(key).kid };
    },
    async restart() {
      await window.close();
      window = await open(Number(new URL(origin).port));
    },
    async close() {
      await window.close();
      await Promise.all([talent.desk.close(), housing.desk.close(), register.close(), messengers.close()]);
      folder.remove();
    },
  };
};
