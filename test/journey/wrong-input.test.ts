/** What wrong input gets, on the local window: every refusal is a problem document with cause and remedy. */
import { after, before, test } from "node:test";
import { type LocalTestedWindow, openLocalWindow } from "./local-window.ts";
import { wrongCallbacks } from "./wrong-callbacks.ts";
import { wrongForms } from "./wrong-forms.ts";
import { wrongRequests } from "./wrong-requests.ts";

let window: LocalTestedWindow;
before(async () => {
  window = await openLocalWindow();
});
after(() => window.close());

for (const [story, journey] of Object.entries({ ...wrongForms, ...wrongCallbacks, ...wrongRequests }))
  test(story, () => journey(window));
