import { crc32 } from "node:zlib";

/** Of a file in a zip archive (PKWARE APPNOTE 4.3): stored as it is, without a date, UTF-8 in its name. */
const described = (name: Buffer, content: Buffer): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

/** A zip archive of one file, as Lambda takes code. */
export const zipped = (file: string, text: string): Uint8Array => {
  const name = Buffer.from(file);
  const content = Buffer.from(text);
  const fields = described(name, content);
  const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, name, content]);
  const more = Buffer.alloc(14);
  // Readable by everybody (Unix 0644), or the function may not open its own code.
  more.writeUInt32LE((0o100644 << 16) >>> 0, 6);
  const madeBy = Buffer.from([20, 3]);
  const central = Buffer.concat([Buffer.from("PK\u0001\u0002"), madeBy, fields, more, name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from("PK\u0005\u0006"), end]);
};
