import { canonical } from "@window/node/digest.ts";
import { verifyWebhook } from "@window/node/webhook-signature.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";

/** What a register knows of one person or body, under its own words; the first is what it is looked up by. */
type Entry = Readonly<Record<string, string>>;

/** 示例: nobody and nothing in them exists. */
const books: Readonly<Record<string, readonly Entry[]>> = {
  reg_business: [
    { "credit-code": "91350100M000100Y43", name: "海口示例海洋科技有限公司" },
    { "credit-code": "91460000MA5T396030", name: "三亚示例种业研究院有限公司" },
    { "credit-code": "91460000MA5TDEM05W", name: "儋州示例农业有限公司" },
  ],
  reg_population: [
    { number: "11010519491231002X", name: "李静" },
    { number: "110105195001010039", name: "王示例" },
    { number: "460100200207154320", name: "赵悦" },
    { number: "460000198506121144", name: "林海" },
  ],
};

/** 示例: whoever asks for one of these finds the register down, so that one can see what a window does then. */
const DOWN: ReadonlySet<string | number> = new Set(["440524188001010014", "460200198803096513"]);

const Question = z.object({
  register: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
type Question = z.infer<typeof Question>;

const answerTo = ({ register, facts }: Question): object => {
  const found = books[register]?.find((entry) => {
    const [key] = Object.keys(entry);
    return key !== undefined && entry[key] === facts[key];
  });
  if (found === undefined) return { outcome: "not-found" };
  const other = Object.keys(facts).filter((word) => found[word] !== facts[word]);
  return other.length === 0 ? { outcome: "match" } : { outcome: "mismatch", facts: other };
};

export interface DemonstrationRegister {
  /** Names of the registers that it plays. */
  readonly registers: readonly string[];
  readonly url: string;
  close(): Promise<void>;
}

const questionIn = (body: string): Question | undefined => {
  try {
    return Question.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
};

/** A population and a business register of the demonstration on this machine, which answer signed questions only. */
export const openDemonstrationRegister = async (
  secret: string,
  clock: WireClock,
): Promise<DemonstrationRegister> => {
  const reply = (headers: IncomingHttpHeaders, body: string): readonly [number, string] => {
    const named = (name: string) => headers[name]?.toString();
    const proof = verifyWebhook({
      secrets: [secret],
      headers: {
        id: named("webhook-id"),
        timestamp: named("webhook-timestamp"),
        signature: named("webhook-signature"),
      },
      body,
      nowSeconds: Math.floor(clock.now() / 1000),
    });
    const question = questionIn(body);
    if (!proof.ok || question === undefined) return [400, "{}"];
    if (Object.values(question.facts).some((fact) => DOWN.has(fact))) return [503, "{}"];
    return [200, canonical(answerTo(question))];
  };
  const server = createServer((request, response) => {
    void text(request)
      .then((body) => reply(request.headers, body))
      .then(([status, body]) => response.writeHead(status, { "content-type": "application/json" }).end(body));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    registers: Object.keys(books),
    url: `http://127.0.0.1:${String(port)}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
