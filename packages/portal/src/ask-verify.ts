import type { Verification } from "@window/contract/wire/result.ts";
import type { Text } from "@window/domain/text.ts";
import type { PortalDeps } from "./deps.ts";
import { isPlausible, type Typed } from "./typed.ts";

/** What a question after a certificate came to. `status` is that of the page. */
export type VerifyAnswer =
  | { readonly status: 200; readonly verification: Verification }
  | { readonly status: 400; readonly wrong: Text };

/** The most that the API takes; a certificate has a few hundred characters. */
const MOST = 4096;

const empty: Text = { zh: "请粘贴证照内容。", en: "Paste the text of the certificate." };

/** Mail and paper break long lines, so white space within the certificate is no part of it. */
export const askVerify = async (
  { verify }: Pick<PortalDeps, "verify">,
  typed: Typed,
): Promise<VerifyAnswer> => {
  const certificate = typed("certificate").replace(/\s+/g, "");
  if (certificate === "") return { status: 400, wrong: empty };
  if (!isPlausible(certificate, MOST)) return { status: 200, verification: { verdict: "not-genuine" } };
  return { status: 200, verification: await verify(certificate) };
};
