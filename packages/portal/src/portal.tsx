import { everyOperation } from "@window/contract/operations.ts";
import { isProblemCode, pageOf, problems } from "@window/contract/problems.ts";
import { withoutSlash } from "@window/contract/without-slash.ts";
import { NothingPublished } from "@window/domain/port/nothing-published.ts";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import type { Language } from "@window/domain/text.ts";
import { type Context, type Handler, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { askProgress } from "./ask-progress.ts";
import { addStage } from "./add-stage.tsx";
import { askVerify, type VerifyAnswer } from "./ask-verify.ts";
import { css } from "./css.ts";
import type { Demonstration, PortalDeps } from "./deps.ts";
import { address } from "./page/address.ts";
import { mailboxAddress, MailboxPage } from "./page/mailbox.tsx";
import { OperationPage } from "./page/operation.tsx";
import { ProblemPage } from "./page/problem.tsx";
import { ProgressPage } from "./page/progress.tsx";
import { operationAddress, ReferencePage } from "./page/reference.tsx";
import { StartPage } from "./page/start.tsx";
import { statusOf, type Stumble, StumblePage, waitAfter } from "./page/stumble.tsx";
import { VerifyPage } from "./page/verify.tsx";
import { readDescription } from "./reference/description.ts";
import { respond } from "./respond.ts";
import { securityHeaders } from "./security-headers.ts";
import { readTyped, type Typed } from "./typed.ts";

const languages: readonly Language[] = ["zh", "en"];

/** As much as the API takes (design §7). */
const MOST_BYTES = 256 * 1024;

const languageOf = ({ req }: Context): Language => (/^\/en(\/|$)/.test(req.path) ? "en" : "zh");

const stumble = (context: Context, why: Stumble, incident?: string): Promise<Response> =>
  respond(
    <StumblePage
      stumble={why}
      language={languageOf(context)}
      {...(incident === undefined ? {} : { incident })}
    />,
    statusOf(why),
    waitAfter(why),
  );

const limited = bodyLimit({ maxSize: MOST_BYTES, onError: (context) => stumble(context, "too-much") });

/** What comes with a request beside itself: the address it is counted for. */
type Asked = { readonly Bindings: { readonly address: string } };

/** A request that was handed in without one, as tests do, is nobody's in particular. */
const addressOf = ({ env }: { readonly env: Asked["Bindings"] | undefined }): string => env?.address ?? "";

/** Answers a form of ours; whatever else is sent gets a page that says so. */
const onForm =
  (answer: (typed: Typed, address: string) => Promise<Response>): Handler<Asked> =>
  async (context) => {
    const typed = await readTyped(context.req);
    return typed === undefined ? stumble(context, "no-form") : answer(typed, addressOf(context));
  };

const start = async ({ catalogue, demonstration }: PortalDeps, language: Language): Promise<Response> =>
  respond(
    <StartPage
      offer={await catalogue.current()}
      demonstration={demonstration}
      overview={await demonstration?.stage?.overview()}
      language={language}
    />,
  );

const verify = async (
  { catalogue }: PortalDeps,
  language: Language,
  answer?: VerifyAnswer,
): Promise<Response> =>
  respond(
    <VerifyPage
      language={language}
      offer={await catalogue.current()}
      {...(answer === undefined ? {} : { answer })}
    />,
    answer?.status,
  );

const addPages = (portal: Hono<Asked>, deps: PortalDeps, language: Language): void => {
  portal.get(address(language, "start"), () => start(deps, language));
  portal.get(address(language, "progress"), () => respond(<ProgressPage language={language} />));
  portal.post(
    address(language, "progress"),
    limited,
    onForm(async (typed, from) => {
      const answer = await askProgress(deps, typed, from);
      const wait = "retryAfter" in answer ? { "retry-after": String(answer.retryAfter) } : {};
      return respond(<ProgressPage language={language} answer={answer} />, answer.status, wait);
    }),
  );
  portal.get(address(language, "verify"), () => verify(deps, language));
  portal.post(
    address(language, "verify"),
    limited,
    onForm(async (typed) => verify(deps, language, await askVerify(deps, typed))),
  );
};

/** Where nobody is sent anything in earnest it can be looked at. */
const addMailbox = (portal: Hono<Asked>, letters: Demonstration["letters"]): void => {
  for (const language of languages)
    portal.get(mailboxAddress(language), () =>
      respond(<MailboxPage letters={letters()} language={language} />),
    );
};

/** Read once, when somebody first asks: no page shows the origin that stands in the document. */
const described = (() => {
  let read: ReturnType<typeof readDescription> | undefined;
  return () => (read ??= readDescription("/"));
})();

/** What the OpenAPI document says, as pages: all operations, each one, and each problem. */
const addReference = (portal: Hono<Asked>): void => {
  for (const language of languages) {
    portal.get(address(language, "reference"), () =>
      respond(<ReferencePage operations={described()} language={language} />),
    );
    for (const [id] of everyOperation)
      portal.get(operationAddress(language, id), () => {
        const operation = described().find((one) => one.id === id);
        if (operation === undefined) throw new Error(`${id} is not described`);
        return respond(<OperationPage operation={operation} language={language} />);
      });
  }
  for (const code of Object.keys(problems).filter(isProblemCode))
    portal.get(pageOf(code), () => respond(<ProblemPage code={code} operations={described()} />));
};

/** The pages of the window as one Hono app, for the addresses in `rooms.ts`; the same on one machine and in the cloud. */
export const createPortal = (deps: PortalDeps): Hono<Asked> => {
  const portal = new Hono<Asked>();
  portal.get("/", () => start(deps, "zh"));
  for (const language of languages) addPages(portal, deps, language);
  addReference(portal);
  if (deps.demonstration !== undefined) addMailbox(portal, deps.demonstration.letters);
  addStage(portal, deps, (context) => stumble(context, "no-page"));
  portal.get("/portal.css", etag(), ({ body }) =>
    body(css, 200, {
      ...securityHeaders,
      "cache-control": "no-cache",
      "content-type": "text/css; charset=utf-8",
    }),
  );
  portal.notFound((context) => {
    const to = context.req.method === "GET" ? withoutSlash(context.req.url) : undefined;
    if (to === undefined) return stumble(context, "no-page");
    return new Response(null, { status: 308, headers: { ...securityHeaders, location: to } });
  });
  portal.onError((fault, context) => {
    if (fault instanceof NothingPublished) return stumble(context, "not-open");
    const incident = crypto.randomUUID();
    deps.failed?.(incident, fault);
    return stumble(context, fault instanceof StoreUnavailable ? "unavailable" : "fault", incident);
  });
  return portal;
};
