import {
  draftApplication,
  readApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import { announceDocument, readDocument } from "@window/contract/operations/documents.ts";
import { readResult, verifyResult } from "@window/contract/operations/results.ts";
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { demonstrationToken } from "../kit/demonstration-token.ts";
import { postForm } from "../kit/post-form.ts";
import { draftBody } from "../journey/applying.ts";
import { clientOf } from "../journey/client.ts";
import { pdf } from "../journey/paper.ts";
import { persistent } from "./persistent.ts";

const MATERIALS = ["labour-contract", "lease-contract"];

const MOST_LOOKS = 600;
const LOOK_MILLISECONDS = 50;

/** Looks until there is something to see, for half a minute; a window that is away is waited for. */
const seen = async <Seen>(what: string, look: () => Promise<Seen | undefined>): Promise<Seen> => {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(LOOK_MILLISECONDS);
  }
  throw new Error(`${what} did not happen`);
};

/** A token of the demonstration's applicant. */
export const tokenAt = (origin: string, reach: typeof fetch): Promise<string> =>
  demonstrationToken(`${origin}/oidc/token`, "maria-santos", reach);

/**
 * Somebody who goes the whole way, from the login to a verified certificate, with the same keys however often the
 * window dies under them. `key` begins all their idempotency keys; `contact` are answers that say how they are reached.
 */
export const openApplicant = (origin: string, key: string, contact: object = {}) => {
  const own = persistent();
  const client = clientOf(origin, own.reach);

  const handIn = async (token: string, application: string, material: string): Promise<void> => {
    const { document, upload } = await client.ask(announceDocument, {
      params: { application },
      token,
      key: `${key}.${material}`,
      body: { material, mediaType: "application/pdf" },
    });
    assert.equal(await postForm(upload, pdf(material), (fields) => fields, own.reach), 204);
    const params = { application, document: document.document };
    const state = await seen("the inspection", async () => {
      const { state } = await client.ask(readDocument, { params, token });
      return state === "awaited" ? undefined : state;
    });
    assert.equal(state, "clean");
  };

  /** Resolves with the application when its certificate has been verified. */
  const goTheWholeWay = async (): Promise<string> => {
    const token = await tokenAt(origin, own.reach);
    const body = { ...draftBody, answers: { ...draftBody.answers, ...contact } };
    const drafted = await client.ask(draftApplication, { token, body, key: `${key}.draft` });
    const { application } = drafted;
    const params = { application };
    for (const material of MATERIALS) await handIn(token, application, material);
    const submitted = await client.ask(submitApplication, { params, token, key: `${key}.submit` });
    assert.equal(submitted.cases.length, 1);
    const result = await seen("the result", async () => {
      const { result } = await client.ask(readApplication, { params, token });
      return result ?? undefined;
    });
    const { certificate } = await client.ask(readResult, { params: { result }, token });
    assert.ok(certificate);
    const { verdict } = await client.ask(verifyResult, { body: { certificate } });
    assert.equal(verdict, "genuine");
    return application;
  };
  return { ...own, goTheWholeWay };
};
