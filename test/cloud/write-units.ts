import * as z from "zod";

const Written = z.object({ TableName: z.string(), Item: z.record(z.string(), z.unknown()) });

/** Write units of on-demand tables: one for each KB begun of a row, and the same again for what an index holds of it. */
const UNIT = 1024;

const unitsOf = (row: object): number => Math.max(1, Math.ceil(JSON.stringify(row).length / UNIT));

/**
 * What one call weighs. Our rows are put whole or deleted (packages/aws), so the request says all of it: its JSON is a
 * little longer than what DynamoDB counts, a deleted row is taken for one unit, and an entry of an index that moves for
 * one write where AWS counts two. The index of the log holds keys and a hash, that of the views the whole row.
 */
export const writeUnits = (name: string, body: Buffer): number => {
  if (name === "DynamoDB.DeleteItem") return 1;
  if (name !== "DynamoDB.PutItem") return 0;
  const { Item } = Written.parse(JSON.parse(body.toString()));
  const row = unitsOf(Item);
  if ("feed" in Item) return row + 1;
  return "list" in Item ? row + row : row;
};
