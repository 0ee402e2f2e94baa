import { deflateSync } from "node:zlib";
import { jpegOf } from "./jpeg-maker.ts";
import { hostileOf, type Hostile } from "./paper.ts";
import {
  append,
  flateOf,
  latin,
  numbered,
  pages,
  pdfOf,
  startOf,
  streamOf,
  updated,
  withBody,
} from "./pdf-maker.ts";

const page = pages();
const whole = pdfOf(page);
const with4 = (body: string | Buffer, more = "/X 4 0 R") => pdfOf(withBody(pages(1, more), 4, body));
const text = whole.toString("latin1");
const changed = (from: string | RegExp, to: string): Buffer => latin(text.replace(from, to));
const pointingTo = (offset: number): Buffer => changed(/startxref\n\d+/, `startxref\n${offset}`);

const cuts = Object.fromEntries(
  [5, 15, 25, 35, 45, 55, 65, 75, 85, 95].map((percent) => [
    `a PDF of which ${percent} % are there`,
    whole.subarray(0, Math.max(9, Math.floor((whole.length * percent) / 100))),
  ]),
);

/** So many objects, each a string that begins inside the one before: short to write, long to read. */
const overlapping = (count: number): Buffer => {
  const heads = latin(Array.from({ length: count }, (_, at) => `${at + 1} ${at} `).join(""));
  const strings = latin("(".repeat(count) + ")".repeat(count));
  return flateOf(`/Type/ObjStm/N ${count}/First ${heads.length}`, Buffer.concat([heads, strings]));
};

const broken: Readonly<Record<string, Buffer>> = {
  ...cuts,
  "a PDF header alone": latin("%PDF-1.7\n"),
  "a PDF without its last line": whole.subarray(0, -20),
  "a PDF with a program behind its end": Buffer.concat([whole, latin("MZ\x90\0")]),
  "a PDF whose cross-references are at its start": pointingTo(0),
  "a PDF whose cross-references are behind its end": pointingTo(9_999_999),
  "a PDF whose cross-references are inside a page": pointingTo(100),
  "a PDF with bytes put in before its objects": changed("1 0 obj", "        1 0 obj"),
  "a PDF whose root is not there": changed("/Root 1 0 R", "/Root 9 0 R"),
  "a PDF without a root": changed("/Root 1 0 R", "/Toor 1 0 R"),
  "a PDF without a page tree": pdfOf(withBody(page, 1, "<</Type/Catalog>>")),
  "a PDF without a page": pdfOf(withBody(page, 2, "<</Type/Pages/Kids[]/Count 0>>")),
  "a PDF with a page that is not there": pdfOf(withBody(page, 2, "<</Type/Pages/Kids[88 0 R]/Count 1>>")),
  "a PDF whose page tree is a circle": pdfOf(withBody(page, 2, "<</Type/Pages/Kids[2 0 R]/Count 1>>")),
  "a PDF whose page tree has no leaves": pdfOf(withBody(page, 2, "<</Type/Pages/Count 7>>")),
  "a PDF whose page tree is a well": pdfOf(
    new Map([
      ...numbered("<</Pages 2 0 R>>"),
      ...Array.from(
        { length: 80 },
        (_, at) => [at + 2, latin(`<</Type/Pages/Kids[${at + 3} 0 R]>>`)] as const,
      ),
    ]),
  ),
  "a PDF with arrays in arrays in arrays": with4("[".repeat(50_000)),
  "a PDF with dictionaries in dictionaries": with4("<</A".repeat(50_000)),
  "a PDF with a string without an end": with4("(((((("),
  "a PDF with a stream that is longer than the file": with4(streamOf("", latin("x"), "99999999")),
  "a PDF with a stream that ends elsewhere": with4(streamOf("", latin("x".repeat(50)), "7")),
  "a PDF with a stream of negative length": with4(streamOf("", latin("x"), "-5")),
  "a PDF with a stream whose length is itself": with4(streamOf("", latin("x"), "4 0 R")),
  "a PDF with an object stream without a table": pdfOf(
    withBody(page, 4, flateOf("/Type/ObjStm/N 999999999/First 3", latin("1 0 "))),
    { references: "stream", packed: true, trailer: "/Y 4 0 R" },
  ).fill(0, 40, 80),
  "a PDF whose cross-references have no width": latin(
    pdfOf(page, { references: "stream" }).toString("latin1").replace("/W[1 4 2]", "/W[0 0 0]"),
  ),
  "a PDF whose cross-references are packed as noise": latin(
    pdfOf(page, { references: "stream" }).toString("latin1").replace("/W[1 4 2]", "/V[1 4 2]"),
  ),
  "a PDF that claims a milliard objects": changed(/xref\n1 1\n/, "xref\n1 999999999\n"),
  "a PDF whose packed objects lie over one another": pdfOf(page, {
    references: "stream",
    packed: true,
    pack: () => overlapping(40_000),
  }),
  "a PDF whose older cross-references are not there": latin(
    updated(whole, new Map([[3, latin("null")]]))
      .toString("latin1")
      .replace(/\/Prev \d+/, "/Prev 9999999"),
  ),
};

const encrypted: Readonly<Record<string, Buffer>> = {
  "a PDF with a password": pdfOf(page, { trailer: "/Encrypt<</Filter/Standard/V 5/R 6>>" }),
  "a PDF with restrictions": pdfOf(withBody(page, 4, "<</Filter/Standard/V 2/R 3/P -3904>>"), {
    trailer: "/Encrypt 4 0 R",
  }),
  "a packed PDF with a password": pdfOf(page, { references: "predicted", trailer: "/Encrypt<</V 4>>" }),
  "a PDF whose older half has a password": updated(
    pdfOf(page, { trailer: "/Encrypt<</V 1>>" }),
    new Map([[3, latin("<<>>")]]),
  ),
};

