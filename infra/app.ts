/** The cloud assembly of one stage: `cdk synth -c stage=S`. */
import { App } from "aws-cdk-lib";
import * as z from "zod";
import { assembly } from "./assembly.ts";

const app = new App();
assembly(app, z.string().default("dev").parse(app.node.tryGetContext("stage")));
