import type { Inspecting } from "@window/domain/act/inspect-upload.ts";
import { inspectUpload } from "@window/domain/act/inspect-upload.ts";
import type { ApplicationCommand } from "@window/domain/application/command.ts";
import { application } from "@window/domain/application/decide.ts";
import { DocumentVerdict } from "@window/domain/application/event.ts";
import { type Commit, GENESIS } from "@window/domain/commit.ts";
import { Hash } from "@window/domain/declared.ts";
import { ActorId, DocumentId } from "@window/domain/id.ts";
import { always, current, perform } from "@window/domain/perform.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import { documents, id } from "../application/sample.ts";
import { noon } from "../calendar/sample.ts";

const openStore = (): EventStore => {
  const commits: Commit[] = [];
  return {
    load: async () => [...commits],
    append: async (commit) => {
      if (commits.length !== commit.seq - 1) return "conflict";
      commits.push(commit);
      return "appended";
    },
    feed: async () => ({ entries: [] }),
  };
};

/** Bytes that lie in the store, by document and version; a paper says itself what the inspector will find. */
const openPapers = () => {
  const lying = new Map<string, string>();
  const nameOf = (document: DocumentId, version: string) => `${document} ${version}`;
  const objects: Inspecting["objects"] = {
    read: async ({ document }, version) => {
      const found = lying.get(nameOf(document, version));
      return found === undefined ? undefined : new TextEncoder().encode(found);
    },
    eraseVersion: async ({ document }, version) => {
      lying.delete(nameOf(document, version));
    },
  };
  return { lying, nameOf, objects };
};

/** One application, its papers, and an inspector who can be held up. */
export const openDesk = () => {
  const { lying, nameOf, objects } = openPapers();
  let hashes = 0;
  const hash = () => Hash.parse(String((hashes += 1)).padStart(64, "0"));
  const documentAt = (index: number) => documents[index] ?? DocumentId.parse("doc_other");
  let meanwhile = async (): Promise<void> => undefined;
  const deps: Inspecting = {
    store: openStore(),
    clock: { now: () => noon("2026-11-23") },
    digest: hash,
    keyed: () => GENESIS,
    objects,
    inspect: async ({ bytes }) => {
      await meanwhile();
      const verdict = DocumentVerdict.parse(new TextDecoder().decode(bytes));
      return { verdict, sha256: hash(), size: bytes.length };
    },
  };
  return {
    /** Somebody does these things; none of them is refused. */
    async plays(...commands: readonly ApplicationCommand[]): Promise<void> {
      for (const command of commands) {
        const request = { actor: ActorId.parse("usr_wang"), key: hash(), body: GENESIS };
        const { kind } = await perform(deps, application, id, always(command), request);
        if (kind !== "done") throw new Error(`${command.type}: ${kind}`);
      }
    },
    uploads(index: number, version: string, found: DocumentVerdict): void {
      lying.set(nameOf(documentAt(index), version), found);
    },
    inspects: (index: number, version: string) =>
      inspectUpload(deps, { application: id, document: documentAt(index) }, version),
    /** What happens while the inspector looks at his next papers. */
    whileInspecting(act: () => Promise<void>): void {
      meanwhile = act;
    },
    lying: () => [...lying.keys()],
    verdictOn: async (index: number) => {
      const { state } = await current(deps.store, application, id);
      return state?.documents.get(documentAt(index))?.inspected;
    },
  };
};
