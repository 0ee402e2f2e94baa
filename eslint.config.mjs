// Lint of the house: strict and typed, tuned so that good code passes.
// Inline switches are off: a rule that is wrong is changed here, with its reason, for everybody.
import js from "@eslint/js";
import { globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Where real time enters: the adapters of the two clock ports. */
const clockAdapters = ["packages/*/src/legal-clock.ts", "packages/*/src/wire-clock.ts"];
const tests = ["test/**/*.ts", "packages/*/test/**/*.ts"];

const forms = [
  {
    selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier",
    message: 'Write `import * as z from "zod"`: the named import bundles four times as much.',
  },
  { selector: "ExportAllDeclaration", message: "No files that only re-export: import from the file itself." },
  { selector: "ExportDefaultDeclaration", message: "Named exports." },
  {
    selector: "MemberExpression[property.name='module'][object.property.name='mock']",
    message: "No module mocks: real code on local adapters.",
  },
  {
    selector: "MemberExpression[property.name='module'][object.name='mock']",
    message: "No module mocks: real code on local adapters.",
  },
];

const realTime = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Time is a port: LegalClock or WireClock.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Time is a port: LegalClock or WireClock.",
  },
  { selector: "CallExpression[callee.name='Date']", message: "Time is a port: LegalClock or WireClock." },
];

const chance = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Random values come in as values.",
  },
];

const sleep = [
  {
    selector: "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
    message: "Move the clock, never sleep.",
  },
];

/** What the pure part must not reach for: it is given everything it needs. */
const ambient = [
  "process",
  "console",
  "crypto",
  "performance",
  "fetch",
  "Buffer",
  "navigator",
  "setTimeout",
  "setInterval",
  "setImmediate",
];

/** `test()` and its kin return promises that the runner itself awaits. */
const awaitedByTheRunner = {
  from: "package",
  package: "node:test",
  name: ["test", "it", "describe", "suite", "before", "after", "beforeEach", "afterEach"],
};

export default tseslint.config(
  // The SST door is linted by `npm run test:sst`, which installs the types that it needs.
  globalIgnores(["node_modules/", ".build/", ".window/", "cdk.out/", ".sst/", "infra/sst/", "sst.config.ts"]),
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { requireDefaultForNonUnion: true }],
      "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: [awaitedByTheRunner] }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      // A CDK stack is a class whose constructor does the work.
      "@typescript-eslint/no-extraneous-class": ["error", { allowConstructorOnly: true }],
      // A port promises a promise; its SQLite adapter has nothing to await.
      "@typescript-eslint/require-await": "off",
      // Types are inferred from zod schemas; `type` is the one word for a shape.
      "@typescript-eslint/consistent-type-definitions": "off",
      "no-console": "error",
      "no-else-return": "error",
      "object-shorthand": "error",
      eqeqeq: "error",
      "prefer-template": "error",
      // A switch over a closed union is one branch: its members are counted by the compiler.
      complexity: ["error", { max: 12, variant: "modified" }],
      "max-depth": ["error", 3],
      "max-params": "off",
      "@typescript-eslint/max-params": ["error", { max: 5 }],
      "max-lines": ["error", { max: 200 }],
      "max-lines-per-function": ["error", { max: 60 }],
      "no-restricted-syntax": ["error", ...forms, ...realTime],
    },
  },
  {
    files: ["packages/domain/src/**/*.ts", "packages/contract/src/**/*.ts", "packages/workflow/src/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...ambient.map((name) => ({ name, message: "It comes in as a value or a port." })),
      ],
      "no-restricted-syntax": ["error", ...forms, ...realTime, ...chance],
    },
  },
  { files: clockAdapters, rules: { "no-restricted-syntax": ["error", ...forms] } },
  {
    files: [
      "functions/**/*.ts",
      "infra/**/*.ts",
      "test/**/*.ts",
      "packages/department-kit/{bin,src/command}/**/*.ts",
    ],
    rules: { "no-console": "off" },
  },
  {
    files: tests,
    rules: {
      "max-lines": ["error", { max: 400 }],
      "max-lines-per-function": ["error", { max: 150 }],
      "no-restricted-syntax": ["error", ...forms, ...realTime, ...sleep],
    },
  },
  { files: ["*.config.ts"], rules: { "no-restricted-syntax": "off" } },
);
