import type { Language, Text } from "@window/domain/text.ts";
import type { ProgressAnswer } from "../ask-progress.ts";
import { Frame } from "./frame.tsx";
import { Notice } from "./notice.tsx";
import { ProgressForm } from "./progress-form.tsx";
import { ShownProgress } from "./progress-shown.tsx";

const title: Text = { zh: "查询进度", en: "Progress of a case" };
const unfinished: Text = { zh: "还缺少内容", en: "Something is missing" };

type Shown = { readonly language: Language; readonly answer: ProgressAnswer };

const Answer = ({ answer, language }: Shown) => {
  switch (answer.status) {
    case 200:
      return <ShownProgress progress={answer.found} language={language} />;
    case 400:
      return (
        <Notice tone="bad" heading={unfinished} says={Object.values(answer.wrong)} language={language} />
      );
    case 404:
    case 429:
      return (
        <Notice
          tone="bad"
          heading={answer.unknown.cause}
          says={[answer.unknown.remedy]}
          language={language}
        />
      );
  }
};

const FormAgain = ({ answer, language }: Shown) => {
  if (answer.status === 200) return <ProgressForm language={language} />;
  if (answer.status !== 400) return <ProgressForm language={language} number={answer.number} />;
  return <ProgressForm language={language} number={answer.number} wrong={answer.wrong} />;
};

/** The form, and above it the answer once somebody has asked. */
export const ProgressPage = ({
  answer,
  language,
}: Partial<Pick<Shown, "answer">> & Omit<Shown, "answer">) => (
  <Frame language={language} title={title} place="progress">
    <h1>{title[language]}</h1>
    {answer && <Answer answer={answer} language={language} />}
    {answer ? <FormAgain answer={answer} language={language} /> : <ProgressForm language={language} />}
  </Frame>
);
