import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { bundleWith } from "../kit/planted-fault.ts";
import type { Fault } from "../kit/planted-fault.ts";
import { tellStory } from "../kit/tell-story.ts";

const folder = mkdtempSync(join(tmpdir(), "story-"));
after(() => rmSync(folder, { recursive: true }));

const END = /^(\d+) held, 0 broken · (app_\S+) · (res_\S+) · certificate sha256 ([0-9a-f]{64})$/;
const APPLICATION = /申请编号 application +(app_\S+)/;
/** A certificate is told in lines of 96 characters. */
const CERTIFICATE = /^ {34}([\w.-]{1,96})$/gm;

test("the story is told to its end, and another one can begin after it", async () => {
  const own = join(folder, "whole");
  const { code, lines } = await tellStory(["--folder", own]);
  assert.equal(code, 0, lines.join("\n"));
  const [, held, application] = END.exec(lines.at(-1) ?? "") ?? [];
  assert.ok(Number(held) >= 45, lines.at(-1));
  assert.ok(!lines.join("\n").includes("\u001b["), "no colours where nobody looks");

  const next = await tellStory(["--folder", own]);
  assert.equal(next.code, 0, next.lines.join("\n"));
  assert.notEqual(END.exec(next.lines.at(-1) ?? "")?.[2], application);
});

test("killed with -9 again and again, the story ends with the same application and the same certificate", async () => {
  const own = join(folder, "killed");
  const applications = new Set<string | undefined>();
  let certificate = "";
  for (const killAt of ["申请编号", "已上传", "webhook-signature", "The answer answer-", "Verified online"]) {
    const { code, lines } = await tellStory(["--folder", own], { killAt });
    assert.equal(code, null, `killed at ${killAt}: ${lines.join("\n")}`);
    const told = lines.join("\n");
    applications.add(APPLICATION.exec(told)?.[1]);
    certificate = Array.from(told.matchAll(CERTIFICATE), ([, part]) => part).join("");
  }
  const { code, lines } = await tellStory(["--folder", own]);
  assert.equal(code, 0, lines.join("\n"));
  const [, , application, , sha256] = END.exec(lines.at(-1) ?? "") ?? [];
  assert.deepEqual([...applications], [application]);
  assert.equal(createHash("sha256").update(certificate).digest("hex"), sha256);
});

/** Every signature the window checks, taken out of its code one at a time. */
const faults: Readonly<Record<string, Fault & { readonly breaks: string }>> = {
  "of a callback": {
    breaks: "An answer signed with somebody else's key is refused",
    file: "packages/node/src/webhook-signature.ts",
    from: 'genuine.length > 0 ? { ok: true } : refused("bad-signature")',
    to: "{ ok: true }",
  },
  "of a certificate": {
    breaks: "With another name on it",
    file: "packages/node/src/compact-jws.ts",
    from: "if (!verifyEs256(",
    to: "if (false && !verifyEs256(",
  },
  "of an access token": {
    breaks: "A token that was changed is refused",
    file: "packages/http/src/bearer.ts",
    from: "const { payload } = await jwtVerify(",
    to: "const { payload } = ((token) => ({ payload: decodeJwt(token) }))(",
  },
  "of an upload form": {
    breaks: "An upload form with wider terms is refused",
    file: "packages/local/src/upload-policy.ts",
    from: 'if (!sameText(form["x-window-signature"]',
    to: 'if (false && !sameText(form["x-window-signature"]',
  },
  "of a link": {
    breaks: "A link that was changed opens nothing",
    file: "packages/local/src/link-token.ts",
    from: "|| !sameText(",
    to: "|| false && !sameText(",
  },
  "of a handle": {
    breaks: "A handle that was changed",
    file: "packages/node/src/ids.ts",
    from: "return sameText(text, handle(secret, content)) ? content : undefined;",
    to: "return content;",
  },
};

for (const [name, fault] of Object.entries(faults)) {
  test(`with the check of the signature ${name} taken out, the story breaks`, async () => {
    const { bundle, remove } = await bundleWith(fault);
    try {
      const { code, lines } = await tellStory(["--folder", join(folder, name)], { bundle });
      assert.equal(code, 1, lines.join("\n"));
      const claim = lines.find((line) => line.startsWith("  ✗ ")) ?? lines.join("\n");
      assert.ok(claim.includes(fault.breaks), claim);
    } finally {
      remove();
    }
  });
}
