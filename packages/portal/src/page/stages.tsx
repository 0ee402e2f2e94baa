import type { Progress } from "@window/contract/wire/case.ts";
import type { Language, Text } from "@window/domain/text.ts";

const stages = {
  received: { zh: "收件", en: "Received" },
  running: { zh: "办理中", en: "Under way" },
  decided: { zh: "已决定", en: "Decided" },
} satisfies Record<Exclude<Progress["phase"], "withdrawn" | "lapsed">, Text>;

const words = {
  stage: { zh: "进度", en: "Progress" },
  withdrawn: { zh: "申请人已撤回。", en: "Withdrawn by the applicant." },
  lapsed: {
    zh: "所依据的事项未获准，本办件不再办理。",
    en: "Not begun: the service that it depends on was not granted.",
  },
} satisfies Record<string, Text>;

const order = ["received", "running", "decided"] as const;

type Shown = { readonly phase: Progress["phase"]; readonly language: Language };

/** How far a case is, at a glance. */
export const Stages = ({ phase, language }: Shown) => {
  if (phase === "withdrawn" || phase === "lapsed") return <p>{words[phase][language]}</p>;
  const reached = order.indexOf(phase);
  return (
    <ol class="stages" aria-label={words.stage[language]}>
      {order.map((stage, index) => (
        <li
          {...(index < reached ? { class: "past" } : {})}
          {...(index === reached ? { "aria-current": "step" } : {})}
        >
          {stages[stage][language]}
        </li>
      ))}
    </ol>
  );
};
