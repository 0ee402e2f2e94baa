import { type PdfFile, resolved } from "./pdf-objects.ts";
import { isDict, isList, nameIn, PdfBroken, PdfRef, type PdfValue } from "./pdf-value.ts";

/** Balanced trees of the standard are a few levels deep. */
const DEEPEST = 50;

/**
 * Counts the pages by walking their tree (ISO 32000-2, 7.7.3), never by what it says of itself, and stops after
 * `most + 1`. Throws PdfBroken for a tree that is none: without pages, with a circle, or too deep.
 */
export const countPages = async (file: PdfFile, most: number): Promise<number> => {
  const root = await resolved(file, file.trailer.get("Root"));
  const top = isDict(root) ? root.get("Pages") : undefined;
  if (!isDict(root) || top === undefined) throw new PdfBroken("no page tree");
  const onTheWay = new Set<number>();
  let pages = 0;
  let nodes = 0;

  const walk = async (at: PdfValue, depth: number): Promise<void> => {
    nodes += 1;
    if (depth > DEEPEST || nodes > 4 * most + 1000) throw new PdfBroken("a page tree that does not end");
    if (at instanceof PdfRef) {
      if (onTheWay.has(at.to)) throw new PdfBroken("a page tree in a circle");
      onTheWay.add(at.to);
    }
    const node = await resolved(file, at);
    if (!isDict(node)) throw new PdfBroken("a page that is not there");
    const kids = await resolved(file, node.get("Kids"));
    if (isList(kids)) {
      for (const kid of kids) if (pages <= most) await walk(kid, depth + 1);
    } else if (nameIn(await resolved(file, node.get("Type"))) === "Pages")
      throw new PdfBroken("a branch of the page tree without pages");
    else pages += 1;
    if (at instanceof PdfRef) onTheWay.delete(at.to);
  };

  await walk(top, 0);
  if (pages === 0) throw new PdfBroken("no pages");
  return pages;
};
