import { CaseId } from "@window/domain/id.ts";
import { RegisterId } from "@window/domain/item/verification.ts";
import type { Registers, RegisterQuestion, Verdict } from "@window/domain/port/registers.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { openDemonstrationRegister } from "@window/local/demonstration-register.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import type { RegisterEndpoint } from "@window/node/http-registers.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { describe, test, type TestContext } from "node:test";
import { Webhook } from "standardwebhooks";
import { badNeighbours, deadlineFor } from "../kit/bad-neighbours.ts";
import { openNeighbour, openStranger } from "../kit/neighbour.ts";

interface RegistersParts {
  /** What operators have said, by the names of registers. */
  readonly known: Readonly<Record<string, RegisterEndpoint>>;
  readonly clock: WireClock;
  readonly deadlineMilliseconds: number;
}

const population = RegisterId.parse("reg_population");
const business = RegisterId.parse("reg_business");
const secret = newWebhookSecret();

const question: RegisterQuestion = {
  case: CaseId.parse("case_sample"),
  register: population,
  facts: { number: "11010519491231002X", name: "李静" },
};
const about = (facts: RegisterQuestion["facts"], register = population): RegisterQuestion => ({
  ...question,
  register,
  facts,
});

const local = (port: number): string => `http://127.0.0.1:${String(port)}/`;
const down = (cause: string): Verdict => ({ kind: "down", cause });

const NO_ANSWERS: Readonly<Record<string, string>> = {
  nothing: "",
  "no JSON": "not json",
  "an empty object": "{}",
  "an outcome that is none": '{"outcome":"yes"}',
  "a mismatch without a fact": '{"outcome":"mismatch"}',
  "a mismatch of no facts": '{"outcome":"mismatch","facts":[]}',
  "a mismatch of a fact that was not asked": '{"outcome":"mismatch","facts":["salary"]}',
  "a mismatch of one fact that was asked and one that was not":
    '{"outcome":"mismatch","facts":["name","salary"]}',
  "a word about the person beside the outcome": '{"outcome":"match","name":"李静"}',
  "more than a verdict can be": `{"outcome":"match"}${" ".repeat(9_000)}`,
};

