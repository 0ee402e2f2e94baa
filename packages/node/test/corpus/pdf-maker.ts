import { deflateSync } from "node:zlib";

/** The body of an object as it stands between `obj` and `endobj`, by its number. */
export type Bodies = ReadonlyMap<number, Buffer>;

export interface Shape {
  readonly version?: string;
  readonly eol?: string;
  /** How the cross-references are written. */
  readonly references?: "table" | "stream" | "predicted" | "hybrid";
  /** Puts whatever is no stream into an object stream; needs cross-references as a stream. */
  readonly packed?: boolean;
  /** How it is written; as it should be, unless given. */
  readonly pack?: typeof packOf;
  /** More entries of the trailer. */
  readonly trailer?: string;
  /** What stands behind the header, as many programs write four high bytes there. */
  readonly comment?: string;
}

export const latin = (text: string): Buffer => Buffer.from(text, "latin1");

export const streamOf = (dict: string, bytes: Buffer, length = String(bytes.length)): Buffer =>
  Buffer.concat([latin(`<<${dict}/Length ${length}>>stream\r\n`), bytes, latin("\nendstream")]);

export const flateOf = (dict: string, bytes: Buffer): Buffer =>
  streamOf(`${dict}/Filter/FlateDecode`, deflateSync(bytes));

export const numbered = (...bodies: readonly (string | Buffer)[]): Map<number, Buffer> =>
  new Map(bodies.map((body, at) => [at + 1, typeof body === "string" ? latin(body) : body]));

const isStream = (body: Buffer): boolean => body.includes("stream\r\n");

type Row = readonly [kind: 0 | 1 | 2, second: number, third: number];

const rowBytes = ([kind, second, third]: Row): Buffer => {
  const row = Buffer.alloc(7);
  row.writeUInt8(kind);
  row.writeUInt32BE(second, 1);
  row.writeUInt16BE(third, 5);
  return row;
};

/** "Up" of PNG's predictors, as most programs write cross-reference streams. */
const predict = (rows: readonly Buffer[]): Buffer =>
  Buffer.concat(
    rows.map((row, at) => {
      const above = rows[at - 1];
      const up = row.map((byte, column) => (byte - (above?.[column] ?? 0)) & 0xff);
      return Buffer.concat([Buffer.of(2), up]);
    }),
  );

const table = (rows: ReadonlyMap<number, Row>, eol: string): string => {
  const entry = eol.length === 2 ? eol : ` ${eol}`;
  const line = ([kind, offset]: Row) =>
    kind === 1 ? `${String(offset).padStart(10, "0")} 00000 n${entry}` : `0000000000 65535 f${entry}`;
  return [...rows].map(([number, row]) => `${number} 1${eol}${line(row)}`).join("");
};

/** A file that grows at its end. */
const openFile = (before: Buffer, eol: string) => {
  const parts = [before];
  let at = before.length;
  const put = (bytes: Buffer): number => {
    const start = at;
    parts.push(bytes);
    at += bytes.length;
    return start;
  };
  return {
    put,
    putObject: (number: number, body: Buffer): Row => [
      1,
      put(Buffer.concat([latin(`${number} 0 obj${eol}`), body, latin(`${eol}endobj${eol}`)])),
      0,
    ],
    end: () => at,
    bytes: () => Buffer.concat(parts),
  };
};
type File = ReturnType<typeof openFile>;

/** An object stream (ISO 32000-2, 7.5.7) of these bodies. */
const packOf = (bodies: readonly (readonly [number, Buffer])[]): Buffer => {
  let offset = 0;
  const heads = bodies.map(([number, body]) => {
    const head = `${number} ${offset}`;
    offset += body.length + 1;
    return head;
  });
  const head = latin(`${heads.join(" ")} `);
  const content = Buffer.concat([head, ...bodies.flatMap(([, body]) => [body, latin(" ")])]);
  return flateOf(`/Type/ObjStm/N ${bodies.length}/First ${head.length}`, content);
};

const putStream = (
  file: File,
  rows: ReadonlyMap<number, Row>,
  entries: string,
  number: number,
  isPredicted: boolean,
) => {
  const own = new Map(rows).set(number, [1, file.end(), 0]);
  const index = `/Index[${[...own.keys()].map((each) => `${each} 1`).join(" ")}]`;
  const bytes = [...own.values()].map(rowBytes);
  const content = isPredicted ? predict(bytes) : Buffer.concat(bytes);
  const parameters = isPredicted ? "/DecodeParms<</Predictor 12/Columns 7>>" : "";
  const [, offset] = file.putObject(
    number,
    flateOf(`/Type/XRef/W[1 4 2]${index}${entries}${parameters}`, content),
  );
  return offset;
};

