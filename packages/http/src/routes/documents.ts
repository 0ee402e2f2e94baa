import {
  announceDocument,
  confirmOriginal,
  readDocument,
  removeDocument,
  reuseDocument,
} from "@window/contract/operations/documents.ts";
import * as change from "@window/domain/act/change-application.ts";
import * as reuse from "@window/domain/act/reuse-document.ts";
import type { Application, ApplicationDocument } from "@window/domain/application/application.ts";
import { ApplicationId, DocumentId } from "@window/domain/id.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { ownApplication } from "../load.ts";
import { refused } from "../refused.ts";
import { settled } from "../settled.ts";
import { showDocument } from "../show/document.ts";

/** API clients send at once; a page that uploads will need an hour (docs/adr/0018). */
const UPLOAD_SECONDS = 5 * 60;
const LINK_SECONDS = 5 * 60;

const documentOf = (own: Application | undefined, text: string): ApplicationDocument | undefined => {
  const id = DocumentId.safeParse(text).data;
  return id === undefined ? undefined : own?.documents.get(id);
};

export const documents = {
  announceDocument: handle(announceDocument, async (deps, { params, body, request }) => {
    const application = ApplicationId.safeParse(params.application).data;
    if (application === undefined) return refused({ code: "no-such-application" });
    const expected = await change.expectDocument(deps, { application, ...body }, request);
    return settled(expected, async ({ state }) => {
      const known = documentOf(state, expected.document);
      if (known === undefined) throw new Error("a document was announced and is not there");
      const { document, mediaType, maxBytes } = known;
      const terms = { type: mediaType, maxBytes, seconds: UPLOAD_SECONDS };
      const { url, fields } = await deps.objects.presign({ application, document }, terms);
      return answer(201, { document: await showDocument(known), upload: { url, fields: { ...fields } } });
    });
  }),

  reuseDocument: handle(reuseDocument, async (deps, { params, body, request }) => {
    const application = ApplicationId.safeParse(params.application).data;
    if (application === undefined) return refused({ code: "no-such-application" });
    const reused = await reuse.reuseDocument(deps, { application, ...body }, request);
    return settled(reused, async ({ state }) => {
      const known = documentOf(state, reused.document);
      if (known === undefined) throw new Error("a document was reused and is not there");
      return answer(201, await showDocument(known));
    });
  }),

  readDocument: handle(readDocument, async (deps, { params, principal }) => {
    const own = await ownApplication(deps, principal, params.application);
    if (own === undefined) return refused({ code: "no-such-application" });
    const known = documentOf(own.state, params.document);
    if (known === undefined) return refused({ code: "no-such-document" });
    const { application } = own.state;
    const { document, inspected } = known;
    const link =
      inspected?.verdict === "clean"
        ? await deps.objects.link({ application, document }, inspected.version, LINK_SECONDS)
        : null;
    return answer(200, { ...(await showDocument(known)), link });
  }),

  confirmOriginal: handle(confirmOriginal, async (deps, { params, principal, request }) => {
    const application = ApplicationId.safeParse(params.application).data;
    if (application === undefined) return refused({ code: "no-such-application" });
    const document = DocumentId.safeParse(params.document).data;
    if (document === undefined) return refused({ code: "no-such-document" });
    const seen = { application, document, window: principal.window };
    return settled(await reuse.confirmOriginal(deps, seen, request), async ({ state }) => {
      const known = documentOf(state, document);
      if (known === undefined) throw new Error("an original was seen of a document that is not there");
      return answer(200, await showDocument(known));
    });
  }),

  removeDocument: handle(removeDocument, async (deps, { params, request }) => {
    const application = ApplicationId.safeParse(params.application).data;
    if (application === undefined) return refused({ code: "no-such-application" });
    const document = DocumentId.safeParse(params.document).data;
    if (document === undefined) return refused({ code: "no-such-document" });
    const removed = await change.removeDocument(deps, { application, document }, request);
    return settled(removed, () => answer(204, null));
  }),
};
