import type { Received, Reply } from "@window/department-kit/simulator/journal.ts";
import { verifyWebhook } from "@window/department-kit/verify-webhook.ts";
import type { CaseId } from "@window/domain/id.ts";
import { Webhook } from "standardwebhooks";
import type { Scene, StoryDepartment } from "../scene.ts";
import type { Teller } from "../teller.ts";
import { StoryBroken } from "../teller.ts";

const LIES = [
  [
    "other-key",
    "bad-signature",
    { zh: "他人密钥签名的意见", en: "An answer signed with somebody else's key" },
  ],
  [
    "window-key",
    "bad-signature",
    { zh: "用窗口密钥签名的意见", en: "An answer signed with the window's key" },
  ],
  ["changed-body", "bad-signature", { zh: "签名后被改动的意见", en: "An answer changed after signing" }],
  ["old-timestamp", "too-old", { zh: "五分钟以前签名的意见", en: "An answer signed over five minutes ago" }],
] as const;

/** A department is asked by signed webhook, checks it, and gives its one final answer by signed callback. */
export const askDepartment = async (
  { teller }: Scene,
  department: StoryDepartment,
  subject: CaseId,
  opinion: string,
): Promise<Received> => {
  const { desk, name } = department;
  teller.chapter({ zh: `转办${name.zh}`, en: `The ${name.en.toLowerCase()} is asked` });
  const mine = () => desk.received().find(({ event }) => event.data.case === subject);
  await within(desk.until(() => mine() !== undefined));
  const received = mine();
  if (!received) throw new StoryBroken("the department was not asked");
  tellReferral(teller, received);
  await checkWebhook(teller, department, received);

  const { subject: referral } = received.event;
  const refuse = { outcome: "refuse", reasons: ["material-not-genuine"] } as const;
  for (const [lie, cause, { zh, en }] of LIES) {
    const reply = await desk.answer(referral, refuse, { lie, id: `forged-${lie}-${referral}` });
    teller.hold(
      { zh: `${zh}被拒绝（401 ${cause}）。`, en: `${en} is refused (401 ${cause}).` },
      reply.status === 401 && codeOf(reply) === cause,
      reply,
    );
  }
  await answerOnce(teller, department, referral, opinion);
  return received;
};

const tellReferral = (teller: Teller, { event, id, timestamp, signature }: Received): void => {
  const { data } = event;
  teller.fact({ zh: "问题", en: "question" }, data.question.zh);
  teller.fact({ zh: "", en: "" }, data.question.en);
  teller.fact({ zh: "转办", en: "referral" }, data.referral);
  teller.fact({ zh: "时间", en: "time" }, event.time);
  teller.fact(
    { zh: "答复期限", en: "answer due" },
    data.due + (data.provisional ? " (预计 provisional)" : ""),
  );
  teller.fact({ zh: "消息", en: "webhook-id" }, id);
  teller.fact({ zh: "签名时间", en: "webhook-timestamp" }, timestamp);
  teller.fact({ zh: "签名", en: "webhook-signature" }, signature);
};

const checkWebhook = async (teller: Teller, department: StoryDepartment, received: Received) => {
  const secrets = [department.endpointSecret];
  const headers = headersOf(received);
  const nowSeconds = Number(received.timestamp);
  const kit = (body: string) => verifyWebhook({ secrets, headers, body, nowSeconds });
  const changed = received.body.replace("ref_", "ref-");
  teller.hold(
    { zh: "部门工具包核验签名为真。", en: "The department kit finds the signature genuine." },
    (await kit(received.body)).ok,
  );
  teller.hold(
    { zh: "第三方（npm standardwebhooks）核验签名为真。", en: "So does a stranger (npm standardwebhooks)." },
    strangerAccepts(department.endpointSecret, received, received.body),
  );
  const kept = department.desk.received().length;
  const response = await fetch(department.desk.url, { method: "POST", headers, body: changed });
  teller.hold(
    {
      zh: "改动一个字符，三者都拒绝。",
      en: "With one character changed all refuse it, the department's server too.",
    },
    !(await kit(changed)).ok &&
      !strangerAccepts(department.endpointSecret, received, changed) &&
      response.status === 401 &&
      department.desk.received().length === kept,
  );
};

const headersOf = ({ id, timestamp, signature }: Received) => ({
  "webhook-id": id,
  "webhook-timestamp": timestamp,
  "webhook-signature": signature,
});

/** The package tolerates five minutes; after a story was interrupted for longer, its own signature is compared. */
const strangerAccepts = (secret: string, received: Received, body: string): boolean => {
  const stranger = new Webhook(secret);
  try {
    stranger.verify(body, headersOf(received));
    return true;
  } catch (refusal) {
    if (!(refusal instanceof Error) || !refusal.message.includes("too old")) return false;
    const at = new Date(Number(received.timestamp) * 1000);
    return received.signature.split(" ").includes(stranger.sign(received.id, at, body));
  }
};

const answerOnce = async (teller: Teller, department: StoryDepartment, referral: string, opinion: string) => {
  const { desk } = department;
  const agree = { outcome: "agree", opinion } as const;
  const recorded = await desk.answer(referral, agree);
  teller.fact({ zh: "办理意见", en: "answer" }, `${agree.outcome}: ${opinion}`);
  teller.hold(
    { zh: "意见已收到。", en: `The answer ${recorded.id} is recorded.` },
    recorded.status === 200 && outcomeOf(recorded) === "recorded",
    recorded,
  );
  const again = await desk.answer(referral, agree);
  teller.hold(
    { zh: "同一消息重发，得到同一结果。", en: "The same message again gets the first outcome again." },
    again.status === 200 && outcomeOf(again) === "recorded",
    again,
  );
  const second = await desk.answer(
    referral,
    { outcome: "refuse", reasons: ["material-not-genuine"] },
    { id: `second-${referral}` },
  );
  teller.hold(
    { zh: "第二份最终意见被拒绝（409）。", en: "A second final answer is refused (409 already-answered)." },
    second.status === 409 && codeOf(second) === "already-answered",
    second,
  );
};

const memberOf = ({ body }: Reply, name: string): unknown =>
  typeof body === "object" && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
const codeOf = (reply: Reply): unknown => memberOf(reply, "code");
const outcomeOf = (reply: Reply): unknown => memberOf(reply, "outcome");

const PATIENCE = 60_000;

const within = async (event: Promise<void>): Promise<void> => {
  const patience = AbortSignal.timeout(PATIENCE);
  const late = new Promise<never>((_, reject) => {
    patience.addEventListener("abort", () =>
      reject(new StoryBroken("the department was not asked in a minute")),
    );
  });
  await Promise.race([event, late]);
};
