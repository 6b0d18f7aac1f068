// site_list.mjs [--self-test] SITE: drives the first page of a site in Chromium, from the disk, as a reader would:
// looks for reviews, sorts them, goes back, opens an address that asks for something, uses the keyboard alone, and
// reads the page without JavaScript. What should be seen is worked out from the page's own plain list. Also: nothing
// on the page moves, and nothing comes from elsewhere. --self-test: each spoiled copy of the site has to fail.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

/// The plain list: what each entry says in words that a reader sees.
const plain_list = () => [...document.querySelectorAll(".reviews > li")].map((entry) => ({
  title: entry.querySelector(".film a").textContent, director: entry.querySelector(".director")?.textContent ?? "",
  year: Number(entry.querySelector(".year")?.textContent) || null,
  stars: Number.parseFloat(entry.querySelector(":scope > .stars-at [role=img]")?.getAttribute("aria-label")) || null,
  date: entry.querySelector("time")?.getAttribute("datetime") ?? "",
  several: entry.querySelectorAll(".works > li").length,
}));
const seen_titles = () => [...document.querySelectorAll(".reviews > li")].filter((entry) => entry.checkVisibility({ visibilityProperty: true }))
  .map((entry) => entry.querySelector(".film a").textContent);
const observe_shifts = () => {
  window.__shifts = [];
  new PerformanceObserver((list) => window.__shifts.push(...list.getEntries().map((entry) => entry.value)))
    .observe({ type: "layout-shift", buffered: true });
};

class Fault extends Error {}
function same(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Fault(`${what}: ${a}, not ${b}`);
}

class Trial {
  constructor(browser, site) {
    this.browser = browser;
    this.home = pathToFileURL(resolve(site, "index.html")).href;
    this.foreign = [];
  }

