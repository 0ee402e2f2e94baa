import { ActorId } from "@window/domain/id.ts";
import { CreditCode } from "@window/domain/identifier/credit-code.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { WindowId } from "@window/domain/place/window.ts";
import type { KeyedDigest } from "@window/domain/port/digest.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTVerifyGetKey } from "jose";
import * as z from "zod";
import { type Principal, Role } from "./principal.ts";
import type { Refused } from "./refused.ts";

/** An issuer of access tokens, as configured; nothing about it is ever taken from a token. */
export const TrustedIssuer = z.object({
  /** Exactly what stands in `iss`. */
  issuer: z.string().min(1),
  /** What has to stand in `aud`. */
  audience: z.string().min(1),
  jwksUrl: z.url(),
  /** The roles it may give; a login for citizens makes nobody a supervisor. */
  roles: z.array(Role).min(1),
});
export type TrustedIssuer = z.infer<typeof TrustedIssuer>;

/** RFC 9068 access tokens, signed asymmetrically. */
const ALGORITHMS = ["ES256", "PS256", "RS256", "EdDSA"];

const Claims = z.object({
  sub: z.string().min(1).max(255),
  role: Role.default("applicant"),
  department: DepartmentId.optional(),
  window: WindowId.optional(),
  employer: CreditCode.optional(),
});

type Verified = Principal | Refused;

/** Keys are kept ten minutes; for a key nobody knows they are fetched again at most once a minute. */
const keysOf = ({ jwksUrl }: TrustedIssuer): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(jwksUrl), { cacheMaxAge: 600_000, cooldownDuration: 60_000 });

/** Not the token's fault: the keys of the issuer cannot be had right now. */
const isOurs = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWKSTimeout || error.code === "ERR_JOSE_GENERIC";

const refusalOf = (error: unknown): Refused => {
  if (error instanceof errors.JWTExpired) return invalid("token-expired");
  if (error instanceof errors.JOSEError && !isOurs(error)) return invalid("token-refused");
  throw error;
};

const invalid = (problem: "token-expired" | "token-refused"): Refused => ({
  problem,
  headers: { "www-authenticate": 'Bearer error="invalid_token"' },
});

const issuerOf = (token: string): string | undefined => {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
};

const principalOf = (keyed: KeyedDigest, issuer: TrustedIssuer, payload: unknown): Verified => {
  const claims = Claims.safeParse(payload).data;
  if (claims === undefined || !issuer.roles.includes(claims.role)) return invalid("token-refused");
  const { role, department, window, employer } = claims;
  if (role === "department") {
    if (department === undefined) return invalid("token-refused");
    return { actor: ActorId.parse(department), role, department };
  }
  const pseudonym = keyed({ issuer: issuer.issuer, subject: claims.sub }).slice(0, 26);
  return {
    actor: ActorId.parse(`usr_${pseudonym}`),
    role,
    ...(role === "clerk" && window !== undefined ? { window } : {}),
    ...(role === "applicant" && employer !== undefined ? { employer } : {}),
  };
};

export interface Verifying {
  readonly issuers: readonly TrustedIssuer[];
  readonly keyed: KeyedDigest;
  readonly wireClock: WireClock;
}

/** A token that was verified is not verified again for so long (milliseconds), nor once it has expired. */
const BELIEVED = 60_000;
const MOST_BELIEVED = 4096;

interface Believed {
  readonly principal: Verified;
  readonly until: number;
}

/** Who came lately, by token. A signature costs more than anything else a request asks for. */
const openBelief = () => {
  const known = new Map<string, Believed>();
  return {
    find(token: string, now: number): Verified | undefined {
      const found = known.get(token);
      if (found === undefined) return undefined;
      if (now < found.until) return found.principal;
      known.delete(token);
      return undefined;
    },
    keep(token: string, principal: Verified, until: number): void {
      if (known.size >= MOST_BELIEVED) known.clear();
      known.set(token, { principal, until });
    },
  };
};

/**
 * Reads `Authorization: Bearer …`. Issuer, audience, type and algorithms are pinned to the configuration; times are
 * judged by wire time with five seconds of tolerance. Throws when an issuer's keys cannot be fetched.
 */
export const bearer = ({ issuers, keyed, wireClock }: Verifying) => {
  const doors = new Map(issuers.map((issuer) => [issuer.issuer, { issuer, keys: keysOf(issuer) }]));
  const belief = openBelief();
  return async (header: string | undefined): Promise<Verified> => {
    const token = /^Bearer +([\w~+/.=-]+)$/i.exec(header ?? "")?.[1];
    if (token === undefined) return { problem: "token-missing", headers: { "www-authenticate": "Bearer" } };
    const now = wireClock.now();
    const familiar = belief.find(token, now);
    if (familiar !== undefined) return familiar;
    const door = doors.get(issuerOf(token) ?? "");
    if (door === undefined) return invalid("token-refused");
    const { issuer, keys } = door;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: issuer.issuer,
        audience: issuer.audience,
        typ: "at+jwt",
        algorithms: ALGORITHMS,
        requiredClaims: ["exp", "iat", "sub"],
        clockTolerance: 5,
        currentDate: new Date(now),
      });
      const principal = principalOf(keyed, issuer, payload);
      belief.keep(token, principal, Math.min(now + BELIEVED, (payload.exp ?? 0) * 1000));
      return principal;
    } catch (error) {
      return refusalOf(error);
    }
  };
};
