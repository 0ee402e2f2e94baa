import { Draft } from "@window/contract/wire/application.ts";
import { requestFaults } from "@window/contract/field-faults.ts";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type * as z from "zod";
import { documentOf } from "./own-document.ts";
import type { OwnDocument } from "./own-document.ts";
import { WrongInput } from "./wrong-input.ts";

/** What somebody applies with: the application as the API takes it, and the papers in the order of the material list. */
export type OwnInput = {
  readonly draft: z.infer<typeof Draft>;
  readonly documents: readonly OwnDocument[];
  /** Of everything above: what the idempotency keys of a story are made from. */
  readonly mark: string;
};

/** Reads and checks what lies on this machine. Throws WrongInput with every fault that was found. */
export const ownInput = (application: string, documents: readonly string[]): OwnInput => {
  const faults: string[] = [];
  const tried = <Value>(read: () => Value): Value[] => {
    try {
      return [read()];
    } catch (fault) {
      if (!(fault instanceof WrongInput)) throw fault;
      faults.push(...fault.faults);
      return [];
    }
  };
  const [draft] = tried(() => draftOf(application));
  const papers = documents.flatMap((path) => tried(() => documentOf(path)));
  if (faults.length > 0 || !draft) throw new WrongInput(faults);
  const mark = createHash("sha256").update(JSON.stringify(draft));
  for (const { bytes } of papers) mark.update(createHash("sha256").update(bytes).digest());
  return { draft, documents: papers, mark: mark.digest("hex").slice(0, 16) };
};

const draftOf = (path: string): z.infer<typeof Draft> => {
  const name = basename(path);
  const draft = Draft.safeParse(jsonOf(path, name));
  if (draft.success) return draft.data;
  throw new WrongInput(
    requestFaults(draft.error).map(
      ({ field, cause, remedy }) =>
        `${name}: ${field || "the whole"}: ${cause.en} ${remedy.en} ${cause.zh}${remedy.zh}`,
    ),
  );
};

const jsonOf = (path: string, name: string): unknown => {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new WrongInput([`${path}: there is no such file, or it cannot be read. 没有该文件，或无法读取。`]);
  }
  try {
    return JSON.parse(text);
  } catch (fault) {
    const where = fault instanceof SyntaxError ? fault.message : "";
    throw new WrongInput([`${name}: this is not JSON (${where}). 不是 JSON 文件。`]);
  }
};
