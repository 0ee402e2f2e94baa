// The rules of the house for what the root's own run leaves out, because its types are installed here.
import { globalIgnores } from "eslint/config";
import house from "../../eslint.config.mjs";

const isIgnoring = (config) => "ignores" in config && !("rules" in config);

export default [
  ...house.filter((config) => !isIgnoring(config)),
  globalIgnores(["**/node_modules/", "**/.build/"]),
  {
    files: ["**/*.ts"],
    languageOptions: {
      parserOptions: { projectService: false, project: "infra/sst/tsconfig.json" },
    },
  },
];