const putBodies = (
  file: File,
  bodies: Bodies,
  pack: number | undefined,
  write = packOf,
): Map<number, Row> => {
  const rows = new Map<number, Row>();
  const small = [...bodies].filter(([, body]) => pack !== undefined && !isStream(body));
  for (const [number, body] of bodies)
    if (pack === undefined || isStream(body)) rows.set(number, file.putObject(number, body));
  if (pack === undefined || small.length === 0) return rows;
  rows.set(pack, file.putObject(pack, write(small)));
  for (const [index, [number]] of small.entries()) rows.set(number, [2, pack, index]);
  return rows;
};

/** Readers that know tables alone see nothing of what is packed; the others find it by the stream. */
const putTable = (
  file: File,
  rows: ReadonlyMap<number, Row>,
  entries: string,
  eol: string,
  stream?: number,
): number => {
  const shown = new Map(
    [...rows].map(([number, row]) => [number, row[0] === 2 ? ([0, 0, 0] as const) : row]),
  );
  const hidden = stream === undefined ? "" : `/XRefStm ${stream}`;
  return file.put(latin(`xref${eol}${table(shown, eol)}trailer${eol}<<${entries}${hidden}>>${eol}`));
};

/** The highest number that a file says it has. */
const sizeOf = (file: Buffer): number =>
  Number([...file.toString("latin1").matchAll(/\/Size (\d+)/g)].at(-1)?.[1] ?? 0);

/** Appends a section with these objects to a file, which may be empty so far. */
export const append = (
  before: Buffer,
  bodies: Bodies,
  shape: Shape & { readonly previous?: number } = {},
): Buffer => {
  const { eol = "\n", references = "table", packed = false, trailer = "", previous } = shape;
  const file = openFile(before, eol);
  const free = Math.max(10, sizeOf(before), ...bodies.keys()) + 1;
  const rows = putBodies(file, bodies, packed ? free : undefined, shape.pack);
  if (previous === undefined) rows.set(0, [0, 0, 65_535]);
  const older = previous === undefined ? "" : `/Prev ${previous}`;
  const entries = `/Root 1 0 R/Size ${free + (references === "table" ? 0 : 2)}${older}${trailer}`;
  const stream = (kept: ReadonlyMap<number, Row>) =>
    putStream(file, kept, entries, free + 1, references === "predicted");
  const hidden = new Map([...rows].filter(([, [kind]]) => kind === 2));
  const start =
    references === "table"
      ? putTable(file, rows, entries, eol)
      : references === "hybrid"
        ? putTable(file, rows, entries, eol, stream(hidden))
        : stream(rows);
  file.put(latin(`startxref${eol}${start}${eol}%%EOF${eol}`));
  return file.bytes();
};

export const startOf = (file: Buffer): number =>
  Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString("latin1"))?.[1]);

/** A whole file of these objects; object 1 is its root. */
export const pdfOf = (bodies: Bodies, shape: Shape = {}): Buffer => {
  const { version = "1.7", eol = "\n", comment = "\xe2\xe3\xcf\xd3" } = shape;
  return append(latin(`%PDF-${version}${eol}%${comment}${eol}`), bodies, shape);
};

/** An incremental update (ISO 32000-2, 7.5.6) of a file. */
export const updated = (file: Buffer, bodies: Bodies, shape: Shape = {}): Buffer =>
  append(file, bodies, { ...shape, previous: startOf(file) });

/** The objects of a paper of so many pages, each with a line of text. */
export const pages = (count = 1, more = ""): Map<number, Buffer> => {
  const kids = Array.from({ length: count }, (_, page) => `${10 + 2 * page} 0 R`);
  const bodies = numbered(
    `<</Type/Catalog/Pages 2 0 R${more}>>`,
    `<</Type/Pages/Kids[${kids.join(" ")}]/Count ${count}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  );
  for (let page = 0; page < count; page += 1) {
    const own = 10 + 2 * page;
    const text = latin(`BT /F1 18 Tf 40 120 Td (page ${page + 1}) Tj ET`);
    const resources = "/Resources<</Font<</F1 3 0 R>>>>";
    bodies.set(
      own,
      latin(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]${resources}/Contents ${own + 1} 0 R>>`),
    );
    bodies.set(own + 1, flateOf("", text));
  }
  return bodies;
};

export const withBody = (bodies: Bodies, number: number, body: string | Buffer): Map<number, Buffer> =>
  new Map(bodies).set(number, typeof body === "string" ? latin(body) : body);
