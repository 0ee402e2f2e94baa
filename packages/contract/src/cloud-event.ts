import * as z from "zod";

/** RFC 3986 URI-reference: absolute, relative or only a fragment, never empty; anything else is percent-encoded. */
export const UriReference = z
  .string()
  .min(1)
  .max(2048)
  .regex(
    /^(?:[\w\-.~:/?[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)?$/,
  );

/** RFC 3339 with seconds and an offset that exists. */
export const Timestamp = z.iso
  .datetime({ offset: true })
  .regex(/:\d{2}(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/);

/** RFC 2046: type, subtype, parameters. */
const MediaType = z
  .string()
  .max(255)
  .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:;[\x20-\x7e]*)?$/);

const AbsoluteUri = UriReference.regex(/^[A-Za-z][A-Za-z0-9+.-]*:/);

/** Values an extension attribute may have in the JSON format; `null` says the attribute is not there. */
const ExtensionValue = z.union([z.boolean(), z.int32(), z.string(), z.null()]);

/** The attributes every CloudEvent has, to be spread into the schema of one type of event. */
export const attributes = {
  specversion: z.literal("1.0"),
  /** Unique together with `source`. */
  id: z.string().min(1).max(256),
  source: UriReference,
  type: z.string().min(1).max(256),
  subject: z.string().min(1).max(256).nullish(),
  time: Timestamp.nullish(),
  datacontenttype: MediaType.nullish(),
  dataschema: AbsoluteUri.nullish(),
};

const NAME = /^[a-z0-9]+$/;
const CONTENT = new Set(["data", "data_base64"]);

/** Attribute names are lower-case ASCII letters and digits; `data` and `data_base64` are content and never stand together. */
const namesAndContent = z.check<Record<string, unknown>>((context) => {
  const names = Object.keys(context.value);
  for (const name of names.filter((name) => !NAME.test(name) && !CONTENT.has(name))) {
    context.issues.push({ code: "custom", message: "attribute-name", path: [name], input: context.value });
  }
  if (names.filter((name) => CONTENT.has(name)).length > 1) {
    context.issues.push({
      code: "custom",
      message: "data-twice",
      path: ["data_base64"],
      input: context.value,
    });
  }
});

/** An event in the JSON format of CloudEvents 1.0 (structured mode), whatever its type. */
export const CloudEvent = z
  .object({ ...attributes, data: z.unknown().optional(), data_base64: z.base64().nullish() })
  .catchall(ExtensionValue)
  .check(namesAndContent);
export type CloudEvent = z.infer<typeof CloudEvent>;
