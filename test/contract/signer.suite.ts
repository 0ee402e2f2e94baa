import { CaseNumber, ResultId } from "@window/domain/id.ts";
import type { Signer } from "@window/domain/port/signer.ts";
import { ResultClaims } from "@window/domain/result/result-claims.ts";
import { composeCertificate } from "@window/node/certificate.ts";
import { PublicJwk, signEs256 } from "@window/node/es256.ts";
import assert from "node:assert/strict";
import { generateKeyPairSync, webcrypto } from "node:crypto";
import { after, before, describe, test } from "node:test";
import * as z from "zod";
import { freshName } from "../kit/fresh.ts";

export interface SignerHarness {
  readonly signer: Signer;
  /** The same after an operator has added a newer key. */
  readonly rotated: () => Promise<Signer>;
  readonly close: () => Promise<void>;
}

const claims = (): ResultClaims =>
  ResultClaims.parse({
    iss: "https://window.example",
    jti: ResultId.parse(`res_${freshName()}`),
    iat: 1_790_000_000,
    num: CaseNumber.parse("0123-4567-89AB"),
    itm: "item_rent-subsidy",
    dec: "granted",
    dep: "dept_housing-office",
    nam: "王**",
  });

const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

const partsOf = (certificate: string): readonly [string, string, string] =>
  z.tuple([z.string(), z.string(), z.string()]).parse(certificate.split("."));

const Header = z.object({ alg: z.literal("ES256"), kid: z.string() });
const kidOf = (certificate: string): string => Header.parse(decoded(partsOf(certificate)[0])).kid;

/** A stranger's check: Web Crypto, the published key and the text, and nothing of ours. */
const strangerBelieves = async (certificate: string, jwk: PublicJwk): Promise<boolean> => {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const { kty, crv, x, y } = jwk;
  const key = await webcrypto.subtle.importKey("jwk", { kty, crv, x, y }, algorithm, false, ["verify"]);
  const [head, body, signature] = partsOf(certificate);
  const signed = new Uint8Array(Buffer.from(`${head}.${body}`));
  return webcrypto.subtle.verify(algorithm, key, new Uint8Array(Buffer.from(signature, "base64url")), signed);
};

export const signerSuite = (name: string, make: () => Promise<SignerHarness>): void => {
  describe(`signer: ${name}`, () => {
    let signer: Signer;
    let harness: SignerHarness;
    before(async () => {
      harness = await make();
      ({ signer } = harness);
    });
    after(() => harness.close());

    test("a certificate says what was certified, and a stranger believes it by the published key", async () => {
      const certified = claims();
      const certificate = await signer.certify(certified);
      const [, body] = partsOf(certificate);
      assert.deepEqual(decoded(body), certified);
      const keys = z.array(PublicJwk).parse(await signer.keys());
      const key = keys.find(({ kid }) => kid === kidOf(certificate));
      assert.ok(key);
      assert.ok(await strangerBelieves(certificate, key));
      assert.deepEqual(await signer.verify(certificate), certified);
    });

    test("only public halves are published", async () => {
      const keys = await signer.keys();
      assert.ok(keys.length > 0);
      for (const key of keys) assert.ok(!("d" in key));
    });

    test("a certificate whose claims, header or signature were altered is none", async () => {
      const [head, body, signature] = partsOf(await signer.certify(claims()));
      const [, other] = partsOf(await signer.certify(claims()));
      const flipped = (signature.startsWith("A") ? "B" : "A") + signature.slice(1);
      const none = encoded({ ...z.record(z.string(), z.string()).parse(decoded(head)), alg: "none" });
      const forged = [
        [head, other, signature],
        [head, body, flipped],
        [none, body, signature],
        [none, body, ""],
        [head, body],
        [head, body, signature, ""],
        [""],
      ];
      for (const parts of forged) assert.equal(await signer.verify(parts.join(".")), undefined);
    });

    test("a certificate signed by somebody else under the name of our key is none", async () => {
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const [ours] = z.array(PublicJwk).parse(await signer.keys());
      const forged = await composeCertificate(claims(), ours?.kid ?? "", async (bytes) =>
        signEs256(privateKey, bytes),
      );
      assert.equal(await signer.verify(forged), undefined);
    });

    test("a newer key certifies from now on, stands first, and what the older certified stays valid", async () => {
      const certified = claims();
      const older = await signer.certify(certified);
      const rotated = await harness.rotated();
      const newer = await rotated.certify(certified);
      const kids = [newer, older].map((certificate) => kidOf(certificate));
      assert.deepEqual(
        (await rotated.keys()).map(({ kid }) => kid),
        kids,
      );
      assert.notEqual(kids[0], kids[1]);
      for (const certificate of [newer, older])
        assert.deepEqual(await rotated.verify(certificate), certified);
      assert.equal(await signer.verify(newer), undefined);
    });
  });
};
