import type { Window } from "@window/domain/place/window.ts";
import type { Language, Text } from "@window/domain/text.ts";

const heading: Text = { zh: "窗口", en: "The windows" };

/** Where one may apply. No address stands here that nobody verified. */
export const Windows = (shown: { readonly windows: readonly Window[]; readonly language: Language }) => (
  <>
    <h2 id="windows">{heading[shown.language]}</h2>
    <ul class="places">
      {shown.windows.map(({ name }) => (
        <li>{name[shown.language]}</li>
      ))}
    </ul>
  </>
);
