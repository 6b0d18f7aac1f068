// epubcheck_ts.mjs BOOK.epub...: the TypeScript port of EPUBCheck 5 on each book, beside Debian's EPUBCheck 4. Prints
// what it finds; exit 1 on any fatal, error or warning, and when nothing was checked.
// epubcheck_ts.mjs --self-test BOOK.epub: the book with one mistake at a time must be found wrong.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { EpubCheck } from "@likecoin/epubcheck-ts";

const require = createRequire(import.meta.url);
const { unzipSync, zipSync } = require("fflate");
const bad = new Set(["fatal", "error", "warning"]);

async function found(bytes, name) {
  const { messages } = await EpubCheck.validate(bytes, {}, name);
  return messages.filter((message) => bad.has(message.severity));
}

/** Mistakes by name, each a change of one text in the book. */
const mistakes = {
  "a link to nowhere": ["EPUB/nav.xhtml", (text) => text.replace(/href="(piece-[^"#]*)"/, 'href="$1#nowhere"')],
  "a document that is not in the manifest": ["EPUB/package.opf", (text) => text.replace(/<item id="colophon"[^>]*>/, "")],
  "no date of change": ["EPUB/package.opf", (text) => text.replace(/<meta property="dcterms:modified">.*<\/meta>/, "")],
  "an index of two lists": ["EPUB/films.xhtml", (text) => text.replace(/<ul class="entries">/, '<ul class="entries" epub:type="index-entry-list">')],
  "a document that is no XML": ["EPUB/colophon.xhtml", (text) => text.replace("</h1>", "")],
};

async function selfTest(path) {
  const book = unzipSync(new Uint8Array(readFileSync(path)));
  let missed = 0;
  for (const [name, [file, spoil]] of Object.entries(mistakes)) {
    const before = new TextDecoder().decode(book[file]);
    const after = spoil(before);
    if (after === before) throw new Error(`${name}: ${path} has no place for it`);
    const spoilt = {};
    for (const entry of Object.keys(book)) {
      const bytes = entry === file ? new TextEncoder().encode(after) : book[entry];
      spoilt[entry] = entry === "mimetype" ? [bytes, { level: 0 }] : bytes;
    }
    if ((await found(zipSync(spoilt), "spoilt.epub")).length > 0) continue;
    console.log(`${name}: nothing was found`);
    missed++;
  }
  return missed;
}

async function check(paths) {
  let wrong = 0;
  for (const path of paths) {
    for (const message of await found(new Uint8Array(readFileSync(path)), basename(path))) {
      console.log(`${path}: ${message.severity}: ${message.location?.path ?? ""}:${message.location?.line ?? ""}: ${message.id}: ${message.message}`);
      wrong++;
    }
  }
  return wrong;
}

const words = process.argv.slice(2);
const testing = words[0] === "--self-test";
const paths = testing ? words.slice(1) : words;
if (paths.length === 0) {
  console.error("epubcheck_ts.mjs: nothing to check");
  process.exit(1);
}
const wrong = testing ? await selfTest(paths[0]) : await check(paths);
if (wrong > 0) process.exit(1);
console.log(testing ? "epubcheck-ts: all mistakes found" : `epubcheck-ts: ${paths.length} books, nothing found`);
