import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** What DynamoDB gives for a row. */
export type Row = Readonly<Record<string, AttributeValue>>;

export const text = (value: string): AttributeValue => ({ S: value });
export const number = (value: number): AttributeValue => ({ N: String(value) });
export const bytes = (value: Uint8Array): AttributeValue => ({ B: value });

/** Thrown for a row that no adapter of ours has written. */
export class Misshapen extends Error {
  override readonly name = "Misshapen";
  constructor(name: string) {
    super(`a row lacks ${name}`);
  }
}

export const optionalText = (row: Row, name: string): string | undefined => row[name]?.S;

export const textOf = (row: Row, name: string): string => {
  const value = row[name]?.S;
  if (value === undefined) throw new Misshapen(name);
  return value;
};

export const numberOf = (row: Row, name: string): number => {
  const value = row[name]?.N;
  if (value === undefined) throw new Misshapen(name);
  return Number(value);
};

export const bytesOf = (row: Row, name: string): Uint8Array => {
  const value = row[name]?.B;
  if (value === undefined) throw new Misshapen(name);
  return value;
};
