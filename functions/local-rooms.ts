/** What is behind the one port: pages, API, upload endpoint, login, and for tests the door to the clock. */
import { fromIso, toIso, type Instant } from "@window/domain/instant.ts";
import { createApp } from "@window/http/create-app.ts";
import { findProgress } from "@window/http/find-progress.ts";
import { showProgress } from "@window/http/show/progress.ts";
import { verifyCertificate } from "@window/http/verify-certificate.ts";
import { demonstrationPeople } from "@window/local/demonstration-people.ts";
import { DEMONSTRATION_GRANT } from "@window/local/identity/demonstration-grant.ts";
import { DEMONSTRATION_CLIENT, IDENTITY_PATH, type Identity } from "@window/local/identity.ts";
import type { LocalObjects } from "@window/local/objects.ts";
import type { Rooms } from "@window/local/serve.ts";
import { uploadEndpoint } from "@window/local/upload-endpoint.ts";
import { verifyWebhook } from "@window/node/webhook-signature.ts";
import { createPortal } from "@window/portal/portal.tsx";
import * as z from "zod";
import { log } from "./local-log.ts";
import type { LocalPorts } from "./local-ports.ts";

interface Parts {
  readonly ports: LocalPorts;
  readonly objects: LocalObjects;
  readonly identity: Identity;
  /** Absent: nobody moves the clock. */
  readonly moveClock?: (to: Instant) => Promise<Instant>;
}

const apiOf = ({ ports, objects, identity }: Parts) =>
  createApp({
    ...ports,
    objects,
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

const portalOf = ({ ports, identity }: Parts) =>
  createPortal({
    catalogue: ports.catalogue,
    async progress(number, queryCode) {
      const found = await findProgress(ports, number, queryCode);
      return found && showProgress(ports.catalogue, found);
    },
    verify: (certificate) => verifyCertificate(ports, certificate),
    failed: (incident, fault) => log({ event: "failed", incident, fault: fault.name }),
    demonstration: {
      people: demonstrationPeople,
      tokenEndpoint: identity.tokenUrl,
      grantType: DEMONSTRATION_GRANT,
      clientId: DEMONSTRATION_CLIENT,
    },
  });

const Move = z.object({ to: z.string().transform(fromIso) });

const doorOf = (moveClock: NonNullable<Parts["moveClock"]>) => async (request: Request) => {
  const move = Move.safeParse(await request.json().catch(() => undefined));
  if (!move.success) return Response.json({ cause: "to is an ISO 8601 instant" }, { status: 400 });
  return Response.json({ now: toIso(await moveClock(move.data.to)) });
};

/** Whether the portal has a page there; its `/problems/:code` stands for every code. */
const pagesOf = ({ routes }: ReturnType<typeof portalOf>) => {
  const paths = [...new Set(routes.map(({ path }) => path))].filter((path) => !path.includes("*"));
  const patterns = paths.map((path) => new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`));
  return (path: string): boolean => patterns.some((pattern) => pattern.test(path));
};

/** Pages and API have no path in common; what is neither is answered by the API. */
export const roomsOf = (parts: Parts): Rooms => {
  const { objects, identity, moveClock } = parts;
  const api = apiOf(parts);
  const portal = portalOf(parts);
  const isPage = pagesOf(portal);
  const uploads = uploadEndpoint(objects);
  const door = moveClock && doorOf(moveClock);
  const fetch: Rooms["fetch"] = (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/uploads" || pathname.startsWith("/uploads/")) return uploads(request);
    if (door !== undefined && pathname === "/door/clock") return door(request);
    return (isPage(pathname) ? portal : api).fetch(request);
  };
  return { fetch, mounts: { [IDENTITY_PATH]: identity.handle } };
};
