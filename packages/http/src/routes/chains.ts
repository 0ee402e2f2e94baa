import {
  listRootKeys,
  readApplicationChain,
  readCaseChain,
  readRoot,
} from "@window/contract/operations/chains.ts";
import { chainFileOf } from "@window/domain/root/chain-file.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { ownApplication, ownCase } from "../load.ts";
import { refused } from "../refused.ts";

const HELD = { "cache-control": "public, max-age=600" };

export const chains = {
  readCaseChain: handle(readCaseChain, async (deps, { principal, params }) => {
    const own = await ownCase(deps, principal, params.case);
    if (own === undefined) return refused({ code: "no-such-case" });
    return answer(200, await chainFileOf(deps, own.case));
  }),

  readApplicationChain: handle(readApplicationChain, async (deps, { principal, params }) => {
    const own = await ownApplication(deps, principal, params.application);
    if (own === undefined) return refused({ code: "no-such-application" });
    return answer(200, await chainFileOf(deps, own.state.application));
  }),

  readRoot: handle(readRoot, async ({ roots }, { params }) => {
    const found = await roots.from(params.hour);
    return answer(200, {
      root: found === undefined ? null : { hour: found.root.hour, signed: found.signed, root: found.root },
    });
  }),

  listRootKeys: handle(listRootKeys, async ({ rootSigner }) =>
    answer(200, { keys: [...(await rootSigner.keys())] }, HELD),
  ),
};
