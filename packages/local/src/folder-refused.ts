import type { Text } from "@window/domain/text.ts";
import * as z from "zod";

const texts = {
  "not-writable": {
    zh: "数据目录无法写入。请检查目录权限和磁盘空间，或用 WINDOW_DATA 指定其他目录。",
    en: "The data folder cannot be written. Check its permissions and the disk, or name another with WINDOW_DATA.",
  },
  "in-use": {
    zh: "另一个正在运行的窗口程序占用了该数据目录。请先停止它，或用 WINDOW_DATA 指定其他目录。",
    en: "Another window that is running uses this data folder. Stop it first, or name another with WINDOW_DATA.",
  },
  newer: {
    zh: "该数据目录由更新的版本写入，本版本无法读取。请使用该版本或更新的版本。",
    en: "This data folder was written by a newer version, which this one cannot read. Use that version or a later one.",
  },
  corrupt: {
    zh: "数据目录中的数据库已损坏或不是本系统的数据库。请从备份恢复；程序没有改动任何文件。",
    en: "The database in the data folder is damaged or not one of ours. Restore it from a backup; nothing was changed.",
  },
  "wrong-key": {
    zh: "数据目录中的密钥缺失或与数据库不符。没有原来的密钥，数据无法打开；请恢复 keys 目录。",
    en: "The keys in the data folder are missing or not those of its database, which cannot be read without. Restore `keys`.",
  },
} satisfies Record<string, Text>;

/** Why a data folder is not opened. */
export type FolderFault = keyof typeof texts;

/** The window does not start on this folder; `text` tells an operator what to do, the message in English. */
export class FolderRefused extends Error {
  override readonly name = "FolderRefused";
  readonly fault: FolderFault;
  readonly text: Text;
  constructor(fault: FolderFault, path: string, cause?: unknown) {
    super(`${path}: ${texts[fault].en}`, { cause });
    this.fault = fault;
    this.text = texts[fault];
  }
}

/** https://sqlite.org/rescode.html: the low byte is the primary code. */
const ofDatabase: Readonly<Record<number, FolderFault>> = {
  3: "not-writable", // SQLITE_PERM
  5: "in-use", // SQLITE_BUSY
  8: "not-writable", // SQLITE_READONLY
  10: "not-writable", // SQLITE_IOERR
  11: "corrupt", // SQLITE_CORRUPT
  13: "not-writable", // SQLITE_FULL
  14: "not-writable", // SQLITE_CANTOPEN
  26: "corrupt", // SQLITE_NOTADB
};

const ofSystem = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOSPC",
  "EDQUOT",
  "EEXIST",
  "ENOTDIR",
  "ENOENT",
  "EIO",
  "EFBIG",
]);

const Fault = z.object({ code: z.string(), errcode: z.int().optional() });

/** What the database or the file system says, as an operator understands it; undefined for anything else. */
export const folderFault = (fault: unknown): FolderFault | undefined => {
  const { data } = Fault.safeParse(fault);
  if (data?.errcode !== undefined) return ofDatabase[data.errcode & 0xff];
  return data !== undefined && ofSystem.has(data.code) ? "not-writable" : undefined;
};

/** The refusal that a fault is while a folder is opened; anything else stays what it is. */
export const refusalOf = (fault: unknown, path: string): unknown => {
  const word = fault instanceof FolderRefused ? undefined : folderFault(fault);
  return word === undefined ? fault : new FolderRefused(word, path, fault);
};
