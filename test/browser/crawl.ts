import { problems } from "@window/contract/problems.ts";

/** Links that lead to a page of this window; where in the page does not matter. */
const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/\shref="(\/[^"#]*)/g)].map(([, path = ""]) => path.replaceAll("&amp;", "&"));

/**
 * Every page that can be reached from the start page by links, and the page of every problem. In order of discovery; links
 * that `isOfInterest` does not want are not followed.
 */
export const crawl = async (
  origin: string,
  isOfInterest: (path: string) => boolean = () => true,
): Promise<readonly string[]> => {
  const found = new Set(["/", "/zh", "/en", ...Object.keys(problems).map((code) => `/problems/${code}`)]);
  const pages: string[] = [];
  for (const path of found) {
    const response = await fetch(origin + path);
    const text = await response.text();
    if (!(response.headers.get("content-type") ?? "").startsWith("text/html")) continue;
    pages.push(path);
    for (const link of linksOf(text)) if (isOfInterest(link)) found.add(link);
  }
  return pages;
};
