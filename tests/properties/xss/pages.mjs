// pages.mjs FOLDER: opens every page and drawing below the folder in Chromium, as the parser of its name reads it
// (.html as HTML, .xhtml and .svg as XML), and looks whether it does anything: runs a script, opens a dialog, fetches
// what is not of the folder, leads away, or holds what walk.js calls a danger. Prints "FILE: kind: what"; exit 1 on any.
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "../../validate/browser.mjs";

const walk = readFileSync(fileURLToPath(new URL("walk.js", import.meta.url)), "utf8").replace(/^(\/\/.*\n)*/, "").replace(/;\s*$/, "");

const folder = resolve(process.argv[2]);
const own = pathToFileURL(folder).href + "/";
const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))).filter((name) => /\.(html|xhtml|svg)$/.test(name)).sort();
if (files.length === 0) {
  console.error("pages.mjs: nothing to open");
  process.exit(1);
}
const browser = await launch();
/// What a feed shows: the site's own pictures, where the site is published.
const published = /^https:\/\/example\.org\/[^?#]*\/pictures\/[a-z0-9-]+\.jpg$/;
let found = 0;

/// A tab that notes what the pages in it do: a function that opens one and returns its faults, and one that closes it.
async function tab(context) {
  const page = await context.newPage();
  let faults = [];
  let opened = "";
  page.on("dialog", async (dialog) => {
    faults.push(`ran: a dialog: ${dialog.message()}`);
    await dialog.dismiss().catch(() => {});
  });
  page.on("pageerror", (error) => faults.push(`ran: an error: ${error.message}`));
  page.on("popup", () => faults.push("away: another window"));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith("data:") && !published.test(url)) faults.push(`fetched: ${url.slice(0, 120)}`);
  });
  page.on("framenavigated", (frame) => {
    const here = frame.url().split("#")[0];
    if (frame.parentFrame() || (here !== opened && here !== "about:blank")) faults.push(`away: ${frame.url().slice(0, 120)}`);
  });
  const open = async (file) => {
    faults = [];
    opened = pathToFileURL(file).href;
    try {
      await page.goto(opened, { waitUntil: "load", timeout: 60000 });
      faults.push(...(await page.evaluate(`(${walk})()`)));
      const runs = await page.evaluate("window.__ran");
      if (runs > 0) faults.push(`ran: ${runs} times`);
    } catch (error) {
      faults.push(`away: while it was looked at: ${error.message.split("\n")[0]}`);
    }
    return [...new Set(faults)];
  };
  return { open, close: () => page.close() };
}

try {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  // Whatever an attack asks for is answered here, so nothing reaches a network.
  await context.route((url) => url.protocol.startsWith("http"), (route) => route.abort());
  await context.addInitScript("window.__ran = 0; window.__xss = () => { window.__ran += 1; };");
  const waiting = [...files];
  await Promise.all([1, 2, 3].map(async () => {
    let looking = await tab(context);
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const faults = await looking.open(file);
      for (const fault of faults) {
        console.log(`${file.slice(folder.length + 1)}: ${fault.replace(/\s+/g, " ")}`);
        found++;
      }
      if (faults.length === 0) continue;
      // A page that is on its way elsewhere would take the next one in its tab with it.
      await looking.close();
      looking = await tab(context);
    }
  }));
} finally {
  await browser.close();
}
console.log(`${files.length} pages opened, ${found} faults`);
if (found > 0) process.exit(1);
