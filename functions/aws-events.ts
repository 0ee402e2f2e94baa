/** How AWS calls the entries: what comes in is parsed here, and what failed is given back one by one. */
import type { BatchResult, Doing } from "@window/aws/batch.ts";
import { changesOf, eachOf, inTurn, messagesOf } from "@window/aws/batch.ts";
import { uploadsOf, type Upload } from "@window/aws/uploads.ts";
import type { HttpResult } from "@window/aws/http-api.ts";
import { peerOf, requestOf, resultOf } from "@window/aws/http-api.ts";
import { events } from "@window/aws/names.ts";
import { CaseId } from "@window/domain/id.ts";
import type { Workflow } from "@window/domain/port/workflow.ts";
import * as z from "zod";
import { failed } from "./aws-log.ts";
import { begin } from "./aws-clock.ts";
import { once } from "./aws-env.ts";

type Entry<Result> = (event: unknown) => Promise<Result>;
type Make<Deps> = () => Promise<Deps>;

/** An entry that does one thing per event. */
export const entry =
  <Deps, Result>(make: Make<Deps>, act: (deps: Deps, event: unknown) => Promise<Result>): Entry<Result> =>
  async (event) => {
    await begin();
    return act(await make(), event);
  };

export interface HttpDoor {
  readonly origin: string;
  readonly answer: (request: Request, peer: string) => Promise<Response>;
}

/** Requests of an HTTP API. */
export const httpEntry = (make: Make<HttpDoor>): Entry<HttpResult> =>
  entry(once(make), async ({ origin, answer }, event) =>
    resultOf(await answer(requestOf(event, origin), peerOf(event))),
  );

const messagesBy =
  (doing: Doing) =>
  <Deps>(make: Make<Deps>, act: (deps: Deps, message: unknown) => Promise<unknown>): Entry<BatchResult> =>
    entry(once(make), (deps, event) => {
      const messages = messagesOf(event);
      const items = messages.map(({ id, body }) => ({ id, act: async () => act(deps, JSON.parse(body)) }));
      return doing(items, failed);
    });

/** Messages of a queue, each JSON, those of a batch at once. */
export const queueEntry = messagesBy(eachOf);

/** The same one after the other, where the mapping sets a pace. */
export const pacedEntry = messagesBy(inTurn);

/** Streams that changed. A batch tells of one several times, and once is enough: it is folded as it is by then. */
export const changeEntry = <Deps>(
  make: Make<Deps>,
  act: (deps: Deps, stream: string) => Promise<unknown>,
): Entry<BatchResult> =>
  entry(make, (deps, event) => {
    const begun = new Map<string, Promise<unknown>>();
    const together = (stream: string): Promise<unknown> => {
      const running = begun.get(stream) ?? act(deps, stream);
      begun.set(stream, running);
      return running;
    };
    const changes = changesOf(event, events.partition);
    return eachOf(
      changes.map(({ id, key }) => ({ id, act: () => together(key) })),
      failed,
    );
  });

const Task = z.object({ case: CaseId, token: z.string() });
type Task = z.infer<typeof Task>;

/**
 * A callback task. Its failure is reported by its token as well as thrown: AWS fails the task when the function fails,
 * the emulator would go on waiting. Whichever comes second finds the token gone.
 */
export const taskEntry = <Deps extends { readonly workflow: Workflow }>(
  make: Make<Deps>,
  act: (deps: Deps, task: Task) => Promise<void>,
): Entry<void> =>
  entry(make, async (deps, event) => {
    const task = Task.parse(event);
    try {
      await act(deps, task);
    } catch (fault) {
      await deps.workflow.fail(task.token, fault instanceof Error ? fault.name : "unknown");
      throw fault;
    }
  });

/** New versions in the bucket of documents, told through a queue. */
export const uploadEntry = <Deps>(
  make: Make<Deps>,
  act: (deps: Deps, upload: Upload) => Promise<unknown>,
): Entry<BatchResult> =>
  queueEntry(make, async (deps, message) => {
    for (const upload of uploadsOf(message)) await act(deps, upload);
  });
