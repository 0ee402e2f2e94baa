import type { RowHead, Views } from "@window/domain/port/views.ts";

/** Every row and tombstone there is. */
export const everyHead = async (views: Pick<Views, "rows">): Promise<readonly RowHead[]> => {
  const heads: RowHead[] = [];
  let after: string | undefined;
  do {
    const page = await views.rows(after);
    heads.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return heads;
};

/** Leaves nothing of the views. */
export const throwAway = async (views: Pick<Views, "rows" | "remove">): Promise<void> => {
  for (const head of await everyHead(views)) await views.remove(head);
};
