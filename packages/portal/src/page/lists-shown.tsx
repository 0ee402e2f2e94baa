import type { Text } from "@window/domain/text.ts";
import type { Lists } from "../stage.ts";
import { partsOf, type Listed } from "./list-parts.tsx";
import { Table } from "./table.tsx";

const none: Text = { zh: "（无）", en: "(nothing)" };

/** Everything that is on somebody's own lists. */
export const ListsShown = ({ lists, ...listed }: Listed & { readonly lists: Lists }) => (
  <>
    {partsOf(lists, listed).map(({ heading, columns, rows }) => (
      <section>
        <h2>{heading[listed.language]}</h2>
        {rows.length === 0 ? (
          <p>{none[listed.language]}</p>
        ) : (
          <Table
            caption={heading[listed.language]}
            columns={columns.map((text) => text[listed.language])}
            rows={rows}
          />
        )}
      </section>
    ))}
  </>
);
