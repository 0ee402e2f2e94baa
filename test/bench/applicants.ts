import { Agent, request } from "node:http";
import * as z from "zod";
import { benchItem } from "./bench-item.ts";

/** Right answers of somebody with a passport; every number passes its checksum. */
const answers = {
  "full-name": "Maria Santos",
  "id-type": "passport",
  passport: "L898902C3",
  "talent-class": "c",
  "employer-name": "海口示例海洋科技有限公司",
  "employer-credit-code": "91350100M000100Y43",
  "contract-from": "2026-03-01",
  "contract-until": "2029-02-28",
  "monthly-rent": 3200,
  "lease-address": "海口市示例路1号2单元303室",
};

const draft = JSON.stringify({ item: benchItem.id, window: "win_haikou", answers });

const Drafted = z.object({ application: z.string() });
const Submitted = z.object({ cases: z.array(z.object({ case: z.string() })).min(1) });

/** People who apply over kept connections. `apply` gives the case once the window has said that it is there. */
export const openApplicants = (origin: string, tokens: readonly string[], connections = 32) => {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let sent = 0;

  const post = (path: string, token: string, key: string, body: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        "idempotency-key": key,
        ...(body === "" ? {} : { "content-type": "application/json" }),
        "content-length": Buffer.byteLength(body),
      };
      const call = request({ hostname, port, path, method: "POST", agent, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.once("end", () => {
          if ((response.statusCode ?? 0) < 300) resolve(JSON.parse(text));
          else reject(new Error(`${path}: ${response.statusCode} ${text}`));
        });
      });
      const failed = (error: Error): void => {
        // A resting connection may be closed at the moment it is used again; the key makes asking twice harmless.
        if (call.reusedSocket) post(path, token, key, body).then(resolve, reject);
        else reject(error);
      };
      call.once("error", failed).end(body);
    });

  return {
    /** Begins an application: one request, answered when it is on the disk. */
    async draft(): Promise<void> {
      sent += 1;
      const token = tokens[sent % tokens.length] ?? "";
      Drafted.parse(await post("/applications", token, `bench-${process.pid}-${sent}`, draft));
    },
    async apply(): Promise<string> {
      sent += 1;
      const key = `bench-${process.pid}-${sent}`;
      const token = tokens[sent % tokens.length] ?? "";
      const { application } = Drafted.parse(await post("/applications", token, `${key}-d`, draft));
      const submitted = await post(`/applications/${application}/submission`, token, `${key}-s`, "");
      return Submitted.parse(submitted).cases[0]?.case ?? "";
    },
    close: () => agent.destroy(),
  };
};
