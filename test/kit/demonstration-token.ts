import * as z from "zod";

const Token = z.object({ access_token: z.string() });

/** The request by which anybody is somebody of the demonstration, as the README's walk with curl makes it. */
export const demonstrationLogin = (
  person: string,
): { readonly method: "POST"; readonly body: URLSearchParams } => ({
  method: "POST",
  body: new URLSearchParams({
    grant_type: "urn:talent-window:grant:demonstration",
    client_id: "demonstration",
    person,
  }),
});

/** An access token of somebody of the demonstration. Throws when there is none to be had; `reach` stands in for fetch. */
export const demonstrationToken = async (
  tokenUrl: string,
  person: string,
  reach: typeof fetch = fetch,
): Promise<string> => {
  const response = await reach(tokenUrl, demonstrationLogin(person));
  if (!response.ok) throw new Error(`nobody can log in as ${person} (${String(response.status)})`);
  return Token.parse(await response.json()).access_token;
};
