/** `node test/bench/draw.ts`: draws docs/speed.svg from the stored results and prints their table for docs/speed.md. */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

const root = resolve(import.meta.dirname, "../..");

const Result = z.object({
  id: z.string(),
  name: z.string(),
  goal: z.string(),
  met: z.boolean(),
  figures: z.record(z.string(), z.number()),
  on: z.object({ load: z.number(), cores: z.number(), processor: z.string() }),
});

const results = globSync("results/*.json", { cwd: import.meta.dirname })
  .toSorted()
  .map((file) => Result.parse(JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8"))));

/** Cases a second of others on a machine of this kind, measured earlier in the same scenario (docs/speed.md). */
const peers: readonly (readonly [string, number])[] = [
  ["Restate 1.7.12", 253],
  ["DBOS 5.3.0 + PostgreSQL 15", 183],
  ["OpenWorkflow 0.10.1 + SQLite", 161],
];

const ours = results.find(({ id }) => id === "full-cases")?.figures["cases/s"] ?? 0;
const bars = [["this window", ours] as const, ...peers].toSorted(([, one], [, other]) => other - one);
const longest = Math.max(...bars.map(([, value]) => value));

const [WIDTH, BAR, LEFT] = [720, 34, 230];
const bar = ([name, value]: readonly [string, number], index: number): string => {
  const y = 56 + index * BAR;
  const length = ((WIDTH - LEFT - 90) * value) / longest;
  const fill = name === "this window" ? "#0b6b53" : "#9aa5a1";
  return `  <text x="${LEFT - 10}" y="${y + 16}" text-anchor="end">${name}</text>
  <rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="22" rx="3" fill="${fill}"/>
  <text x="${(LEFT + length + 8).toFixed(1)}" y="${y + 16}">${Math.round(value)}/s</text>`;
};

const height = 80 + bars.length * BAR;
const title =
  "Durable cases a second: create, signed webhook, callback, decision; 32 at once, fsync before answer";
writeFileSync(
  join(root, "docs/speed.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="14" fill="#1d2421">
  <rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
  <text x="16" y="28" font-size="13">${title}</text>
${bars.map(bar).join("\n")}
</svg>
`,
);

const shown = (figure: number): string => String(Number(figure.toPrecision(3)));
for (const { name, goal, met, figures, on } of results)
  console.log(
    `| ${name} | ${goal} | ${Object.entries(figures)
      .map(([what, figure]) => `${what} ${shown(figure)}`)
      .join(", ")} | ${met ? "yes" : "no"} | ${shown(on.load)} |`,
  );
