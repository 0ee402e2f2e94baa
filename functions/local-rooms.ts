/** What is behind the one port: pages, API, upload endpoint, login, and for tests the door to the clock. */
import type { Quotas } from "@window/domain/port/quotas.ts";
import type { Operation } from "@window/contract/operation.ts";
import { operations } from "@window/contract/operations.ts";
import { bundles } from "@window/catalogue/bundles.ts";
import { retention } from "@window/catalogue/retention.ts";
import { fromIso, toIso, type Instant } from "@window/domain/instant.ts";
import { askProgress } from "@window/http/ask-progress.ts";
import { clientAddress } from "@window/http/client-address.ts";
import { createApp } from "@window/http/create-app.ts";
import { verifyCertificate } from "@window/http/verify-certificate.ts";
import type { DemonstrationPerson } from "@window/local/demonstration-people.ts";
import { DEMONSTRATION_CLIENT, DEMONSTRATION_GRANT } from "@window/local/identity/demonstration-client.ts";
import { IDENTITY_PATH, type Identity } from "@window/local/identity.ts";
import type { LocalObjects } from "@window/local/objects.ts";
import type { Rooms } from "@window/local/serve.ts";
import { uploadEndpoint } from "@window/local/upload-endpoint.ts";
import { verifyWebhook } from "@window/node/webhook-signature.ts";
import { createPortal } from "@window/portal/portal.tsx";
import { isOfPages } from "@window/portal/rooms.ts";
import * as z from "zod";
import { log, nameOf } from "./local-log.ts";
import type { Demonstration } from "./local-demonstration.ts";
import type { LocalPorts } from "./local-ports.ts";
import { stageOf } from "./local-stage.ts";
import { openTokens } from "./local-tokens.ts";

interface Parts {
  readonly ports: LocalPorts;
  readonly objects: LocalObjects;
  readonly identity: Identity;
  /** Absent: nobody counts how often anybody asks. */
  readonly quotas?: Quotas | undefined;
  /** Proxies before this window that add to X-Forwarded-For. */
  readonly proxies: number;
  /** Who is invented; without anybody it is no demonstration. */
  readonly people: readonly DemonstrationPerson[];
  /** Absent: nothing is prepared for whoever tries it out. */
  readonly demonstration?: Demonstration | undefined;
  /** Absent: nobody moves the clock. */
  readonly moveClock?: (to: Instant) => Promise<Instant>;
}

const apiOf = ({ ports, objects, identity, quotas }: Parts) =>
  createApp({
    ...ports,
    objects,
    bundles: async () => bundles,
    periods: async () => retention,
    quotas,
    log,
    prove: ({ now, ...message }) => verifyWebhook({ ...message, nowSeconds: Math.floor(now / 1000) }),
    issuers: [
      {
        issuer: identity.issuer,
        audience: identity.audience,
        jwksUrl: identity.jwksUrl,
        roles: ["applicant", "clerk", "supervisor", "department", "operator"],
      },
    ],
  });

const demonstrationOf = ({ ports, identity, people, demonstration }: Parts) => ({
  people,
  tokenEndpoint: identity.tokenUrl,
  grantType: DEMONSTRATION_GRANT,
  clientId: DEMONSTRATION_CLIENT,
  letters: () => ports.letters().map((letter) => ({ ...letter, at: toIso(letter.at) })),
  ...(demonstration === undefined ? {} : { stage: stageOf(demonstration, ports) }),
});

const portalOf = (parts: Parts) => {
  const { ports, quotas, people } = parts;
  return createPortal({
    catalogue: ports.catalogue,
    progress: (number, queryCode, address) =>
      askProgress({ ...ports, quotas }, address, { number, queryCode }),
    verify: (certificate) => verifyCertificate(ports, certificate),
    failed: (incident, fault) => log({ event: "failed", incident, fault: fault.name }),
    ...(people.length === 0 ? {} : { demonstration: demonstrationOf(parts) }),
  });
};

const uploadsOf = (objects: LocalObjects) =>
  uploadEndpoint(objects, (incident, fault) => log({ event: "failed", incident, fault: nameOf(fault) }));

/** The way in for the people of the demonstration: the same API and uploads, where nobody counts how often they ask. */
export const doorsOf = (parts: Parts) => {
  const api = apiOf({ ...parts, quotas: undefined });
  return {
    api: async (request: Request) => api.fetch(request, { address: "demonstration" }),
    uploads: uploadsOf(parts.objects),
    tokenOf: openTokens(parts.identity.tokenUrl, parts.ports.wireClock),
  };
};

/** Messages of departments and gateways: they are signed, and nobody's who looks around. */
const signedPaths = Object.values<Operation>(operations)
  .filter(({ access }) => access === "signed")
  .map(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`));
const isSigned = (path: string): boolean => signedPaths.some((pattern) => pattern.test(path));

const Move = z.object({ to: z.string().transform(fromIso) });

const doorOf = (moveClock: NonNullable<Parts["moveClock"]>) => async (request: Request) => {
  const move = Move.safeParse(await request.json().catch(() => undefined));
  if (!move.success) return Response.json({ cause: "to is an ISO 8601 instant" }, { status: 400 });
  return Response.json({ now: toIso(await moveClock(move.data.to)) });
};

/** Of a request's address, which is absolute and was taken apart before: `URL` would take as long as all the routing. */
const pathOf = (address: string): string => /^\w+:\/\/[^/?#]+([^?#]*)/.exec(address)?.[1] ?? "/";

/** Pages and API have no path in common (`rooms.ts` of the portal); what is neither is answered by the API. */
export const roomsOf = (parts: Parts): Rooms => {
  const { objects, identity, moveClock, proxies, demonstration } = parts;
  const api = apiOf(parts);
  const portal = portalOf(parts);
  const uploads = uploadsOf(objects);
  const door = moveClock && doorOf(moveClock);
  const room = (path: string, request: Request, peer: string): Response | Promise<Response> => {
    if (path === "/uploads" || path.startsWith("/uploads/")) return uploads(request);
    if (door !== undefined && path === "/door/clock") return door(request);
    const address = clientAddress(peer, request.headers.get("x-forwarded-for"), proxies);
    return (isOfPages(path) ? portal : api).fetch(request, { address });
  };
  const fetch: Rooms["fetch"] = (request, peer) => {
    const path = pathOf(request.url);
    // While the prepared cases are made the clock is in the past, where nobody else writes anything.
    if (demonstration === undefined || request.method === "GET" || isSigned(path))
      return room(path, request, peer);
    return demonstration.made.then(() => room(path, request, peer));
  };
  return { fetch, mounts: { [IDENTITY_PATH]: identity.handle } };
};
