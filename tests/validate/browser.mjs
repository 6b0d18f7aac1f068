// The browser that checks open pages in: Debian's Chromium without windows, which starts and opens pages in half the time of the
// whole one; the whole one where that is all there is. CHROMIUM names another.
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";

const { chromium } = createRequire(import.meta.url)("playwright-core");

export function launch() {
  const executablePath = process.env.CHROMIUM ??
    execFileSync("sh", ["-c", "command -v chromium-headless-shell || command -v chromium"], { encoding: "utf8" }).trim();
  // A busy machine takes its time.
  return chromium.launch({ executablePath, args: ["--no-sandbox"], timeout: 120000 });
}
