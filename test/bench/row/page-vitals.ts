import { chromium, type Browser, type Page } from "playwright-core";
import * as z from "zod";
import { findChromium } from "../../browser/find-chromium.ts";
import { median } from "../quantile.ts";
import type { Row } from "../row.ts";
import { openStand } from "../stand.ts";

const PAGES = ["/", "/en", "/en/progress", "/en/verify"];
const ROUNDS = 5;

/** Lighthouse's slow 4G and its slower phone: 150 ms there and back, 1.6 Mbit/s, a quarter of this processor. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER = 4;

const Vitals = z.object({ paint: z.number(), shift: z.number(), blocked: z.number() });
type Vitals = z.infer<typeof Vitals>;

/**
 * Runs in the page: when its largest element was painted (milliseconds), how far things moved that were painted already
 * (layout shift), and for how long tasks held it up beyond 50 ms each.
 */
const watched = `(async () => {
  const seen = (type) => new Promise((resolve) => {
    const entries = [];
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true });
    setTimeout(() => resolve(entries), 500);
  });
  const [paints, shifts, tasks] = await Promise.all(
    ["largest-contentful-paint", "layout-shift", "longtask"].map(seen),
  );
  return {
    paint: paints.at(-1)?.startTime ?? Infinity,
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    blocked: tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
  };
})()`;

const slowed = async (page: Page): Promise<void> => {
  const tools = await page.context().newCDPSession(page);
  await tools.send("Network.enable");
  await tools.send("Network.emulateNetworkConditions", SLOW_4G);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
};

/** A first visit: a context of its own has nothing in its cache. */
const visited = async (browser: Browser, address: string): Promise<Vitals> => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  await slowed(page);
  await page.goto(address, { waitUntil: "load" });
  const vitals = Vitals.parse(await page.evaluate(watched));
  await context.close();
  return vitals;
};

export const pageVitals: Row = {
  name: "first visit on slow 4G, processor at a quarter",
  goal: "largest paint ≤ 1.2 s, layout shift 0, blocked ≤ 50 ms",
  async measure() {
    const stand = await openStand();
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({ executablePath: findChromium(), args });
    const figures: Record<string, number> = {};
    const worst = { paint: 0, shift: 0, blocked: 0 };
    for (const path of PAGES) {
      const visits: Vitals[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        visits.push(await visited(browser, stand.origin + path));
      const paint = median(visits.map((visit) => visit.paint));
      figures[`${path} paint ms`] = paint;
      worst.paint = Math.max(worst.paint, paint);
      worst.shift = Math.max(worst.shift, ...visits.map(({ shift }) => shift));
      worst.blocked = Math.max(worst.blocked, median(visits.map(({ blocked }) => blocked)));
    }
    await browser.close();
    await stand.close();
    return {
      met: worst.paint <= 1200 && worst.shift === 0 && worst.blocked <= 50,
      figures: { ...figures, "layout shift": worst.shift, "blocked ms": worst.blocked },
      note: "Of Chromium itself, through its tools; Lighthouse is not installed (docs/speed.md).",
    };
  },
};
