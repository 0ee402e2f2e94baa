import type { Language, Text } from "@window/domain/text.ts";
import { pageOf } from "@window/contract/problems.ts";
import type { ShownOperation } from "../reference/description.ts";
import { type Row, rowsOf, typeOf } from "../reference/schema-rows.ts";
import { address } from "./address.ts";
import { Frame } from "./frame.tsx";

const words = {
  all: { zh: "全部操作", en: "All operations" },
  token: {
    zh: "需要访问令牌（Authorization: Bearer）。",
    en: "Needs an access token (Authorization: Bearer).",
  },
  open: { zh: "无需登录。", en: "Needs no login." },
  parameters: { zh: "参数", en: "Parameters" },
  sent: { zh: "发送的内容", en: "What is sent" },
  answered: { zh: "答复", en: "What is answered" },
  empty: { zh: "答复没有内容。", en: "The answer is empty." },
  example: { zh: "示例", en: "Example" },
  name: { zh: "名称", en: "Name" },
  place: { zh: "位置", en: "Where" },
  type: { zh: "类型", en: "Type" },
  required: { zh: "必填", en: "required" },
  optional: { zh: "可选", en: "optional" },
  problems: { zh: "可能的问题", en: "What can go wrong" },
} satisfies Record<string, Text>;

const places: Readonly<Record<string, Text>> = {
  path: { zh: "路径", en: "path" },
  query: { zh: "查询", en: "query" },
  header: { zh: "请求头", en: "header" },
};

type Shown = { readonly operation: ShownOperation; readonly language: Language };

const Name = ({ name, required, language }: Pick<Row, "name" | "required"> & Pick<Shown, "language">) => (
  <>
    <code>{name}</code> <span class="hint">{words[required ? "required" : "optional"][language]}</span>
  </>
);

const Members = ({ schema, language }: { readonly schema: unknown } & Pick<Shown, "language">) => {
  const rows = rowsOf(schema);
  if (rows.length === 0) return <p>{typeOf(schema)}</p>;
  return (
    <dl class="members">
      {rows.map(({ name, type, required }) => (
        <>
          <dt>
            <Name name={name} required={required} language={language} />
          </dt>
          <dd>{type}</dd>
        </>
      ))}
    </dl>
  );
};

/** A text in both languages is what it is, whatever language the page has. */
const Sample = ({ value, language }: { readonly value: unknown } & Pick<Shown, "language">) => (
  <details open>
    <summary>{words.example[language]}</summary>
    <pre tabindex={0}>
      <code>{JSON.stringify(value, null, 2)}</code>
    </pre>
  </details>
);

const Parameters = ({ operation: { parameters }, language }: Shown) =>
  parameters.length > 0 && (
    <>
      <h2>{words.parameters[language]}</h2>
      <dl class="members">
        {parameters.map(({ name, in: place, required, schema, example }) => (
          <>
            <dt>
              <Name name={name} required={required} language={language} />
            </dt>
            <dd>
              {places[place]?.[language] ?? place} · {typeOf(schema)}
              {typeof example === "string" && (
                <>
                  {" · "}
                  <code>{example}</code>
                </>
              )}
            </dd>
          </>
        ))}
      </dl>
    </>
  );

const Request = ({ operation: { request }, language }: Shown) =>
  request && (
    <>
      <h2>{words.sent[language]}</h2>
      <Members schema={request.schema} language={language} />
      {request.example !== undefined && <Sample value={request.example} language={language} />}
    </>
  );

const Answers = ({ operation: { answers }, language }: Shown) => (
  <>
    {answers.map(({ status, schema, example }) => (
      <>
        <h2>
          {words.answered[language]} <span class="kind">{status}</span>
        </h2>
        {schema === undefined ? (
          <p>{words.empty[language]}</p>
        ) : (
          <Members schema={schema} language={language} />
        )}
        {example !== undefined && example !== null && <Sample value={example} language={language} />}
      </>
    ))}
  </>
);

/** One operation: who may ask, what is sent, what comes back, what can go wrong; from the OpenAPI document. */
export const OperationPage = ({ operation, language }: Shown) => {
  const { method, path, summary, needsToken, problems } = operation;
  return (
    <Frame language={language} title={summary} here={`/reference/${operation.id}`}>
      <p>
        <a href={address(language, "reference")}>{words.all[language]}</a>
      </p>
      <h1>{summary[language]}</h1>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      <p>{words[needsToken ? "token" : "open"][language]}</p>
      <Parameters operation={operation} language={language} />
      <Request operation={operation} language={language} />
      <Answers operation={operation} language={language} />
      <h2>{words.problems[language]}</h2>
      <ul class="places">
        {problems.map((code) => (
          <li>
            <a href={pageOf(code)}>{code}</a>
          </li>
        ))}
      </ul>
    </Frame>
  );
};
