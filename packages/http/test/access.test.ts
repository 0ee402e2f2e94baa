import type { AccessRule, Operation } from "@window/contract/operation.ts";
import { operations } from "@window/contract/operations.ts";
import { problems } from "@window/contract/problems.ts";
import { ActorId } from "@window/domain/id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { accessTable, askedOf, mayAsk, owned } from "@window/http/access.ts";
import { Role, type Principal } from "@window/http/principal.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

const principal = (role: Role, more: Partial<Principal> = {}): Principal => ({
  actor: ActorId.parse("usr_a"),
  role,
  ...more,
});

test("every role may ask exactly what the table says", () => {
  const allowed = Role.options.map((role) => [
    role,
    ["applicant", "owner", "department", "supervisor", "operator"].filter(
      (rule) => isRule(rule) && mayAsk(rule, principal(role)),
    ),
  ]);
  assert.deepEqual(Object.fromEntries(allowed), {
    applicant: ["applicant", "owner"],
    clerk: [],
    supervisor: ["supervisor"],
    department: ["department"],
    operator: ["operator"],
  });
});

const isRule = (rule: string): rule is AccessRule => Object.hasOwn(accessTable, rule);

test("rules without a token let nobody in by role", () => {
  for (const rule of ["anyone", "signed"] as const)
    for (const role of Role.options) assert.equal(mayAsk(rule, principal(role)), false);
});

test("what is somebody else's is not there", () => {
  const mine = { owner: ActorId.parse("usr_a") };
  const theirs = { owner: ActorId.parse("usr_b") };
  assert.equal(owned(principal("applicant"), mine), mine);
  assert.equal(owned(principal("applicant"), theirs), undefined);
  assert.equal(owned(principal("applicant"), undefined), undefined);
});

test("what another department was asked is not there", () => {
  const asked = { department: DepartmentId.parse("dept_a") };
  const other = principal("department", { department: DepartmentId.parse("dept_b") });
  assert.equal(askedOf(principal("department", asked), asked), asked);
  assert.equal(askedOf(other, asked), undefined);
  assert.equal(askedOf(principal("department"), asked), undefined);
});

test("every operation on something of a person can say that it is not there, and every write has a key", () => {
  for (const [id, operation] of Object.entries<Operation>(operations)) {
    const canHide = operation.problems.some((code) => problems[code].status === 404);
    if (operation.access === "owner") assert.ok(canHide, id);
    const writes =
      operation.method !== "get" && operation.access !== "anyone" && operation.access !== "signed";
    assert.equal(operation.keyed, writes, id);
  }
});

test("whoever of the staff reads what is one person's, reads it through an operation that records it", () => {
  const staff: readonly AccessRule[] = ["clerk", "staff", "officer", "department", "supervisor", "operator"];
  // Entries of the catalogue belong to nobody; lists name cases and show nothing of what is in them.
  const ofNobody = new Set(["entry", "edition"]);
  // A number of identity stands in no address, so the look-up is no GET.
  const lookUps = new Set(["findPerson"]);
  for (const [id, { method, path, access, opens }] of Object.entries<Operation>(operations)) {
    const one = [...path.matchAll(/\{(\w+)\}/g)].some(([, name = ""]) => !ofNobody.has(name));
    const reads = method === "get" && staff.includes(access) && one;
    assert.equal(opens !== undefined, reads || lookUps.has(id), id);
  }
});
