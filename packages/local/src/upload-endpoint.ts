import type { ProblemCode } from "@window/contract/problems.ts";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import { randomUUID } from "node:crypto";
import { problemResponse } from "./problem-response.ts";
import { readForm } from "./read-form.ts";
import type { LocalObjects } from "./objects.ts";
import type { UploadFault } from "./upload-policy.ts";

const problemOf = {
  malformed: "upload-malformed",
  "bad-signature": "upload-form-altered",
  expired: "upload-form-expired",
  "foreign-key": "upload-to-another-document",
  "wrong-type": "upload-of-another-type",
  "too-large": "document-too-large",
  empty: "document-empty",
} satisfies Record<UploadFault, ProblemCode>;

const upload = async (objects: LocalObjects, request: Request): Promise<Response> => {
  const form = await readForm(request, (fields) => objects.judgeForm(fields));
  if (!form.ok) return problemResponse(problemOf[form.cause]);
  const accepted = await objects.acceptUpload(form.fields, form.bytes);
  if (!accepted.ok) return problemResponse(problemOf[accepted.cause]);
  return new Response(null, { status: 204, headers: { "x-window-version": accepted.version } });
};

/** Whoever has the link may have the file, and a browser shows none of it as a page of ours. */
const download = async (objects: LocalObjects, request: Request): Promise<Response> => {
  const token = new URL(request.url).pathname.split("/").at(-1) ?? "";
  const shown = await objects.serveLink(token);
  if (shown === undefined) return problemResponse("no-such-page");
  return new Response(new Uint8Array(shown.bytes), {
    headers: {
      "content-type": shown.type,
      "content-disposition": "attachment",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
};

const answer = async (objects: LocalObjects, request: Request): Promise<Response> => {
  if (request.method === "POST") return upload(objects, request);
  if (request.method === "GET") return download(objects, request);
  return problemResponse("method-not-allowed", {}, { allow: "GET, POST" });
};

/**
 * What stands in for S3 on one machine, mounted at `/uploads`: takes the forms of `presign` (POST, 204 when the file is
 * on the disk) and serves the links of `link` (GET, with the token as the last part of the path). `failed` is told what
 * went wrong on our side, under the number that was answered.
 */
export const uploadEndpoint =
  (objects: LocalObjects, failed: (incident: string, fault: unknown) => void) =>
  async (request: Request): Promise<Response> => {
    try {
      return await answer(objects, request);
    } catch (fault) {
      const incident = randomUUID();
      failed(incident, fault);
      return fault instanceof StoreUnavailable
        ? problemResponse("store-unavailable", {}, { "retry-after": "5" })
        : problemResponse("fault-of-ours", { incident });
    }
  };
