import { openCourier } from "@window/local/courier.ts";
import { openNotifier } from "@window/local/notifier.ts";
import { openRegisters } from "@window/local/registers.ts";
import { courierSuite } from "./courier.suite.ts";
import { notifierSuite } from "./notifier.suite.ts";
import { registersSuite } from "./registers.suite.ts";

const ON = "on this machine";

courierSuite(ON, openCourier);
registersSuite(ON, async ({ known, ...settings }) => openRegisters(new Map(Object.entries(known)), settings));
notifierSuite(ON, async ({ mail, sms, ...settings }) => openNotifier({ mail, sms }, settings));