  async open(address = this.home, options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) this.foreign.push(request.url());
    });
    page.on("pageerror", (error) => { throw new Fault(`an error: ${error.message}`); });
    if (options.javaScriptEnabled !== false) await page.addInitScript(observe_shifts);
    await page.goto(address);
    return page;
  }

  async run() {
    await this.without_javascript();
    await this.filters();
    await this.sorts();
    await this.keeps_its_state();
    await this.by_keyboard();
    await this.says_what_it_does();
    await this.moves_nothing();
    same(this.foreign, [], "asked from elsewhere");
  }

  async without_javascript() {
    const page = await this.open(this.home, { javaScriptEnabled: false });
    same(await page.locator("form, input, select, button").count(), 0, "controls without JavaScript");
    const page_with = await this.open();
    this.list = await page_with.evaluate(plain_list);
    if (this.list.length < 5) throw new Fault("too few reviews to try anything");
    same(await page.locator(".reviews > li").count(), this.list.length, "entries without JavaScript");
    same(await page_with.evaluate(seen_titles), this.list.map((each) => each.title), "the list when nothing is asked");
    await page.context().close();
    await page_with.context().close();
  }

  titles(test) {
    return this.list.filter(test).map((each) => each.title);
  }

  async filters() {
    const page = await this.open();
    const whole = this.list.filter((each) => each.director && each.year && each.stars);
    const last = (each) => each.director.split(" ").at(-1);
    const one = whole.find((each) => /\p{M}/u.test(last(each).normalize("NFD"))) ?? whole[0];
    const name = last(one);
    const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase(); // without accents, in capitals
    await page.getByRole("searchbox").fill(bare);
    const found = await page.evaluate(seen_titles);
    if (!found.includes(one.title) || found.length === this.list.length) throw new Fault(`looked for ${bare} and found ${found}`);
    await page.locator("button[type=reset]").click();
    same(await page.evaluate(seen_titles), this.titles(() => true), "after all are shown again");
    const single = (each) => each.several === 0;
    const years = [...new Set(this.list.map((each) => each.year).filter(Boolean))];
    if (years.length > 1) {
      await page.locator("select[name=year]").selectOption(String(one.year));
      same((await page.evaluate(seen_titles)).filter((title) => this.list.some((each) => each.title === title && single(each))),
        this.titles((each) => single(each) && each.year === one.year), `films of ${one.year}`);
      await page.locator("select[name=year]").selectOption("");
    }
    await page.locator("select[name=rating]").selectOption({ label: await this.option(page, "rating", 2) });
    const least = Number.parseFloat(await this.option(page, "rating", 2));
    same((await page.evaluate(seen_titles)).filter((title) => this.list.some((each) => each.title === title && single(each))),
      this.titles((each) => single(each) && each.stars !== null && each.stars >= least), `${least} stars or more`);
    await page.locator("select[name=rating]").selectOption("");
    const month = await page.locator("select[name=date] option").nth(1).getAttribute("value");
    await page.locator("select[name=date]").selectOption(month);
    same(await page.evaluate(seen_titles), this.titles((each) => each.date.startsWith(month)), `seen in ${month}`);
    same(await page.locator(".season:visible, main > .reviews:visible").count(), 1, "sections with anything in them");
    await page.context().close();
  }

  async option(page, name, index) {
    return page.locator(`select[name=${name}] option`).nth(index).textContent();
  }

  async sorts() {
    const page = await this.open();
    const order = page.locator("select[name=order]");
    const sorted_by = async (value, read) => {
      await order.selectOption(value);
      const by_title = new Map(this.list.map((each) => [each.title, each]));
      const values = (await page.evaluate(seen_titles)).map((title) => read(by_title.get(title)));
      same(values.length, this.list.length, `entries in the order of ${value}`);
      return values;
    };
    const rises = (values, what) => {
      const known = values.filter((value) => value !== null && value !== "");
      for (let i = 1; i < known.length; i++) if (known[i - 1] > known[i]) throw new Fault(`${what}: ${known[i]} stands behind ${known[i - 1]}`);
      same(values.slice(0, known.length), known, `${what}: what is not known stands last`);
    };
    // The index of films knows articles and languages.
    const films = await this.open(this.home.replace(/index\.html$/, "films.html"));
    const indexed = await films.locator(".entries a").allTextContents();
    await films.context().close();
    const place = (title) => indexed.findIndex((words) => words === title || words.replace(/^(.*), (\S+)$/, "$2 $1").replace("’ ", "’") === title);
    const places = (await sorted_by("title", (each) => (each.several ? null : place(each.title)))).filter((at) => at !== null && at >= 0);
    if (places.length < this.list.length / 2) throw new Fault("the index of films has few of the titles");
    rises(places, "by title");
    rises(await sorted_by("date", (each) => each.date), "by date");
    rises(await sorted_by("film-year", (each) => (each.several ? null : each.year)), "by year");
    rises((await sorted_by("rating", (each) => each.stars)).map((stars) => stars && -stars), "by rating");
    const by_director = await sorted_by("director", (each) => (each.several ? "" : each.director));
    const together = new Set();
    by_director.forEach((name, i) => {
      if (name && name !== by_director[i - 1] && together.has(name)) throw new Fault(`by director: ${name} stands in two places`);
      together.add(name);
    });
    await sorted_by("date", (each) => each.date);
    const forth = await page.evaluate(seen_titles);
    await page.locator("button[name=reversed]").click();
    const back = await page.evaluate(seen_titles);
    same(back[0], forth.filter((title) => this.list.find((each) => each.title === title).date).at(-1), "the first of the reversed order");
    await order.selectOption("");
    await page.locator("button[name=reversed]").click();
    same(await page.evaluate(seen_titles), this.titles(() => true), "the issue's own order again");
    await page.context().close();
  }

  async keeps_its_state() {
    const page = await this.open();
    await page.locator("select[name=order]").selectOption("rating");
    const by_rating = await page.evaluate(seen_titles);
    await page.getByRole("searchbox").pressSequentially("an");
    const some = await page.evaluate(seen_titles);
    same(new URL(page.url()).search, "?q=an&order=rating", "the address");
    await page.reload();
    same(await page.evaluate(seen_titles), some, "what a reload shows");
    same(await page.getByRole("searchbox").inputValue(), "an", "the words after a reload");
    await page.goBack();
    same([new URL(page.url()).search, await page.evaluate(seen_titles)], ["?order=rating", by_rating], "one step back");
    await page.goBack();
    same(await page.evaluate(seen_titles), this.titles(() => true), "two steps back");
    same(await page.locator("select[name=order]").inputValue(), "", "the order two steps back");
    await page.goForward();
    same(await page.evaluate(seen_titles), by_rating, "a step forward");
    const other = await this.open(`${this.home}?order=rating&q=an`);
    same(await other.evaluate(seen_titles), some, "an address that asks for something");
    same(await other.evaluate(() => window.__shifts), [], "what moved where the address asks");
    const strange = await this.open(`${this.home}?order=nothing&year=x&rating=%3Cb%3E&other=1`);
    same(await strange.evaluate(seen_titles), this.titles(() => true), "an address that asks for what is not there");
    for (const each of [page, other, strange]) await each.context().close();
  }

  async by_keyboard() {
    const page = await this.open();
    const names = [];
    for (let i = 0; i < 60 && names.at(-1) !== "all"; i++) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(() => document.activeElement.closest(".filter") && (document.activeElement.name || "all"));
      if (name) names.push(name);
    }
    same(names, ["q", "year", "rating", "date", "order", "reversed", "all"].filter((name) => names.includes(name) || name !== "year"),
      "controls in the order of the keyboard");
    await page.locator("select[name=order]").focus();
    await page.keyboard.press("ArrowDown");
    same(new URL(page.url()).search, "?order=title", "an order chosen by the keyboard");
    await page.locator("button[name=reversed]").focus();
    await page.keyboard.press("Space");
    same(await page.locator("button[name=reversed]").getAttribute("aria-pressed"), "true", "a button pressed by the keyboard");
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("Enter");
    await page.waitForTimeout(200);
    same(new URL(page.url()).search, "?order=title&reversed=1", "the address after Enter");
    await page.context().close();
  }

  async says_what_it_does() {
    const page = await this.open();
    const unnamed = await page.locator(".filter input, .filter select").evaluateAll((all) =>
      all.filter((each) => each.labels.length !== 1 || each.labels[0].textContent.trim() === "").map((each) => each.name));
    same(unnamed, [], "controls without a label");
    const status = page.getByRole("status");
    const count = String(this.list.length);
    if (!(await status.textContent()).includes(count)) throw new Fault("the count of reviews is not said");
    await page.getByRole("searchbox").fill("no film is called that");
    same((await status.textContent()).match(/\d+/g), ["0", count], "the counts that are said");
    await page.getByRole("searchbox").fill("");
    await page.locator("select[name=order]").selectOption("rating");
    if (!(await status.textContent()).includes(await page.locator("select[name=order] option:checked").textContent())) throw new Fault("the order is not said");
    await page.context().close();
  }

  async moves_nothing() {
    for (const width of [320, 768, 1600]) {
      const page = await this.open(this.home, { viewport: { width, height: 900 } });
      await page.waitForTimeout(200);
      same(await page.evaluate(() => window.__shifts), [], `what moved at ${width} px`);
      same(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, `no wider than ${width} px`);
      await page.context().close();
    }
  }
}

