import type { Application } from "../application/application.ts";
import { application } from "../application/decide.ts";
import { mayIssue } from "../application/decide-result.ts";
import { open, placeOf } from "../application/kept-answers.ts";
import { caseDecider } from "../case/decide.ts";
import { decidingBody } from "../case/deciding-body.ts";
import { ApplicationId, ResultId } from "../id.ts";
import type { Ledger } from "../perform.ts";
import { always, current, perform } from "../perform.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { KeyedDigest } from "../port/digest.ts";
import type { Signer } from "../port/signer.ts";
import type { Vault } from "../port/vault.ts";
import { maskedName } from "../result/masked-name.ts";
import type { ResultClaims } from "../result/result-claims.ts";
import { pinned } from "./own.ts";
import { follows } from "./system.ts";

export interface Issuing extends Ledger {
  readonly catalogue: Catalogue;
  readonly keyed: KeyedDigest;
  readonly vault: Vault;
  readonly signer: Signer;
  /** Origin of the window, named in certificates as their issuer. */
  readonly origin: string;
}

/** A result is named like its application, of which it is the only one. */
export const resultOf = (id: ApplicationId): ResultId => ResultId.parse(`res_${id.slice("app_".length)}`);

export const applicationOf = (result: ResultId): ApplicationId =>
  ApplicationId.parse(`app_${result.slice("res_".length)}`);

/** What a certificate says of one granted case. */
const granted = async (deps: Issuing, opened: Application["cases"][number]) => {
  const { state } = await current(deps.store, caseDecider, opened.case);
  if (state === undefined) throw new Error(`${opened.case} was granted and is not there`);
  const item = await pinned(deps.catalogue, opened);
  return { num: opened.number, itm: item.id, dep: decidingBody(item, state) };
};

const claims = async (deps: Issuing, own: Application, holder: string): Promise<ResultClaims> => {
  const cases = own.cases.filter(({ outcome }) => outcome === "granted");
  const [first, ...also] = await Promise.all(cases.map((opened) => granted(deps, opened)));
  if (first === undefined) throw new Error(`${own.application} has nothing granted`);
  return {
    iss: deps.origin,
    jti: resultOf(own.application),
    iat: Math.floor(deps.clock.now() / 1000),
    num: first.num,
    itm: first.itm,
    dec: "granted",
    dep: first.dep,
    nam: maskedName(holder),
    ...(also.length === 0 ? {} : { also }),
  };
};

/**
 * Makes the certificate of a concluded application and commits it; only a committed one is ever shown, so of two that
 * are made at once one is never seen.
 */
export const issueResult = async (deps: Issuing, own: Application): Promise<void> => {
  if (!mayIssue(own)) return;
  const place = placeOf(own.application);
  const { result } = await pinned(deps.catalogue, own);
  const named = own.answers[result.holder];
  const answers = await open(deps.vault, place, named === undefined ? {} : { [result.holder]: named });
  if (answers === "erased") return;
  const holder = answers[result.holder];
  const certificate = await deps.signer.certify(
    await claims(deps, own, typeof holder === "string" ? holder : ""),
  );
  const sealed = await deps.vault.seal(place, { certificate });
  const command = {
    type: "issue",
    result: resultOf(own.application),
    certificate: sealed.certificate,
  } as const;
  await perform(deps, application, own.application, always(command), follows(deps.keyed, "issue"));
};
