/** `npm run synth [-- --stage S]`: writes the cloud assembly of a stage (`dev` unless said) to cdk.out. */
import { cdk, stageFrom } from "./cdk.ts";

const { stage, rest } = stageFrom(process.argv.slice(2), "dev");
process.exitCode = await cdk(["synth", "--quiet", "-c", `stage=${stage}`, ...rest]);
