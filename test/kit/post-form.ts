import type { UploadForm } from "@window/domain/port/objects.ts";

/** What a sender does otherwise than the form says. */
type Change = (fields: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;

/** Sends an upload form as a browser does: all fields in order, then the file. Returns the status. */
export const postForm = async (
  form: UploadForm,
  bytes: Uint8Array<ArrayBuffer>,
  change: Change = (fields) => fields,
  reach: typeof fetch = fetch,
): Promise<number> => {
  const body = new FormData();
  for (const [name, value] of Object.entries(change(form.fields))) body.append(name, value);
  body.append("file", new Blob([bytes]), "upload.bin");
  const response = await reach(form.url, { method: "POST", body });
  await response.arrayBuffer();
  return response.status;
};
