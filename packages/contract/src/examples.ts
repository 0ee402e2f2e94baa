import * as z from "zod";
import applications from "./examples/applications.json" with { type: "json" };
import calls from "./examples/calls.json" with { type: "json" };
import cases from "./examples/cases.json" with { type: "json" };
import chains from "./examples/chains.json" with { type: "json" };
import clocks from "./examples/clocks.json" with { type: "json" };
import delays from "./examples/delays.json" with { type: "json" };
import desk from "./examples/desk.json" with { type: "json" };
import catalogue from "./examples/catalogue.json" with { type: "json" };
import documents from "./examples/documents.json" with { type: "json" };
import items from "./examples/items.json" with { type: "json" };
import notices from "./examples/notices.json" with { type: "json" };
import openings from "./examples/openings.json" with { type: "json" };
import people from "./examples/people.json" with { type: "json" };
import referrals from "./examples/referrals.json" with { type: "json" };
import retention from "./examples/retention.json" with { type: "json" };
import results from "./examples/results.json" with { type: "json" };
import window from "./examples/window.json" with { type: "json" };
import windows from "./examples/windows.json" with { type: "json" };
import type { OperationId } from "./operations.ts";

const texts = z.record(z.string(), z.string());

/** One request of an operation and what a window answered to it. Headers are those of the operation alone. */
export const Example = z.object({
  request: z.object({
    params: texts.exactOptional(),
    query: texts.exactOptional(),
    headers: texts.exactOptional(),
    body: z.json().exactOptional(),
  }),
  answer: z.object({ status: z.int(), body: z.json() }),
});
export type Example = z.infer<typeof Example>;

/**
 * One example of every operation: requests as people wrote them, answers as a local window gave them
 * (`node test/journey/record-examples.ts`). test/journey/examples.test.ts sends every one of them.
 */
export const examples = {
  ...items,
  ...windows,
  ...applications,
  ...documents,
  ...cases,
  ...openings,
  ...notices,
  ...calls,
  ...chains,
  ...clocks,
  ...delays,
  ...desk,
  ...people,
  ...referrals,
  ...retention,
  ...results,
  ...window,
  ...catalogue,
} satisfies Record<OperationId, z.input<typeof Example>>;

export const exampleOf = (id: OperationId): Example => Example.parse(examples[id]);