/** `make` composes the registers as its runtime does, with registers on this machine allowed. */
export const registersSuite = (name: string, make: (parts: RegistersParts) => Promise<Registers>): void => {
  describe(`registers: ${name}`, () => {
    /** Both registers are at one address. */
    const at = (url: string, deadlineMilliseconds = 15_000, sending = [secret]): Promise<Registers> => {
      const known = { [population]: { url, sending }, [business]: { url, sending } };
      return make({ known, clock: wireClock, deadlineMilliseconds });
    };
    const demonstrated = async (context: TestContext): Promise<string> => {
      const opened = await openDemonstrationRegister(secret, wireClock);
      context.after(() => opened.close());
      return opened.url;
    };
    const hearing = async (context: TestContext, answer: (response: ServerResponse) => void) => {
      const { url } = await openNeighbour(context, answer);
      return (await at(url)).ask(question);
    };

    test("a register says match, mismatch by field, and not found", async (context) => {
      const registers = await at(await demonstrated(context));
      const { facts } = question;
      const employer = { "credit-code": "91350100M000100Y43", name: "海口示例海洋科技有限公司" };
      assert.deepEqual(
        [
          await registers.ask(question),
          await registers.ask(about({ ...facts, name: "李晶" })),
          await registers.ask(about({ ...facts, number: "110105194912310021" })),
          await registers.ask(about(employer, business)),
        ],
        [{ kind: "match" }, { kind: "mismatch", facts: ["name"] }, { kind: "not-found" }, { kind: "match" }],
      );
    });

    test("a register that operators have not named is not connected, and nobody has looked", async (context) => {
      const known = { [population]: { url: await demonstrated(context), sending: [secret] } };
      const registers = await make({ known, clock: wireClock, deadlineMilliseconds: 15_000 });
      const connected = [await registers.connected(population), await registers.connected(business)];
      assert.deepEqual(connected, [true, false]);
      assert.deepEqual(await registers.ask(about(question.facts, business)), down("not-connected"));
    });

    test("a register answers nobody who cannot sign", async (context) => {
      const stranger = await at(await demonstrated(context), 15_000, [newWebhookSecret()]);
      assert.deepEqual(await stranger.ask(question), down("status-400"));
    });

    test("a stranger verifies the question, which is the same however often it is asked", async (context) => {
      const { url, heard } = await openNeighbour(context, (response) => response.end('{"outcome":"match"}'));
      const [one, other] = [await at(url), await at(url)];
      await Promise.all([one.ask(question), one.ask(question), other.ask(question)]);
      await one.ask(question);
      for (const { headers, body } of heard) {
        const { register, facts } = question;
        assert.deepEqual(new Webhook(secret).verify(body, headers), { register, facts });
        assert.ok(!JSON.stringify(headers).includes(question.case));
      }
      assert.equal(heard.length, 4);
      assert.equal(new Set(heard.map(({ headers }) => headers["webhook-id"])).size, 1);
    });

    test("questions about other cases and to other registers have other ids", async (context) => {
      const { url, heard } = await openNeighbour(context, (response) => response.end('{"outcome":"match"}'));
      const registers = await at(url);
      await registers.ask(question);
      await registers.ask(about(question.facts, business));
      await registers.ask({ ...question, case: CaseId.parse("case_other") });
      assert.equal(new Set(heard.map(({ headers }) => headers["webhook-id"])).size, 3);
    });

    for (const status of [302, 404, 429, 500, 503])
      test(`a register that answers ${status} is down, whatever else it says`, async (context) => {
        const verdict = await hearing(context, (response) =>
          response.writeHead(status, { location: "/elsewhere" }).end('{"outcome":"match"}'),
        );
        assert.deepEqual(verdict, down(`status-${String(status)}`));
      });

    for (const [what, body] of Object.entries(NO_ANSWERS))
      test(`${what} is never taken for an answer`, async (context) => {
        const verdict = await hearing(context, (response) => response.end(body));
        assert.deepEqual(verdict, down("malformed-answer"));
      });

    test("an answer that breaks off is no answer, although it could be read as one", async (context) => {
      const verdict = await hearing(context, (response) => {
        response.writeHead(200, { "content-length": "40" });
        response.write('{"outcome":"not-found"}', () => response.destroy());
      });
      assert.deepEqual(verdict, down("malformed-answer"));
    });

    test("an answer that never ends is no answer", async (context) => {
      const { url } = await openNeighbour(context, (response) => {
        response.writeHead(200, { "content-length": "40" });
        response.write('{"outcome":"not-found"}');
      });
      assert.equal((await (await at(url, 300)).ask(question)).kind, "down");
    });

    test("a register that is not there is down", async () => {
      assert.deepEqual(await (await at(local(9))).ask(question), down("unreachable"));
    });

    for (const { what, cause, speak } of badNeighbours)
      test(`a register that ${what} is down`, async (context) => {
        const registers = await at(local(await openStranger(context, speak)), deadlineFor({ cause }));
        assert.deepEqual(await registers.ask(question), down(cause));
      });

    test("a register at an address that may not be called is down, and is not called", async () => {
      for (const url of ["http://10.0.0.1/", "https://169.254.169.254/latest"])
        assert.equal((await (await at(url)).ask(question)).kind, "down");
    });

    test("nothing of the facts, and no word of the other side, is in a cause", async (context) => {
      const { facts } = question;
      const body = JSON.stringify({ outcome: "mismatch", facts: ["salary"], reason: "a private reason" });
      for (const status of [200, 400]) {
        const verdict = await hearing(context, (response) =>
          response.writeHead(status, "a private reason").end(body),
        );
        const said = JSON.stringify(verdict);
        for (const word of [...Object.values(facts), "private", "salary"])
          assert.ok(!said.includes(String(word)), said);
      }
    });

    test("one that is down for one question answers the next", async (context) => {
      let asked = 0;
      const { url } = await openNeighbour(context, (response) => {
        asked += 1;
        if (asked === 1) response.destroy();
        else response.end('{"outcome":"match"}');
      });
      const registers = await at(url);
      assert.deepEqual(await registers.ask(question), down("reset"));
      assert.deepEqual(await registers.ask(question), { kind: "match" });
    });
  });
};
