// epubjs.mjs BOOK.epub...: each book opened by epub.js, the engine of many readers, in Chromium. Every document of the spine
// must show words or a picture, every line of the contents and of the page list must lead to a place that is there, a
// reference to a note must lead to the note and back, and in the dark no words may keep a colour of their own. Prints what is
// wrong; exit 1 on any, and when nothing was checked. With --screenshots DIR pictures of some pages are left there.
// epubjs.mjs --self-test BOOK.epub: the book with one mistake at a time must be found wrong; the first fault found is enough.
import { readFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { launch } from "./browser.mjs";

const require = createRequire(import.meta.url);
const { unzipSync, zipSync } = require("fflate");
const engines = [require.resolve("jszip/dist/jszip.min.js"), require.resolve("epubjs/dist/epub.min.js")];
const night = { paper: "rgb(17, 17, 17)", ink: "rgb(238, 238, 238)" };

/** Runs in the page: opens the book and keeps what the checks ask for in window.reader. */
async function open(data) {
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const book = ePub(bytes.buffer);
  await book.ready;
  const rendition = book.renderTo("area", { width: 640, height: 840, flow: "scrolled-doc", manager: "default" });
  const shown = () => rendition.getContents()[0].document;
  const frame = () => document.querySelector("#area .epub-container");
  /** How far an element is from the upper edge of what is seen. */
  const distance = (element) =>
    element.getBoundingClientRect().top + document.querySelector("#area iframe").getBoundingClientRect().top - frame().getBoundingClientRect().top;
  const in_sight = (element) => distance(element) > -2 && distance(element) < frame().clientHeight;
  const flat = (entries) => entries.flatMap((entry) => [entry, ...flat(entry.subitems ?? [])]);
  window.reader = { book, rendition, shown, in_sight, flat };
  return book.spine.spineItems.map((item) => item.href);
}

/** Runs in the page: what a document of the spine shows. */
async function look(href) {
  const { rendition, shown } = window.reader;
  await rendition.display(href);
  const pictures = [...shown().images];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  return {
    words: shown().body.innerText.trim().length,
    lost: pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.alt),
    pictures: pictures.length,
  };
}

/** Runs in the page: addresses of the contents and the page list that lead nowhere. */
async function followed() {
  const { book, rendition, shown, in_sight, flat } = window.reader;
  const navigation = await book.loaded.navigation;
  await book.loaded.pageList;
  const pages = book.pageList?.pageList ?? [];
  const addresses = [...flat(navigation.toc).map((entry) => entry.href), ...pages.map((page) => page.href)];
  const faults = addresses.length === 0 ? ["the contents are empty"] : [];
  for (const href of addresses) {
    const [file, id] = href.split("#");
    try {
      await rendition.display(href);
    } catch (error) {
      faults.push(`${href}: ${error.message ?? error}`);
      continue;
    }
    if (rendition.getContents()[0].section?.href !== file && book.spine.get(file)?.index !== rendition.getContents()[0].sectionIndex)
      faults.push(`${href} leads to another document`);
    if (id && !shown().getElementById(id)) faults.push(`${href}: there is no such place`);
    else if (id && !in_sight(shown().getElementById(id))) faults.push(`${href}: its place is not in sight`);
  }
  return { count: addresses.length, pages: pages.length, faults };
}

/** Runs in the page: references to notes in a document, each pressed, and the way back. */
async function pressed(href) {
  const { rendition, shown, in_sight } = window.reader;
  const pause = () => new Promise((done) => setTimeout(done, 150));
  // A busy machine takes its time to turn a page.
  const settle = async (holds) => {
    for (let pauses = 0; pauses < 20 && (pauses === 0 || !holds()); pauses++) await pause();
  };
  const visible = (id) => { const found = shown().getElementById(id); return found !== null && in_sight(found); };
  const faults = [];
  await rendition.display(href);
  const ids = [...shown().querySelectorAll('a[role="doc-noteref"]')].map((link) => [link.id, link.getAttribute("href")]);
  for (const [id, address] of ids.slice(0, 3)) {
    await rendition.display(href);
    shown().getElementById(id).click();
    await settle(() => visible(address.split("#")[1]));
    const note = shown().getElementById(address.split("#")[1]);
    if (!note || !note.innerText.trim()) faults.push(`${href}#${id}: there is no note ${address}`);
    else if (!in_sight(note)) faults.push(`${href}#${id}: pressed, and ${address} is not in sight`);
    else {
      const back = note.querySelector('a[role="doc-backlink"]');
      back?.click();
      await settle(() => visible(id));
      if (!back || !in_sight(shown().getElementById(id))) faults.push(`${address}: there is no way back to ${id}`);
    }
  }
  return { count: ids.length, faults };
}

/** Runs in the page: words that keep a colour when the reader's is another. */
async function coloured({ href, paper, ink }) {
  const { rendition, shown } = window.reader;
  rendition.themes.override("color", ink, true);
  rendition.themes.override("background", paper, true);
  await rendition.display(href);
  const own = [...shown().body.querySelectorAll("*")].filter((element) => {
    const has_words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return has_words && element.namespaceURI.endsWith("xhtml") && getComputedStyle(element).color !== ink;
  });
  return own.slice(0, 3).map((element) => element.outerHTML.slice(0, 100));
}

