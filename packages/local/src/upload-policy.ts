import { toIso, fromIso, later, type Instant } from "@window/domain/instant.ts";
import type { ObjectKey, UploadTerms } from "@window/domain/port/objects.ts";
import { sameText } from "@window/node/keyed-id.ts";
import { hmacSha256 } from "@window/node/mac.ts";
import * as z from "zod";
import { nameOf } from "./object-name.ts";

/** Why an upload is not taken. */
export type UploadFault =
  "malformed" | "bad-signature" | "expired" | "foreign-key" | "wrong-type" | "too-large" | "empty";

/** The fields of a form beside the file, named as S3 names them. */
const Fields = z.strictObject({
  key: z.string(),
  "Content-Type": z.string(),
  policy: z.base64(),
  "x-window-signature": z.string(),
});

/** The policy document of S3 with exactly these conditions. */
const Policy = z.object({
  expiration: z.string().transform(fromIso),
  conditions: z.tuple([
    z.object({ key: z.string() }),
    z.object({ "Content-Type": z.string() }),
    z.tuple([z.literal("content-length-range"), z.int(), z.int()]),
  ]),
});

const signatureOf = (secret: Uint8Array, policy: string): string =>
  hmacSha256(secret, policy).toString("hex");

/** The fields of a form that takes what `terms` says, until so many seconds after `now`. */
export const policyFields = (
  secret: Uint8Array,
  key: ObjectKey,
  { type, maxBytes, seconds }: UploadTerms,
  now: Instant,
): Readonly<Record<string, string>> => {
  const name = nameOf(key);
  const document = {
    expiration: toIso(later(now, seconds * 1000)),
    conditions: [{ key: name }, { "Content-Type": type }, ["content-length-range", 1, maxBytes]],
  };
  const policy = Buffer.from(JSON.stringify(document)).toString("base64");
  return { key: name, "Content-Type": type, policy, "x-window-signature": signatureOf(secret, policy) };
};

type Refused = { readonly ok: false; readonly cause: UploadFault };

/** What a form lets in: one file for `name`, of a type and a size in bytes. */
export type JudgedForm =
  | {
      readonly ok: true;
      readonly name: string;
      readonly type: string;
      readonly fewest: number;
      readonly most: number;
    }
  | Refused;

const refused = (cause: UploadFault): Refused => ({ ok: false, cause });

/** Whether the form was made here and is still good; known before a byte of its file is read. */
export const judgeForm = (secret: Uint8Array, fields: unknown, now: Instant): JudgedForm => {
  const { data: form } = Fields.safeParse(fields);
  if (form === undefined) return refused("malformed");
  if (!sameText(form["x-window-signature"], signatureOf(secret, form.policy)))
    return refused("bad-signature");
  const policy = Policy.parse(JSON.parse(Buffer.from(form.policy, "base64").toString("utf8")));
  const [{ key: name }, { "Content-Type": type }, [, fewest, most]] = policy.conditions;
  if (now >= policy.expiration) return refused("expired");
  if (form.key !== name) return refused("foreign-key");
  return form["Content-Type"] === type ? { ok: true, name, type, fewest, most } : refused("wrong-type");
};

/** The same with the file, of `size` bytes. */
export const judgeUpload = (secret: Uint8Array, fields: unknown, size: number, now: Instant): JudgedForm => {
  const form = judgeForm(secret, fields, now);
  if (!form.ok) return form;
  if (size < form.fewest) return refused("empty");
  return size > form.most ? refused("too-large") : form;
};
