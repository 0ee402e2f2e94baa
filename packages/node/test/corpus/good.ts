import { exif, JFIF, jpegOf, segment } from "./jpeg-maker.ts";
import { papersOf, type Paper } from "./paper.ts";
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
import { chunk, packedText, pngOf } from "./png-maker.ts";

const page = pages();
const picture = (dict: string, bytes: Buffer) =>
  pdfOf(
    withBody(
      withBody(
        page,
        4,
        streamOf(`/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8${dict}`, bytes),
      ),
      10,
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Resources<</XObject<</Im0 4 0 R>>>>/Contents 11 0 R>>",
    ),
  );

/** A linearised file (ISO 32000-2, annex F) has its first page first, and its main cross-references before the last. */
const linearised = (): Buffer => {
  const [root, tree, font, ...rest] = [...pages(2)];
  const head = latin(
    "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n5 0 obj\n<</Linearized 1/L 2000/H[500 40]/O 10/E 900/N 2/T 1200>>\nendobj\n",
  );
  const first = append(head, new Map([...(tree ? [tree] : []), ...(font ? [font] : []), ...rest]));
  const before = Buffer.concat([
    first.subarray(0, first.lastIndexOf("startxref")),
    latin("startxref\n0\n%%EOF\n"),
  ]);
  return append(before, new Map(root ? [root] : []), { previous: startOf(first) });
};

/** A tree of three levels, with attributes inherited from its branches. */
const deepTree = numbered(
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 3/MediaBox[0 0 595 842]>>",
  "<</Type/Pages/Parent 2 0 R/Kids[5 0 R 6 0 R]/Count 2>>",
  "<</Type/Page/Parent 2 0 R>>",
  "<</Type/Page/Parent 3 0 R/Rotate 90>>",
  "<</Type/Page/Parent 3 0 R>>",
);

const lengthApart = withBody(withBody(page, 11, streamOf("", latin("BT ET"), "5 0 R")), 5, "5");

const pdfs: Readonly<Record<string, Buffer>> = {
  "a PDF of one page": pdfOf(page),
  "a PDF of version 1.3": pdfOf(page, { version: "1.3" }),
  "a PDF of version 2.0": pdfOf(page, { version: "2.0" }),
  "a PDF with line ends of Windows": pdfOf(page, { eol: "\r\n" }),
  "a PDF with line ends of old Macs": pdfOf(page, { eol: "\r" }),
  "a PDF with cross-references as a stream": pdfOf(page, { references: "stream" }),
  "a PDF with predicted cross-references": pdfOf(page, { references: "predicted" }),
  "a PDF with packed objects": pdfOf(page, { references: "predicted", packed: true }),
  "a hybrid PDF": pdfOf(page, { references: "hybrid", packed: true, version: "1.5" }),
  "a linearised PDF": linearised(),
  "a PDF that was saved again": updated(pdfOf(page), new Map([[3, latin("<</Type/Font>>")]])),
  "a packed PDF that was saved again": updated(
    pdfOf(page, { references: "stream", packed: true }),
    new Map([[3, latin("<</Type/Font>>")]]),
    { references: "predicted" },
  ),
  "a PDF saved twenty times": Array.from({ length: 20 }).reduce<Buffer>(
    (file) => updated(file, new Map([[3, latin("<</Type/Font>>")]])),
    pdfOf(page),
  ),
  "a PDF whose update is packed": updated(pdfOf(page), new Map([[3, latin("<</Type/Font>>")]]), {
    references: "stream",
    packed: true,
  }),
  "a PDF of 500 pages": pdfOf(pages(500), { references: "stream", packed: true }),
  "a PDF with a deep page tree": pdfOf(deepTree),
  "a PDF whose stream length stands apart": pdfOf(lengthApart),
  "a PDF padded with zeros": Buffer.concat([pdfOf(page), Buffer.alloc(64)]),
  "a PDF without a line end at its end": pdfOf(page).subarray(0, -1),
  "a PDF with line ends after its end": Buffer.concat([pdfOf(page), latin("\r\n\r\n")]),
  "a PDF with text in Chinese": pdfOf(
    withBody(page, 4, "<</Title<FEFF52B352A854085408540C>/Author(\\345(a)\\))>>"),
    {
      trailer: "/Info 4 0 R",
    },
  ),
  "a PDF with an outline that refers in a circle": pdfOf(
    withBody(
      withBody(pages(1, "/Outlines 4 0 R"), 4, "<</First 5 0 R/Last 5 0 R>>"),
      5,
      "<</Parent 4 0 R/Dest[10 0 R/Fit]>>",
    ),
  ),
  "a PDF that opens at a page": pdfOf(pages(1, "/OpenAction[10 0 R/FitH 842]")),
  "a PDF with a link to the web": pdfOf(
    withBody(pages(1, "/X 4 0 R"), 4, "<</Subtype/Link/A<</S/URI/URI(https://example.com)>>>>"),
  ),
  "an invoice with its machine-readable self attached": pdfOf(
    withBody(
      withBody(pages(1, "/AF[4 0 R]"), 4, "<</Type/Filespec/F(invoice.xml)/EF<</F 5 0 R>>>>"),
      5,
      flateOf("/Type/EmbeddedFile/Subtype/text#2Fxml", latin("<invoice/>")),
    ),
  ),
  "a signed PDF": pdfOf(
    withBody(
      withBody(pages(1, "/AcroForm<</Fields[4 0 R]/SigFlags 3>>"), 4, "<</FT/Sig/V 5 0 R>>"),
      5,
      `<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 100 200 300]/Contents<${"00".repeat(2000)}>>>`,
    ),
  ),
  "a PDF with metadata": pdfOf(
    withBody(
      pages(1, "/Metadata 4 0 R"),
      4,
      streamOf("/Type/Metadata/Subtype/XML", latin("<?xpacket?><x:xmpmeta/>")),
    ),
  ),
  "a scan as JPEG in a PDF": picture(
    "/Width 1240/Height 1754/Filter/DCTDecode",
    jpegOf({ width: 1240, height: 1754 }),
  ),
  "a scan as raw pixels in a PDF": picture("/Width 4/Height 4", Buffer.alloc(48)),
  "a scan at 600 dpi in a PDF": picture(
    "/Width 4960/Height 7016/Filter/FlateDecode",
    Buffer.from("789c030000000001", "hex"),
  ),
  "a PDF whose packing was cut off behind its content": pdfOf(
    withBody(page, 11, streamOf("/Filter/FlateDecode", Buffer.from("789c4b040000", "hex"))),
  ),
  "a PDF with a reference to nothing": pdfOf(pages(1, "/Threads 77 0 R")),
  "a PDF with odd numbers and spaces": pdfOf(
    withBody(
      page,
      3,
      "<<\n/Type /Font % a comment\n/Widths [ --5 .5 -.5 +7 4. ] /Odd#20Name null /Yes true >>",
    ),
  ),
};

