/**
 * The look of the pages, one sheet. System fonts, Chinese ones first; sizes in rem so that a reader's own size holds;
 * text at least 7:1 and edges of fields 3:1 on their ground (WCAG 2.2 AA asks 4.5 and 3).
 */
export const css = `
:root {
  color-scheme: light;
  --ink: #1c2329; --soft: #48535d; --edge: #65727e; --line: #d3dae0; --ground: #f4f6f8;
  --deep: #143f66; --link: #14538c; --good: #0a5c34; --good-ground: #e8f4ed;
  --bad: #98121d; --bad-ground: #fbecec; --mark: #6b4300; --mark-ground: #fdf3da; --focus: #ffc83d;
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: #fff; color: var(--ink); line-height: 1.7; overflow-wrap: anywhere;
  font-family: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
}
:lang(en) { line-height: 1.55; font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: break-word; }
.page { max-width: 60rem; margin: 0 auto; padding-inline: 1rem; }
a { color: var(--link); text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 0.15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 0; box-shadow: 0 0 0 6px var(--ink); border-radius: 2px; }
.skip { position: absolute; left: -999rem; background: #fff; padding: 0.5rem 1rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; z-index: 1; }
.top { background: var(--deep); color: #fff; }
.top .page { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.5rem; padding-block: 0.6rem; }
.top a { color: #fff; padding: 0.35rem 0; display: inline-block; }
.name { font-size: 1.2rem; font-weight: 700; text-decoration: none; margin-right: auto; }
.top nav { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.25rem; }
.top [aria-current] { text-decoration: none; font-weight: 700; border-bottom: 3px solid #fff; }
main { padding-block: 2rem 3rem; }
main:focus { outline: none; }
h1, h2, h3 { line-height: 1.35; margin: 0 0 0.75rem; color: var(--deep); }
h1 { font-size: 1.7rem; }
h2 { font-size: 1.3rem; margin-top: 2.5rem; }
h3 { font-size: 1.1rem; color: var(--ink); }
p { margin: 0 0 0.9rem; max-width: 42rem; }
.lead { font-size: 1.1rem; }
.soft { color: var(--soft); }
.way { list-style: none; counter-reset: way; margin: 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); }
.way li { counter-increment: way; border-top: 4px solid var(--deep); padding-top: 0.6rem; }
.way strong { display: block; }
.way strong::before { content: counter(way) ". "; }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; }
.card { border: 1px solid var(--line); border-radius: 4px; padding: 1rem 1.1rem 0.4rem; background: #fff; }
.places { margin: 0; padding-left: 1.2rem; }
@media (min-width: 45rem) { .places { columns: 2; column-gap: 2rem; } .places li { break-inside: avoid; } }
dl { margin: 0 0 0.8rem; }
dt { font-weight: 700; color: var(--soft); font-size: 0.95rem; }
dd { margin: 0 0 0.6rem; }
@media (min-width: 40rem) {
  dl { display: grid; grid-template-columns: 10rem 1fr; gap: 0.3rem 1.2rem; }
  dd { margin: 0; }
}
.mark { display: inline-block; background: var(--mark-ground); color: var(--mark); border: 1px solid currentColor; border-radius: 3px; padding: 0 0.4em; font-size: 0.85rem; line-height: 1.5; white-space: nowrap; }
.kind { display: inline-block; background: var(--ground); border: 1px solid var(--edge); border-radius: 3px; padding: 0 0.5em; font-size: 0.85rem; font-weight: 400; line-height: 1.5; vertical-align: middle; }
form { background: var(--ground); border: 1px solid var(--line); border-radius: 4px; padding: 1.1rem; max-width: 42rem; }
label { display: block; font-weight: 700; }
.hint { color: var(--soft); font-size: 0.95rem; margin: 0 0 0.3rem; }
input, textarea { display: block; width: 100%; font: inherit; color: inherit; background: #fff; border: 2px solid var(--edge); border-radius: 3px; padding: 0.45rem 0.6rem; margin-bottom: 1rem; }
input { max-width: 20rem; letter-spacing: 0.04em; }
textarea { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.9rem; min-height: 9rem; resize: vertical; }
[aria-invalid="true"] { border-color: var(--bad); }
.wrong { color: var(--bad); font-weight: 700; margin: 0 0 0.3rem; }
button { font: inherit; font-weight: 700; color: #fff; background: var(--deep); border: 2px solid var(--deep); border-radius: 3px; padding: 0.5rem 1.6rem; min-height: 2.75rem; cursor: pointer; }
button:hover { background: #0d2e4c; }
.notice { border: 1px solid var(--edge); border-left: 6px solid var(--edge); border-radius: 3px; padding: 1rem 1.1rem 0.4rem; margin: 0 0 1.5rem; background: #fff; }
.notice h2 { margin-top: 0; }
.notice.good { border-color: var(--good); background: var(--good-ground); }
.notice.good h2 { color: var(--good); }
.notice.bad { border-color: var(--bad); background: var(--bad-ground); }
.notice.bad h2 { color: var(--bad); }
.stages { list-style: none; margin: 0 0 1.2rem; padding: 0; display: flex; flex-wrap: wrap; gap: 0.4rem; }
.stages li { flex: 1 1 3.6rem; border-top: 5px solid var(--line); padding-top: 0.3rem; color: var(--soft); }
.stages .past { border-color: var(--deep); }
.stages [aria-current] { border-color: var(--deep); color: var(--ink); font-weight: 700; }
code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.85rem; }
pre { margin: 0 0 0.8rem; padding: 0.6rem 0.8rem; background: var(--ground); border: 1px solid var(--line); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; }
.cards > *, .operations > *, .way > *, dd, dt { min-width: 0; }
.operations { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.7rem; }
.members dt { font-weight: 400; color: var(--ink); }
@media (min-width: 40rem) { .members { grid-template-columns: minmax(10rem, 20rem) 1fr; } }
table { border-collapse: collapse; width: 100%; margin: 0 0 0.8rem; font-size: 0.95rem; line-height: 1.5; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.7rem; border-bottom: 1px solid var(--line); }
th { background: var(--ground); color: var(--soft); white-space: nowrap; border-bottom: 2px solid var(--edge); }
td > div > p { margin: 0.2rem 0 0; }
@media (max-width: 47.99rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { border: 1px solid var(--line); border-left: 6px solid var(--deep); border-radius: 3px; padding: 0.4rem 0; margin-bottom: 0.8rem; }
  td { border: 0; padding: 0.15rem 0.8rem; display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 0.6rem; }
  td > div { min-width: 0; }
  td::before { content: attr(data-column); color: var(--soft); font-weight: 700; font-size: 0.9rem; }
}
.three, .doors { margin-bottom: 0.8rem; }
.three { grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); }
.three .card { border-top: 4px solid var(--deep); }
.doors { grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); }
.doors .card { position: relative; }
.doors .card:hover, .doors .card:focus-within { border-color: var(--deep); background: var(--ground); }
.doors h3 a::after { content: ""; position: absolute; inset: 0; }
.short { display: block; }
.short dt { font-size: 0.9rem; }
.short dd { margin-bottom: 0.35rem; }
.bare { list-style: none; margin: 0; padding: 0; }
.bare li + li { margin-top: 0.3rem; }
.late { color: var(--bad); }
td .late { white-space: nowrap; }
blockquote { margin: 0 0 1rem; padding: 0.6rem 1rem; border-left: 6px solid var(--line); background: var(--ground); max-width: 42rem; }
details { margin: 0 0 1.2rem; }
summary { font-weight: 700; cursor: pointer; padding: 0.3rem 0; }
.foot { border-top: 1px solid var(--line); background: var(--ground); color: var(--soft); font-size: 0.95rem; padding-block: 1rem; }
.foot p { margin-bottom: 0.4rem; }
@media print { .top nav, .skip, form, .foot { display: none; } }
`;