async function faults_of(browser, bytes, name, { pictures = null, one_is_enough = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 700, height: 900 } });
  const page = await context.newPage();
  const found = [];
  const counts = { documents: 0, places: 0, pages: 0, notes: 0 };
  const enough = () => one_is_enough && found.length > 0;
  await page.route("http://reader.test/**", (route) => route.fulfill({
    contentType: "text/html", body: '<!DOCTYPE html><html lang="en"><title>reader</title><body style="margin:0"><div id="area"></div></body></html>' }));
  await page.goto("http://reader.test/");
  for (const path of engines) await page.addScriptTag({ path });
  const spine = await page.evaluate(open, Buffer.from(bytes).toString("base64"));
  for (const href of spine) {
    if (enough()) break;
    const { words, lost, pictures: seen } = await page.evaluate(look, href);
    counts.documents++;
    if (words === 0 && seen === 0) found.push(`${href} shows nothing`);
    for (const alternative of lost) found.push(`${href}: the picture '${alternative}' is not shown`);
    if (pictures && counts.documents <= 8) await page.screenshot({ path: join(pictures, `${name}-${counts.documents}.png`) });
    const notes = await page.evaluate(pressed, href);
    counts.notes += notes.count;
    found.push(...notes.faults);
  }
  if (!enough()) {
    const { count, pages, faults } = await page.evaluate(followed);
    counts.places = count;
    counts.pages = pages;
    found.push(...faults);
  }
  for (const href of spine) {
    if (enough()) break;
    for (const element of await page.evaluate(coloured, { href, ...night })) found.push(`${href}: in the dark keeps its colour: ${element}`);
    if (pictures && spine.indexOf(href) < 8) await page.screenshot({ path: join(pictures, `${name}-${spine.indexOf(href) + 1}-dark.png`) });
  }
  await context.close();
  return { found, counts };
}

/** Mistakes by name: which documents they are made in, and how. */
const mistakes = {
  "a note that is not there": [/^EPUB\/piece-.*xhtml$/, (text) => text.replace(/id="([^"]*_note_1)"/, 'id="$1_lost"')],
  "an empty document": [/^EPUB\/colophon.xhtml$/, (text) => text.replace(/<body[^]*<\/body>/, "<body></body>")],
  "contents that lead nowhere": [/^EPUB\/nav.xhtml$/, (text) => text.replace(/href="(piece-[^"#]*)"/, 'href="$1#nowhere"')],
  "a page that begins nowhere": [/^EPUB\/piece-.*xhtml$/, (text) => text.replace(/ id="page-\d+"/, "")],
  "a picture that cannot be read": [/^EPUB\/images\/cover.png$/, () => "no picture"],
  "words with a colour": [/^EPUB\/style.css$/, (text) => `${text}\np { color: #222; }\n`],
};

async function selfTest(browser, path) {
  const book = unzipSync(new Uint8Array(readFileSync(path)));
  let missed = 0;
  for (const [name, [files, spoil]] of Object.entries(mistakes)) {
    const spoilt = {};
    let changed = false;
    for (const [entry, bytes] of Object.entries(book)) {
      const before = files.test(entry) && !changed ? new TextDecoder("latin1").decode(bytes) : null;
      const after = before === null ? null : spoil(before);
      changed ||= after !== before;
      spoilt[entry] = after === before ? bytes : Buffer.from(after, "latin1");
    }
    if (!changed) throw new Error(`${name}: ${path} has no place for it`);
    const { found } = await faults_of(browser, zipSync(spoilt), "spoilt", { one_is_enough: true }).catch((error) => ({ found: [String(error)] }));
    if (found.length > 0) continue;
    console.log(`${name}: nothing was found`);
    missed++;
  }
  return missed;
}

const words = process.argv.slice(2);
const testing = words[0] === "--self-test";
if (testing) words.shift();
let pictures = null;
if (words[0] === "--screenshots") {
  pictures = words[1];
  mkdirSync(pictures, { recursive: true });
  words.splice(0, 2);
}
if (words.length === 0) {
  console.error("epubjs.mjs: nothing to check");
  process.exit(1);
}
const browser = await launch();
let wrong = 0;
try {
  if (testing) wrong = await selfTest(browser, words[0]);
  for (const path of testing ? [] : words) {
    const { found, counts } = await faults_of(browser, readFileSync(path), basename(path, ".epub"), { pictures });
    for (const fault of found) console.log(`${path}: ${fault}`);
    wrong += found.length;
    console.log(`${path}: ${counts.documents} documents, ${counts.places} places (${counts.pages} pages of print), ${counts.notes} references to notes`);
  }
} finally {
  await browser.close();
}
if (wrong > 0) process.exit(1);
console.log(testing ? "epub.js: all mistakes found" : `epub.js: ${words.length} books, nothing found`);
