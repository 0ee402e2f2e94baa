import { Item } from "@window/domain/item/item.ts";

const text = (word: string) => ({ zh: word, en: word });
const limit = { count: 5, unit: "working-day", provenance: { kind: "example" } };
const field = (id: string, type: string, rest: object = {}) => ({
  id,
  type,
  label: text(id),
  required: true,
  privacy: "personal",
  ...rest,
});
const options = ["resident", "passport"].map((code) => ({ code, label: text(code) }));

const basis = { title: text("law"), document: "No 1", mark: "official", verifiedOn: "2026-11-22" };
const remedy = { text: text("court"), final: false };

/** An item with a field of every type, as it is written down before it is parsed. */
export const written = {
  id: "item_sample",
  version: 1,
  name: text("sample"),
  summary: text("sample"),
  nature: "benefit",
  applicant: "person",
  basis: [basis],
  fields: [
    field("name", "text", { maxLength: 10 }),
    field("papers", "choice", { privacy: "code", options }),
    field("resident", "resident-id", { when: { field: "papers", equals: "resident" } }),
    field("passport", "passport", { when: { field: "papers", equals: "passport" } }),
    field("card", "permanent-residence-id", { required: false }),
    field("employer", "credit-code", { privacy: "code" }),
    field("from", "date"),
    field("until", "date", { required: false, notBefore: "from" }),
    field("rent", "integer", { privacy: "code", min: 1, max: 9000 }),
    field("phone", "phone", { required: false }),
    field("mobile", "mobile", { required: false }),
    field("email", "email", { required: false }),
  ],
  materials: ["contract", "lease", "degree"].map((id) => ({
    id,
    name: text(id),
    required: id !== "degree",
    accepts: ["application/pdf"],
    maxBytes: 1000,
  })),
  facts: {},
  kinds: [{ id: "always", from: "2026-01-01", when: {}, way: "review", because: text("so"), basis }],
  powers: [],
  ways: [
    {
      id: "review",
      kind: "agency",
      name: text("review"),
      decides: "department",
      rounds: [[{ id: "review", department: "dept_office", question: text("?"), limit }]],
      limits: { legal: null, extension: null, promised: limit, former: null },
    },
  ],
  reasons: [{ code: "no", text: text("no") }],
  result: { name: text("result"), validity: null, holder: "name" },
  remedies: { granted: remedy, refused: remedy },
};

export const sample = Item.parse(written);

/** Answers that are complete and right. */
export const answers = {
  name: "李明",
  papers: "resident",
  resident: "11010519491231002X",
  employer: "91350100M000100Y43",
  from: "2026-01-01",
  until: "2028-12-31",
  rent: 3000,
};
