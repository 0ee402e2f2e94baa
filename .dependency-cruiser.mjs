/**
 * The import fence of the house: imports run one way, and nothing imports test.
 * `test/rules/fence.test.ts` plants wrong imports and proves that each rule fails on them.
 */

/** What the source of each package may import of ours, besides itself. */
const mayImport = {
  domain: [],
  contract: ["domain"],
  catalogue: ["domain"],
  workflow: [],
  node: ["domain", "contract"],
  http: ["contract", "domain"],
  portal: ["contract", "domain"],
  aws: ["domain", "contract", "node"],
  local: ["domain", "contract", "node", "workflow"],
  "department-kit": [],
  client: [],
};

/** Everything of ours: the packages and the folders of the root. */
const ours = "^(packages|functions|infra|test)/";
const tests = "^(test|packages/[^/]+/test)/";
const npm = (name) => `(^|/)node_modules/${name}/`;

const packageRules = Object.entries(mayImport).map(([name, others]) => ({
  name: `${name}-imports-one-way`,
  comment: `packages/${name} may import of ours: ${others.join(", ") || "nothing"}`,
  severity: "error",
  from: { path: `^packages/${name}/src/` },
  to: { path: ours, pathNot: [name, ...others].map((other) => `^packages/${other}/src/`) },
}));

const rootRules = [
  {
    name: "functions-import-one-way",
    comment: "entries know pages, API, catalogue and machines; adapters belong to the composition roots",
    severity: "error",
    from: { path: "^functions/" },
    to: {
      path: "^(packages|infra)/",
      pathNot:
        "^packages/(domain|contract|http|portal|catalogue|workflow|aws|local|node|department-kit)/src/",
    },
  },
  {
    name: "adapters-only-in-composition-roots",
    comment: "aws, local and node are put together in functions/aws*.ts and functions/local*.ts alone",
    severity: "error",
    from: {
      pathNot: [tests, "^functions/(aws|local)[^/]*\\.ts$", "^packages/(aws|local|node)/src/", "^infra/"],
    },
    to: { path: "^packages/(aws|local|node)/src/" },
  },
  {
    name: "cloud-knows-nothing-local",
    comment: "a cloud bundle holds neither the local adapters nor the login with demonstration people",
    severity: "error",
    from: { path: "^functions/", pathNot: "^functions/(local[^/]*|start|story)\\.ts$" },
    to: { path: ["^packages/(local|department-kit)/", "^functions/local", npm("oidc-provider")] },
  },
  {
    name: "local-knows-nothing-of-aws",
    severity: "error",
    from: { path: "^functions/local" },
    to: { path: ["^packages/aws/", "^functions/aws", npm("@aws-sdk")] },
  },
  {
    name: "infra-imports-one-way",
    comment: "infra knows names, machines and which addresses are pages, never the domain",
    severity: "error",
    from: { path: "^infra/", pathNot: "^infra/operator/secret\\.ts$" },
    to: {
      path: "^(packages|functions)/",
      pathNot: "^(packages/aws/src/names\\.ts|packages/portal/src/rooms\\.ts|packages/workflow/src/)",
    },
  },
  {
    name: "a-secret-is-written-as-it-is-read",
    comment:
      "the command that fills secrets checks them by the schemas of their readers, and knows no more than that",
    severity: "error",
    from: { path: "^infra/operator/secret\\.ts$" },
    to: { path: "^(packages|functions)/", pathNot: "^packages/aws/src/(names|secrets)\\.ts$" },
  },
  {
    name: "nothing-imports-test",
    severity: "error",
    from: { pathNot: tests },
    to: { path: tests },
  },
];

const outsideRules = [
  {
    name: "domain-imports-zod-alone",
    comment: "the domain is pure: no node:*, no other package",
    severity: "error",
    from: { path: "^packages/domain/src/" },
    to: { pathNot: ["^packages/domain/src/", npm("zod")] },
  },
  {
    name: "aws-sdk-behind-ports",
    comment:
      "clients are made in the cloud's composition root and used behind ports, or in an operator's command",
    severity: "error",
    from: { pathNot: [tests, "^packages/aws/src/", "^functions/aws[^/]*\\.ts$", "^infra/operator/"] },
    to: { path: [npm("@aws-sdk"), npm("@smithy")] },
  },
  {
    name: "cdk-in-infra-alone",
    severity: "error",
    from: { pathNot: [tests, "^infra/"] },
    to: { path: [npm("aws-cdk-lib"), npm("constructs")] },
  },
  {
    name: "every-import-resolves",
    comment: "what does not resolve would slip through the fence unseen",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "no-cycles",
    severity: "error",
    from: { path: ours },
    to: { circular: true },
  },
];

export default {
  forbidden: [...packageRules, ...rootRules, ...outsideRules],
  options: {
    // Types count: `import type` from the wrong side is a wrong import too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.build|cdk\\.out|\\.window|infra/sst)/" },
    // Workspaces resolve as Node does it: through the exports map, to the real path under packages/.
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["node", "import", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
