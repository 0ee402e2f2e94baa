/** The cloud assembly of one stage, for one door: `cdk synth -c stage=S [-c door=sst]`. */
import { App } from "aws-cdk-lib";
import * as z from "zod";
import { assembly } from "./assembly.ts";
import { Door } from "./door.ts";

const app = new App();
const stage = z.string().default("dev").parse(app.node.tryGetContext("stage"));
assembly(app, stage, Door.default("cdk").parse(app.node.tryGetContext("door")));
