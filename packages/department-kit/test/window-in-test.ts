import type { ReferralRequested } from "@window/department-kit/events.ts";
import { verifyWebhook } from "@window/department-kit/verify-webhook.ts";
import { nowSeconds } from "@window/department-kit/wire-clock.ts";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

export const secrets = {
  endpoint: `whsec_${btoa("the window signs with this one..")}`,
  receiving: `whsec_${btoa("the department signs with this..")}`,
};

export type Callback = { readonly id: string; readonly body: string; readonly status: number };

/** As much of a window as a department sees: it asks by signed webhook and takes callbacks by design §7. */
export class WindowInTest {
  readonly callbacks: Callback[] = [];
  /** Callbacks that are answered with 503 before any is read. */
  unavailable = 0;
  readonly #outcomes = new Map<string, { status: number; body: unknown }>();
  readonly #server: Server;
  #answered = false;
  #origin = "";

  constructor() {
    this.#server = createServer((request, response) => {
      void text(request)
        .then((body) => this.#take(request.headers, body))
        .then(({ status, body }) => response.writeHead(status).end(JSON.stringify(body)));
    });
  }

  async open(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    const address = this.#server.address();
    if (typeof address === "object" && address) this.#origin = `http://127.0.0.1:${address.port}`;
    return this;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  event(id: string): ReferralRequested {
    const referral = `ref_${id.replaceAll("_", "-")}`;
    return {
      specversion: "1.0",
      id,
      source: this.#origin,
      type: "talent.referral.requested.v1",
      subject: referral,
      time: "2026-03-02T01:30:00.000Z",
      datacontenttype: "application/json",
      data: {
        referral,
        case: "case_1",
        caseNumber: "7K2M-9PQR-4TVX",
        item: "item_rent-subsidy",
        step: "talent-review",
        question: { zh: "是否符合条件？", en: "Are the conditions met?" },
        handle: "handle-0123456789",
        callback: `${this.#origin}/callback`,
        details: `${this.#origin}/details`,
        due: "2026-03-05T15:59:59.999Z",
        provisional: false,
      },
    };
  }

  /** Posts an event as the stranger signs it; resolves to the status. */
  async ask(url: string, event: unknown, at = new Date(nowSeconds() * 1000)): Promise<number> {
    const id = "msg_1";
    const body = JSON.stringify(event);
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/cloudevents+json",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": new Webhook(secrets.endpoint).sign(id, at, body),
      },
      body,
    });
    return response.status;
  }

  async #take(headers: NodeJS.Dict<string | string[]>, body: string) {
    const outcome = await this.#outcome(headers, body);
    this.callbacks.push({ id: String(headers["webhook-id"]), body, status: outcome.status });
    return outcome;
  }

  async #outcome(headers: NodeJS.Dict<string | string[]>, body: string) {
    if (this.unavailable > 0) {
      this.unavailable -= 1;
      return { status: 503, body: {} };
    }
    const verdict = await verifyWebhook({ secrets: [secrets.receiving], headers, body });
    if (!verdict.ok) return { status: 401, body: { cause: verdict.cause } };
    const before = this.#outcomes.get(verdict.id);
    if (before) return before;
    const final = body.includes("talent.referral.answered.v1");
    const outcome =
      final && this.#answered
        ? { status: 409, body: { cause: "already-answered" } }
        : { status: 200, body: { outcome: "recorded" } };
    if (final) this.#answered = true;
    this.#outcomes.set(verdict.id, outcome);
    return outcome;
  }
}