/** Says that four components are CMYK (Adobe technical note 5116). */
const ADOBE = segment(0xee, Buffer.from("41646f626500640000000002", "hex"));

const jpegs: Readonly<Record<string, Buffer>> = {
  "a photograph in colour": jpegOf(),
  "a photograph in grey": jpegOf({ components: 1 }),
  "a photograph in CMYK": jpegOf({ components: 4, before: [ADOBE] }),
  "a progressive photograph": jpegOf({ progressive: true }),
  "a progressive photograph in grey with many scans": jpegOf({ progressive: true, components: 1, scans: 12 }),
  "a progressive photograph in CMYK": jpegOf({ progressive: true, components: 4, before: [ADOBE] }),
  "a photograph with restart markers": jpegOf({ restart: true, width: 100, height: 40 }),
  "a photograph of one pixel": jpegOf({ width: 1, height: 1 }),
  "a large photograph": jpegOf({ width: 12_000, height: 9_000 }),
  "a photograph without any head": jpegOf({ before: [] }),
  "a photograph with a preview": jpegOf({
    before: [segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), jpegOf()]))],
  }),
  "a photograph with a colour profile": jpegOf({
    before: [
      JFIF,
      segment(0xe2, Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01"), Buffer.alloc(3144, 7)])),
    ],
  }),
  "a photograph with a comment": jpegOf({ before: [JFIF, segment(0xfe, Buffer.from("劳动合同 第1页"))] }),
  "a photograph with fill bytes": jpegOf({ before: [Buffer.of(0xff, 0xff), JFIF] }),
  "a photograph padded with zeros": jpegOf({ after: Buffer.alloc(512) }),
  "a photograph with a line end behind it": jpegOf({ after: Buffer.from("\r\n") }),
  "a photograph with a second, smaller one behind it": jpegOf({ after: jpegOf({ width: 8, height: 8 }) }),
  "a photograph with its gain map behind some padding": jpegOf({
    after: Buffer.concat([Buffer.alloc(16), jpegOf({ components: 1 })]),
  }),
  "a photograph with the trailer of a camera": jpegOf({
    after: Buffer.concat([
      Buffer.from("\0\0\x01\x0a\x0eImage_UTC_Data1700000000000SEFH"),
      Buffer.alloc(24),
      Buffer.from("SEFT"),
    ]),
  }),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].map((turned) => [
      `a photograph turned as ${turned}`,
      jpegOf({ before: [exif(turned, turned % 2 === 0 ? "II" : "MM")] }),
    ]),
  ),
};

const kinds = [
  [0, 1],
  [0, 2],
  [0, 4],
  [0, 8],
  [0, 16],
  [2, 8],
  [2, 16],
  [3, 1],
  [3, 4],
  [3, 8],
  [4, 8],
  [4, 16],
  [6, 8],
  [6, 16],
] as const;

const pngs: Readonly<Record<string, Buffer>> = {
  ...Object.fromEntries(
    kinds.flatMap(([colour, depth]) =>
      [false, true].map((interlaced) => [
        `a picture of colour type ${colour} and depth ${depth}${interlaced ? ", interlaced" : ""}`,
        pngOf({ colour, depth, interlaced }),
      ]),
    ),
  ),
  "a picture in many pieces": pngOf({ width: 300, height: 200, pieces: 20 }),
  "a picture with texts": pngOf({
    before: [chunk("tEXt", Buffer.from("Title\0lease")), packedText(Buffer.from("lease"))],
  }),
  "a picture with its resolution and time": pngOf({
    before: [
      chunk("pHYs", Buffer.from("00002e2300002e2301", "hex")),
      chunk("tIME", Buffer.from("07ea0b18000000", "hex")),
    ],
  }),
  "a picture one pixel wide, interlaced": pngOf({ width: 1, height: 30, interlaced: true }),
  "a scan of an A4 sheet": pngOf({ width: 2480, height: 3508, colour: 0, depth: 1 }),
};

export const good: readonly Paper[] = [
  ...papersOf("application/pdf", pdfs),
  ...papersOf("image/jpeg", jpegs),
  ...papersOf("image/png", pngs),
];
