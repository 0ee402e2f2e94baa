import type { Child } from "hono/jsx";

interface Shown {
  /** Said to those who hear the page; the heading before it says the same to the others. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Child[])[];
}

/** A table that stands its rows up on a narrow screen; the roles are said because `display` would take them away. */
export const Table = ({ caption, columns, rows }: Shown) => (
  <table role="table" aria-label={caption}>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th role="columnheader" scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr role="row">
          {row.map((cell, index) => (
            <td role="cell" data-column={columns[index]}>
              <div>{cell}</div>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
