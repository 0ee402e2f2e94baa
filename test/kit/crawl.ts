import { problems } from "@window/contract/problems.ts";

/** What an address that something leads to has there. */
export interface Found {
  readonly path: string;
  readonly status: number;
  readonly isPage: boolean;
}

/** Addresses of this window that a page leads to; where in the page does not matter. */
const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/\s(?:href|action)="(\/[^"#]*)/g)].map(([, path = ""]) => path.replaceAll("&amp;", "&"));

/**
 * Everything that links and forms lead to from the start page and from the page of every problem, in order of discovery,
 * asked with GET. Links that `isOfInterest` does not want are not followed.
 */
export const crawl = async (
  origin: string,
  isOfInterest: (link: string, on: string) => boolean = () => true,
): Promise<readonly Found[]> => {
  const known = new Set(["/", "/zh", "/en", ...Object.keys(problems).map((code) => `/problems/${code}`)]);
  const found: Found[] = [];
  for (const path of known) {
    const response = await fetch(origin + path);
    const text = await response.text();
    const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
    found.push({ path, status: response.status, isPage });
    const links = isPage ? linksOf(text).filter((link) => isOfInterest(link, path)) : [];
    for (const link of links) known.add(link);
  }
  return found;
};

/** The same, pages alone, by their addresses. */
export const pagesOf = (found: readonly Found[]): readonly string[] =>
  found.flatMap(({ path, isPage }) => (isPage ? [path] : []));
