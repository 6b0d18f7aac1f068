// axe.mjs FILE.html...: axe in Chromium on each page, light and dark, in windows 320, 768 and 1600 px wide;
// and whether a page is ever wider than its window. Prints the violations; exit 1 on any, and when nothing
// was checked.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const files = process.argv.slice(2);
const widths = [320, 768, 1600];
const schemes = ["light", "dark"];
if (files.length === 0) {
  console.error("axe.mjs: nothing to check");
  process.exit(1);
}

const browser = await launch();
let found = 0;
let checked = 0;
try {
  for (const file of files) {
    for (const colorScheme of schemes) {
      // As a reader sees it, its own script run; axe is put in from outside.
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.goto(pathToFileURL(resolve(file)).href, { timeout: 60000 });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        if (width === widths[0]) await page.evaluate(axe);
        const where = `${file} (${colorScheme}, ${width} px)`;
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) {
          console.log(`${where}: ${wide} px wider than the window`);
          found++;
        }
        const { violations } = await page.evaluate(() => window.axe.run(document));
        checked++;
        for (const violation of violations) {
          found++;
          const places = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")}: ${node.html.slice(0, 160)}`);
          console.log(`${where}: ${violation.id} (${violation.impact}): ${violation.help}\n  ${places.join("\n  ")}`);
        }
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}
if (checked === 0 || found > 0) process.exit(1);
console.log(`axe: ${files.length} pages, ${checked} looks, nothing found`);
