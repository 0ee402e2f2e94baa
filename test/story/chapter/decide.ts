import { readCase } from "@window/contract/operations/cases.ts";
import type { ResultId } from "@window/domain/id.ts";
import { APPLICANT, sooner } from "../scene.ts";
import type { Scene, Submitted } from "../scene.ts";

/** Every department has answered: the case is decided and its result handed out. */
export const awaitDecision = async (scene: Scene, submitted: Submitted): Promise<ResultId> => {
  const { teller, visitor } = scene;
  teller.chapter({ zh: "决定", en: "The decision" });
  const asked = { params: { case: submitted.case }, token: await scene.token(APPLICANT) };
  const decided = await sooner("the result", async () => {
    const own = await visitor.ask(readCase, asked);
    return own.decision && own.result ? { ...own, decision: own.decision, result: own.result } : undefined;
  });
  for (const { department, acknowledgedAt, answer, secondAnswers } of decided.referrals) {
    const said = `${answer?.outcome ?? "-"} (${answer?.standing ?? "-"}) ${answer?.at ?? "-"}`;
    teller.fact(
      department.name,
      `签收 seen ${acknowledgedAt ?? "-"}, 意见 answer ${said}, +${secondAnswers}`,
    );
  }
  teller.hold(
    {
      zh: "两个部门先后答复，各有一份有效意见。",
      en: "Two departments answered, one after the other, once each.",
    },
    decided.referrals.map(({ round }) => round).join() === "0,1" &&
      decided.referrals.every(
        ({ answer, secondAnswers }) => answer?.outcome === "agree" && secondAnswers === 1,
      ),
    decided.referrals,
  );
  const { at, decision, late } = decided.decision;
  teller.fact({ zh: "决定", en: "decision" }, `${decision} ${at}`);
  teller.hold({ zh: "按期作出准予决定。", en: "It is granted, in time." }, decision === "granted" && !late);
  return decided.result;
};
