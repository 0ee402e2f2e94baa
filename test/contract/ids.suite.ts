import { applicationOfCase } from "@window/domain/case/case-id.ts";
import { ActorId, CaseNumber } from "@window/domain/id.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import type { HandleContent, Ids } from "@window/domain/port/ids.ts";
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { freshApplication, freshCase, freshReferral } from "../kit/fresh.ts";

const secret = new Uint8Array(32).fill(3);
const otherSecret = new Uint8Array(32).fill(4);
const [wang, li] = [ActorId.parse("usr_wang"), ActorId.parse("usr_li")];
const [subsidy, permit] = [ItemId.parse("item_rent-subsidy"), ItemId.parse("item_work-permit")];

const content = (): HandleContent => ({
  case: freshCase(),
  referral: freshReferral(),
  department: DepartmentId.parse("dept_housing-office"),
});

/** Every id that can be asked for, of one and the same thing. */
const everyId = (ids: Ids): readonly string[] => {
  const application = ids.application(wang, "key-1");
  const subject = ids.case(application, subsidy);
  const { number, claim } = ids.number(subject, 0);
  return [application, ids.document(application, "key-1"), subject, number, claim, ids.queryCode(subject)];
};

export const idsSuite = (name: string, make: (secret: Uint8Array) => Ids): void => {
  describe(`ids: ${name}`, () => {
    const ids = make(secret);

    test("a repeated creation meets itself, also after a restart, and nobody without the secret finds it", () => {
      assert.deepEqual(everyId(make(secret)), everyId(ids));
      const others = everyId(make(otherSecret));
      for (const [index, id] of everyId(ids).entries()) assert.notEqual(id, others[index]);
    });

    test("another person, key, application, item or attempt has another id", () => {
      const application = ids.application(wang, "key-1");
      assert.notEqual(application, ids.application(li, "key-1"));
      assert.notEqual(application, ids.application(wang, "key-2"));
      assert.notEqual(ids.document(application, "a"), ids.document(application, "b"));
      assert.notEqual(ids.document(application, "a"), ids.document(freshApplication(), "a"));
      const subject = ids.case(application, subsidy);
      assert.notEqual(subject, ids.case(application, permit));
      assert.equal(applicationOfCase(subject), application);
      const numbers = [0, 1, 2, 3].map((attempt) => ids.number(subject, attempt).number);
      assert.equal(new Set(numbers).size, 4);
    });

    test("a key of any characters and length gives an id of the usual form", () => {
      fc.assert(
        fc.property(fc.string({ unit: "binary", maxLength: 300 }), (key) => {
          assert.match(ids.application(wang, key), /^app_[0-9a-z]{26,}$/);
        }),
      );
    });

    test("a case number can be read aloud, and its claim is named after it", () => {
      const { number, claim } = ids.number(freshCase(), 0);
      assert.equal(CaseNumber.parse(number), number);
      assert.equal(claim, `claim_number-${number.toLowerCase()}`);
      assert.match(ids.queryCode(freshCase()), /^[0-9A-HJKMNP-TV-Z]{8}$/);
    });

    test("a handle names the case, the referral and the department it was made for", () => {
      const named = content();
      const handle = ids.handle(named);
      assert.match(handle, /^hdl_[\w.~-]{20,500}$/);
      assert.equal(handle, make(secret).handle(named));
      assert.deepEqual(make(secret).readHandle(handle), named);
    });

    test("a handle of which any character was changed, left out or put in is nothing", () => {
      const handle = ids.handle(content());
      for (let at = 0; at < handle.length; at += 1) {
        const other = handle[at] === "a" ? "b" : "a";
        assert.equal(ids.readHandle(handle.slice(0, at) + other + handle.slice(at + 1)), undefined);
        assert.equal(ids.readHandle(handle.slice(0, at) + handle.slice(at + 1)), undefined);
        assert.equal(ids.readHandle(`${handle.slice(0, at)}0${handle.slice(at)}`), undefined);
      }
      assert.equal(ids.readHandle(handle.toUpperCase()), undefined);
    });

    test("a handle of another secret, or the proof of one handle on another, is nothing", () => {
      const [one, other] = [content(), content()];
      assert.equal(make(otherSecret).readHandle(ids.handle(one)), undefined);
      const [first, second] = [ids.handle(one), ids.handle(other)];
      const half = first.length - 26;
      assert.equal(ids.readHandle(first.slice(0, half) + second.slice(half)), undefined);
    });

    test("whatever else is sent as a handle is nothing", () => {
      const odd = [
        "",
        "hdl_",
        "hdl_...",
        "hdl_a.b.c.d",
        "x".repeat(100_000),
        `hdl_${".".repeat(500)}`,
        "案件",
      ];
      for (const text of odd) assert.equal(ids.readHandle(text), undefined);
      fc.assert(fc.property(fc.string(), (text) => ids.readHandle(`hdl_${text}`) === undefined));
    });
  });
};