async function fault_of(browser, site) {
  try {
    await new Trial(browser, site).run();
    return undefined;
  } catch (error) {
    if (error instanceof Fault || error.name === "TimeoutError") return error.message.split("\n")[0];
    throw error;
  }
}

/// Copies of the site with one thing wrong each: [a file, what stands there, what comes instead].
const spoils = [
  ["site.js", "entry.element.hidden = !fit", "entry.element.hidden = false"],
  ["site.js", "history.pushState(", "history.replaceState("],
  ["site.js", "? -1 : 1;", "? 1 : 1;"],
  ["site.js", "a.at - b.at;\n      return left", "0;\n      return right"],
  ["site.js", ".normalize(\"NFKD\")", ""],
  ["site.js", "shown.textContent =", "shown.title ="],
  ["site.js", "event.preventDefault());", "event);"],
  ["site.js", "  place.append(form);", "  document.addEventListener(\"DOMContentLoaded\", () => setTimeout(() => place.append(form), 60));"],
  ["index.html", "<div class=\"filter\"", "<button>no</button><div class=\"filter\""],
  ["index.html", "</head>", "<link rel=\"stylesheet\" href=\"https://example.invalid/a.css\"></head>"],
];

async function self_test(browser, site) {
  const folder = mkdtempSync(join(tmpdir(), "site-list-"));
  let missed = 0;
  try {
    for (const [file, before, after] of spoils) {
      const copy = join(folder, "site");
      cpSync(site, copy, { recursive: true });
      const path = join(copy, file);
      const text = readFileSync(path, "utf8");
      if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
      writeFileSync(path, text.replace(before, after));
      const fault = await fault_of(browser, copy);
      console.log(`${before.trim().slice(0, 40)} -> ${fault ?? "NOT NOTICED"}`);
      if (!fault) missed++;
      rmSync(copy, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return missed;
}

const testing = process.argv[2] === "--self-test";
const sites = process.argv.slice(testing ? 3 : 2);
if (sites.length === 0) {
  console.error("site_list.mjs: nothing to drive");
  process.exit(1);
}
const browser = await launch();
let faults = 0;
try {
  for (const site of sites) {
    if (testing) {
      faults += await self_test(browser, site);
      continue;
    }
    const fault = await fault_of(browser, site);
    console.log(fault ? `${site}: ${fault}` : `${site}: found, sorted, kept and said as it should be`);
    if (fault) faults++;
  }
} finally {
  await browser.close();
}
if (faults > 0) process.exit(1);
