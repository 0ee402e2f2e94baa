import type { Flaw, FlawKind } from "@window/domain/root/check-chain.ts";
import type { Text } from "@window/domain/text.ts";

/** How a commit breaks the chain, for people. */
const texts: Record<FlawKind, Text> = {
  "foreign-commit": { zh: "属于另一条记录链", en: "belongs to another chain" },
  "out-of-place": {
    zh: "序号不对：有记录被删除、插入或调换",
    en: "has the wrong number: something was taken out, put in or swapped",
  },
  "not-linked": { zh: "与前一条记录不相接", en: "does not follow the commit before it" },
  "bytes-changed": { zh: "内容被改动，与其哈希不符", en: "was changed: its bytes do not give its hash" },
  "root-not-signed": {
    zh: "所属的根未经已公布的密钥签名",
    en: "is said to be under a root that no published key has signed",
  },
  "not-under-root": {
    zh: "不在已签名的根之下：签名之后被改动，或从未记录",
    en: "is not under the signed root: it was changed after the signing, or was never there",
  },
  "no-proof": {
    zh: "早已应有签名根，却没有证明",
    en: "has no proof although its hour was to be rooted long ago",
  },
  gone: { zh: "已在签名根之下，现在却没有", en: "stands under a signed root and is gone" },
  "differs-from-earlier": {
    zh: "与先前保存的文件不同",
    en: "differs from the file that was kept earlier",
  },
  "shorter-than-earlier": {
    zh: "先前保存的文件中有，现在没有",
    en: "stands in the file that was kept earlier and is gone",
  },
};

/** A flaw in one line of each language. */
export const flawText = ({ commit, kind }: Flaw): Text => {
  const { zh, en } = texts[kind];
  return { zh: `第 ${String(commit)} 条记录${zh}。`, en: `Commit ${String(commit)} ${en}.` };
};
