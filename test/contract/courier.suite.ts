import { ReferralRequested } from "@window/contract/referral-events.ts";
import { CaseId, CaseNumber, ReferralId } from "@window/domain/id.ts";
import { fromIso, MINUTE } from "@window/domain/instant.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { StepId } from "@window/domain/item/step.ts";
import type { Courier, Posted, ReferralMessage } from "@window/domain/port/courier.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { describe, test } from "node:test";
import { Webhook } from "standardwebhooks";
import { badNeighbours, deadlineFor } from "../kit/bad-neighbours.ts";
import { openNeighbour, openStranger } from "../kit/neighbour.ts";
import { standingClock } from "../kit/standing-clock.ts";

interface CourierParts {
  readonly origin: string;
  readonly clock: WireClock;
  readonly deadlineMilliseconds: number;
}

const message: ReferralMessage = {
  id: "msg_sample-0-0",
  referral: ReferralId.parse("ref_sample-0-0"),
  case: CaseId.parse("case_sample"),
  caseNumber: CaseNumber.parse("0000-0000-0000"),
  item: ItemId.parse("item_rent-subsidy"),
  step: StepId.parse("talent-review"),
  question: { zh: "是否符合？", en: "Does it qualify?" },
  handle: "hdl_0123456789abcdef",
  openedAt: fromIso("2026-11-24T01:00:00Z"),
  due: fromIso("2026-11-27T16:00:00Z"),
  provisional: false,
};

const ORIGIN = "https://window.example";
const at = (url: string, sending = [newWebhookSecret()]) => ({ url, sending, receiving: [] });

/** Without how long it took. */
const briefly = ({ latencyMs: _, ...posted }: Posted & { readonly latencyMs?: number }) => posted;

/** `make` composes the courier as its runtime does, with departments on this machine allowed. */
export const courierSuite = (name: string, make: (parts: CourierParts) => Courier): void => {
  describe(`courier: ${name}`, () => {
    const courier = (clock: WireClock = wireClock, deadlineMilliseconds = 15_000): Courier =>
      make({ origin: ORIGIN, clock, deadlineMilliseconds });

    test("a stranger's library accepts the message under the old secret and under the new one", async (context) => {
      const { url, heard } = await openNeighbour(context, (response) => response.end());
      const sending = [newWebhookSecret(), newWebhookSecret()];
      const posted = await courier()(at(url, sending), message);
      assert.deepEqual(briefly(posted), { kind: "answered", status: 200 });
      const [got] = heard;
      assert.ok(got);
      for (const secret of sending) {
        const event = ReferralRequested.parse(new Webhook(secret).verify(got.body, got.headers));
        assert.equal(event.data.callback, `${ORIGIN}/referrals/hdl_0123456789abcdef/callback`);
        assert.equal(event.time, "2026-11-24T01:00:00.000Z");
      }
      assert.throws(() => new Webhook(newWebhookSecret()).verify(got.body, got.headers));
    });

    test("a later attempt, and one made twice at once, has the same id and the same bytes", async (context) => {
      const { url, heard } = await openNeighbour(context, (response) => response.end());
      const clock = standingClock();
      const [post, other] = [courier(clock), courier(clock)];
      await post(at(url), message);
      clock.forward(5 * MINUTE);
      await Promise.all([post(at(url), message), post(at(url), message), other(at(url), message)]);
      assert.equal(heard.length, 4);
      assert.deepEqual([...new Set(heard.map(({ body }) => body))].length, 1);
      assert.deepEqual([...new Set(heard.map(({ headers }) => headers["webhook-id"]))], [message.id]);
      const times = heard.map(({ headers }) => Number(headers["webhook-timestamp"]));
      assert.deepEqual(
        times.map((time) => time - (times[0] ?? 0)),
        [0, 300, 300, 300],
      );
    });

    for (const status of [204, 400, 410, 429, 500, 503])
      test(`what is answered with ${status} is said to be so`, async (context) => {
        const { url } = await openNeighbour(context, (response) => response.writeHead(status).end());
        assert.deepEqual(briefly(await courier()(at(url), message)), { kind: "answered", status });
      });

    test("nobody is followed to another address", async (context) => {
      const elsewhere = await openNeighbour(context, (response) => response.end());
      const { url } = await openNeighbour(context, (response) =>
        response.writeHead(307, { location: elsewhere.url }).end(),
      );
      assert.deepEqual(briefly(await courier()(at(url), message)), { kind: "answered", status: 307 });
      assert.deepEqual(elsewhere.heard, []);
    });

    for (const url of ["http://10.0.0.1/", "https://169.254.169.254/latest", "file:///etc/hosts", "nowhere"])
      test(`nothing is sent to ${url}`, async () => {
        assert.equal((await courier()(at(url), message)).kind, "refused");
      });

    test("a department that is not there is a failure with a code", async () => {
      const posted = await courier()(at("http://127.0.0.1:9/"), message);
      assert.deepEqual(briefly(posted), { kind: "failed", cause: "unreachable" });
    });

    for (const { what, cause, speak } of badNeighbours)
      test(`a department that ${what} is a failure with a code`, async (context) => {
        const port = await openStranger(context, speak);
        const post = courier(wireClock, deadlineFor({ cause }));
        const posted = await post(at(`http://127.0.0.1:${String(port)}/`), message);
        assert.deepEqual(briefly(posted), { kind: "failed", cause });
      });

    test("once the status has come it stands, also when the rest never ends or breaks off", async (context) => {
      const { url } = await openNeighbour(context, (response, { headers }) => {
        response.writeHead(200, { "content-length": "9" });
        if (headers["webhook-id"] === "msg_breaks") response.write("o", () => response.destroy());
        else response.write("o");
      });
      const post = courier(wireClock, 1_000);
      const [stays, breaks] = await Promise.all([
        post(at(url), message),
        post(at(url), { ...message, id: "msg_breaks" }),
      ]);
      assert.deepEqual(
        [briefly(stays), briefly(breaks)],
        [
          { kind: "answered", status: 200 },
          { kind: "answered", status: 200 },
        ],
      );
    });

    test("no word of the other side is in what is said of it", async (context) => {
      const { url } = await openNeighbour(context, (response) => {
        response.writeHead(400, "a private reason", { "x-reason": "a private reason" });
        response.end("a private reason");
      });
      const posted = await courier()(at(url), message);
      assert.deepEqual(Object.keys(posted).toSorted(), ["kind", "latencyMs", "status"]);
      assert.doesNotMatch(JSON.stringify(posted), /private|127/);
    });

    test("a department that hung up after it had answered is reached again", async (context) => {
      const sockets: (Socket | null)[] = [];
      const { url, heard } = await openNeighbour(context, (response) => {
        sockets.push(response.socket);
        response.end();
      });
      const post = courier();
      for (let number = 1; number <= 4; number += 1) {
        assert.deepEqual(briefly(await post(at(url), message)), { kind: "answered", status: 200 });
        // As a server that is restarted between two messages: whoever holds the connection finds it dead.
        sockets.at(-1)?.resetAndDestroy();
      }
      assert.equal(heard.length, 4);
    });

    test("many messages at once arrive, each once", async (context) => {
      const { url, heard } = await openNeighbour(context, (response) => response.end());
      const post = courier();
      const ids = Array.from({ length: 40 }, (_, index) => `msg_sample-${index}`);
      const posted = await Promise.all(ids.map((id) => post(at(url), { ...message, id })));
      assert.ok(posted.every(({ kind }) => kind === "answered"));
      assert.deepEqual(heard.map(({ headers }) => headers["webhook-id"]).toSorted(), ids.toSorted());
    });
  });
};
