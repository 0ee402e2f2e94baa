import { problemDocument, type ProblemCode } from "@window/contract/problems.ts";
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

const refusal = (code: ProblemCode): Response => {
  const problem = problemDocument(code);
  return Response.json(problem, {
    status: problem.status,
    headers: { "content-type": "application/problem+json" },
  });
};

const upload = async (objects: LocalObjects, request: Request): Promise<Response> => {
  const form = await readForm(request);
  if (!form.ok) return refusal(problemOf[form.cause]);
  const accepted = await objects.acceptUpload(form.fields, form.bytes);
  if (!accepted.ok) return refusal(problemOf[accepted.cause]);
  return new Response(null, { status: 204, headers: { "x-window-version": accepted.version } });
};

/** Whoever has the link may have the file, and a browser shows none of it as a page of ours. */
const download = async (objects: LocalObjects, request: Request): Promise<Response> => {
  const token = new URL(request.url).pathname.split("/").at(-1) ?? "";
  const shown = await objects.serveLink(token);
  if (shown === undefined) return refusal("no-such-page");
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

/**
 * What stands in for S3 on one machine, mounted at `/uploads`: takes the forms of `presign` (POST, 204 when the file is
 * on the disk) and serves the links of `link` (GET, with the token as the last part of the path).
 */
export const uploadEndpoint =
  (objects: LocalObjects) =>
  async (request: Request): Promise<Response> => {
    if (request.method === "POST") return upload(objects, request);
    if (request.method === "GET") return download(objects, request);
    return refusal("method-not-allowed");
  };
