import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { emulatorProgram } from "./emulator-folder.ts";
import { freePort } from "./free-port.ts";
import { openMeter } from "./meter.ts";

const root = join(import.meta.dirname, "../..");
export const emulatorLog = join(root, ".build/emulator/log.txt");

export interface Emulator {
  readonly endpoint: string;
  readonly port: number;
  /** Where the functions are sent, and what they asked is counted. */
  readonly meter: string;
  /** What every client and tool of AWS needs to talk to it and to nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on("error", () => resolve(false));
    asked.end();
  });

/** Starts MiniStack on this machine alone, in a process group of its own, so that its functions end with it. */
export const startEmulator = async (): Promise<Emulator> => {
  const program = await emulatorProgram();
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const meter = await openMeter(endpoint);
  const folder = mkdtempSync(join(tmpdir(), "window-cloud-"));
  const environment = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: join(folder, "no-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "no-credentials"),
  };
  mkdirSync(dirname(emulatorLog), { recursive: true });
  const log = createWriteStream(emulatorLog);
  const child = spawn(program, [], {
    env: {
      ...process.env,
      ...environment,
      // The emulator hands this on to its functions.
      AWS_ENDPOINT_URL: meter.endpoint,
      // Functions run on the first `node` of the path: the Node 24 that came with the project.
      PATH: `${join(root, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`,
      TMPDIR: folder,
      BIND_HOST: "127.0.0.1",
      IOT_MTLS_ENABLED: "0",
      GATEWAY_PORT: String(port),
      // A retry of a machine waits 30 seconds and more; nobody waits here.
      SFN_WAIT_SCALE: "0.05",
    },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const ended = once(child, "exit");

  const stop = async (): Promise<void> => {
    const { pid } = child;
    if (pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-pid, "SIGTERM");
      await Promise.race([ended, pause(5_000)]);
    }
    try {
      // What outlived its parent: functions that were running.
      if (pid !== undefined) process.kill(-pid, "SIGKILL");
    } catch {
      // The group is empty, as it should be.
    }
    await meter.close();
    rmSync(folder, { recursive: true, force: true });
  };

  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    if (await answers(`${endpoint}/_ministack/health`)) {
      return { endpoint, port, meter: meter.endpoint, environment, stop };
    }
    await pause(100);
  }
  await stop();
  throw new Error(`the emulator did not start; see ${emulatorLog}`);
};