const script = "<</S/JavaScript/JS(app.alert\\(1\\))>>";
const active: Readonly<Record<string, Buffer>> = {
  "a PDF that runs a script when it opens": pdfOf(pages(1, `/OpenAction${script}`)),
  "a PDF that runs a script from elsewhere": with4(script, "/OpenAction 4 0 R"),
  "a PDF with named scripts": with4(`<</Names[(a)${script}]>>`, "/Names<</JavaScript 4 0 R>>"),
  "a PDF with a script spelt otherwise": pdfOf(pages(1, "/OpenAction<</S/J#61vaScript/J#53(x)>>")),
  "a PDF that runs a script when a page opens": with4(`<</O${script}>>`, "/AA 4 0 R"),
  "a PDF that starts a program": pdfOf(pages(1, "/OpenAction<</S/Launch/F(cmd.exe)>>")),
  "a PDF that starts a program when it is clicked": with4("<</Subtype/Link/A<</S/Launch/F(cmd.exe)>>>>"),
  "a PDF with a packed script": pdfOf(pages(1, `/OpenAction${script}`), {
    references: "predicted",
    packed: true,
  }),
  "a PDF that runs a script since it was saved again": updated(
    whole,
    withBody(new Map(), 1, `<</Type/Catalog/Pages 2 0 R/OpenAction${script}>>`),
  ),
  "a PDF with a script in its form": with4(`<</Fields[<</AA<</K${script}>>>>]>>`, "/AcroForm 4 0 R"),
  "a PDF with a script in a film": with4("<</S/Rendition/JS(x)>>", "/OpenAction 4 0 R"),
  "a PDF with a script far down": with4(`${"[".repeat(60)}${script}${"]".repeat(60)}`),
};

const picture = (dict: string, bytes: Buffer = Buffer.alloc(3)) =>
  with4(streamOf(`/Subtype/Image/BitsPerComponent 8${dict}`, bytes));
const pixels: Readonly<Record<string, Buffer>> = {
  "a PDF with a picture of four milliard pixels": picture("/Width 65535/Height 65535"),
  "a PDF with a picture whose width stands apart": pdfOf(
    withBody(
      withBody(pages(1, "/X 4 0 R"), 4, streamOf("/Subtype/Image/Width 5 0 R/Height 65535", Buffer.alloc(3))),
      5,
      "1000000",
    ),
  ),
  "a PDF with a small picture that is a large one": picture(
    "/Width 10/Height 10/Filter/DCTDecode",
    jpegOf({ width: 65_535, height: 65_535 }),
  ),
};

const many = (kids: string, more: Readonly<Record<number, string>> = {}) =>
  pdfOf(
    new Map([
      ...withBody(page, 2, `<</Type/Pages/Kids[${kids}]/Count 1>>`),
      ...Object.entries(more).map(([number, body]) => [Number(number), latin(body)] as const),
    ]),
  );
const tooMany: Readonly<Record<string, Buffer>> = {
  "a PDF of 501 pages": pdfOf(pages(501), { references: "stream", packed: true }),
  "a PDF that says one page and shows one a thousand times": many("10 0 R ".repeat(1000)),
  "a PDF of a milliard pages": many("20 0 R 20 0 R", {
    ...Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [20 + at, `<</Type/Pages/Kids[${21 + at} 0 R ${21 + at} 0 R]>>`]),
    ),
    50: "<</Type/Page>>",
  }),
};

const MB = 1024 * 1024;
const zeros = deflateSync(Buffer.alloc(130 * MB), { level: 1 });
const some = deflateSync(Buffer.alloc(40 * MB), { level: 1 });
const packs = (count: number) =>
  new Map([
    ...pages(1, `/X[${Array.from({ length: count }, (_, at) => `${50 + at} 0 R`).join(" ")}]`),
    ...Array.from({ length: count }, (_, at) => [50 + at, streamOf("/Filter/FlateDecode", some)] as const),
  ]);
const bombs: Readonly<Record<string, Buffer>> = {
  "a PDF with a page that unpacks to 130 MB": pdfOf(
    withBody(page, 11, streamOf("/Filter/FlateDecode", zeros)),
  ),
  "a PDF with a page that is packed twice": pdfOf(
    withBody(page, 11, streamOf("/Filter[/FlateDecode/FlateDecode]", deflateSync(zeros))),
  ),
  "a PDF with a page that is packed under a short name": pdfOf(
    withBody(page, 11, streamOf("/Filter/Fl", zeros)),
  ),
  "a PDF with many streams that are too much together": pdfOf(packs(4)),
  "a PDF whose objects unpack to 130 MB": (() => {
    const file = pdfOf(withBody(page, 4, streamOf("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", zeros)), {
      references: "stream",
    });
    return append(file, new Map(), { previous: startOf(file), references: "stream", trailer: "/X 4 0 R" });
  })(),
};

export const hostilePdfs: readonly Hostile[] = [
  ...hostileOf("application/pdf", "broken", broken),
  ...hostileOf("application/pdf", "encrypted", encrypted),
  ...hostileOf("application/pdf", "active-content", active),
  ...hostileOf("application/pdf", "too-many-pixels", pixels),
  ...hostileOf("application/pdf", "too-many-pages", tooMany),
  ...hostileOf("application/pdf", "unpacks-too-large", bombs),
];
