import type { Instant } from "@window/domain/instant.ts";
import { maskedAddress } from "@window/domain/notice/masked-address.ts";
import { canonical } from "@window/node/digest.ts";
import { authorizationOf, type AccessKey } from "@window/node/signed-request.ts";
import { signWebhook } from "@window/node/webhook-signature.ts";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";
import type { Mailbox } from "./mailbox.ts";

/** 示例: whoever gives this number is unknown to the gateway, and of that one it reports that nothing arrived. */
const UNKNOWN = "+8613900000000";
const UNREACHED = "+8613900000001";

const Asked = z.object({
  requestId: z.string(),
  phoneNumber: z.string(),
  signName: z.string(),
  templateCode: z.string(),
  templateParam: z.object({ number: z.string() }),
});
type Asked = z.infer<typeof Asked>;

export interface GatewayParts extends AccessKey {
  /** The text of a registered template; undefined for one that is not registered. */
  readonly say: (template: string, number: string) => string | undefined;
  readonly mailbox: Mailbox;
  readonly clock: { now(): Instant };
  /** Where reports go, and what they are signed with. */
  readonly report: { readonly url: string; readonly secret: string };
}

export interface DemonstrationGateway {
  readonly url: string;
  close(): Promise<void>;
}

/** The headers that were signed, by the names the request gives. */
const signedHeaders = ({ headers }: IncomingMessage): Record<string, string> => {
  const [, names = ""] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "") ?? [];
  return Object.fromEntries(names.split(";").map((name) => [name, headers[name]?.toString() ?? ""]));
};

const isSigned = (key: AccessKey, request: IncomingMessage, body: string): boolean => {
  const signable = { path: request.url ?? "", body, headers: signedHeaders(request) };
  return request.headers.authorization === authorizationOf(key, signable);
};

const parsed = (body: string): Asked | undefined => {
  try {
    return Asked.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
};

/** Reports what became of a message, as gateways do a moment later. */
const reporter =
  ({ clock, report }: GatewayParts) =>
  async ({ requestId, phoneNumber }: Asked): Promise<void> => {
    const failed = phoneNumber === UNREACHED;
    const outcome = failed ? { outcome: "failed", cause: "UNDELIV" } : { outcome: "delivered" };
    const body = canonical({ notice: requestId, ...outcome });
    const id = `rpt_${requestId.slice("ntc_".length)}`;
    const timestamp = Math.floor(clock.now() / 1000);
    await fetch(report.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signWebhook([report.secret], id, timestamp, body),
      },
      body,
    }).catch(() => undefined);
  };

/** A gateway of mainland shape on this machine: it takes signed requests, files the messages, and reports on them. */
export const openDemonstrationGateway = async (parts: GatewayParts): Promise<DemonstrationGateway> => {
  const { say, mailbox, clock } = parts;
  const known = new Set<string>();
  const tell = reporter(parts);

  const take = (asked: Asked): string => {
    const { requestId, phoneNumber, signName, templateCode, templateParam } = asked;
    const said = say(templateCode, templateParam.number);
    if (said === undefined) return "isv.SMS_TEMPLATE_ILLEGAL";
    if (phoneNumber === UNKNOWN) return "isv.MOBILE_NUMBER_ILLEGAL";
    if (known.has(requestId)) return "OK";
    known.add(requestId);
    const letter = {
      id: requestId,
      at: clock.now(),
      channel: "sms",
      to: maskedAddress("sms", phoneNumber),
    } as const;
    if (phoneNumber !== UNREACHED)
      mailbox.put({ ...letter, subject: signName, text: `【${signName}】${said}` });
    void tell(asked);
    return "OK";
  };

  const answer = (request: IncomingMessage, body: string): readonly [number, string] => {
    if (!isSigned(parts, request, body)) return [403, "SignatureDoesNotMatch"];
    const asked = parsed(body);
    return asked === undefined ? [200, "isv.INVALID_PARAMETERS"] : [200, take(asked)];
  };

  const server = createServer((request, response) => {
    void text(request)
      .then((body) => answer(request, body))
      .then(([status, code]) =>
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ code })),
      );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${String(port)}/sms`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
