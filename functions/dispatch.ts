/** The log's change stream → effects and views of each stream that changed. */
import { dispatch } from "@window/domain/dispatch/dispatch.ts";
import { StreamId } from "@window/domain/id.ts";
import { dispatchingDeps } from "./aws-dispatch.ts";
import { changeEntry } from "./aws-events.ts";

export const handler = changeEntry(dispatchingDeps, (deps, stream) => dispatch(deps, StreamId.parse(stream)));
