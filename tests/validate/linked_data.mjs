// linked_data.mjs [--self-test] TREE.json SITE: what machines read out of each review's page, held against the tree it was
// made from: JSON-LD, expanded by jsonld with schema.org as its vocabulary (nothing is fetched), and microformats2. Each
// Review needs an author, what it reviews, and a rating with its ends where there is one. Prints what differs; exit 1
// on any, and when no page was read. --self-test: each spoiled page has to differ.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const jsonld = require("jsonld");
const { mf2 } = require("microformats-parser");

const schema = "https://schema.org/";
const documentLoader = async (url) => {
  if (url.replace(/\/$/, "") + "/" !== schema) throw new Error(`the context ${url} is not schema.org's`);
  return { contextUrl: null, documentUrl: url, document: { "@context": { "@vocab": schema } } };
};

const values = (node, name) => (node?.[schema + name] ?? []).map((value) => (value["@value"] === undefined ? value : value["@value"]));
const first = (node, name) => values(node, name)[0];
const names = (node, name) => values(node, name).map((thing) => first(thing, "name"));
const hundredths = (number) => Math.round(Number(number) * 100);
const two = (number) => String(number).padStart(2, "0");
const iso = (date) => date && [String(date.year).padStart(4, "0"), ...[date.month, date.day].filter(Boolean).map(two)].join("-");
const credited = (work, role) => (work.credits ?? []).filter((credit) => credit.role === role).map((credit) => credit.name);
const counted = (work) => (work.rating && work.rating.form !== "words" ? work.rating : undefined);

class Page {
  constructor(piece, html) {
    this.piece = piece;
    this.html = html;
    this.faults = [];
  }

  same(found, wanted, what) {
    const [a, b] = [JSON.stringify(found) ?? "nothing", JSON.stringify(wanted) ?? "nothing"];
    if (a !== b) this.faults.push(`${what}: ${a}, not ${b}`);
  }

  async check() {
    try {
      await this.json_ld();
    } catch (error) {
      this.faults.push(`JSON-LD: ${error.message.split("\n")[0]}`);
    }
    this.microformats();
    return this.faults;
  }

  async json_ld() {
    const scripts = [...this.html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)];
    this.same(scripts.length, 1, "blocks of JSON-LD");
    if (scripts.length !== 1) return;
    const nodes = await jsonld.expand(JSON.parse(scripts[0][1]), { documentLoader });
    const reviews = nodes.flatMap((node) => node["@graph"] ?? [node]);
    const works = this.piece.works ?? [];
    this.same(reviews.length, Math.max(works.length, 1), "things described");
    reviews.forEach((review, at) => this.review(review, works[at]));
  }

  review(review, work) {
    const about = review[schema + "itemReviewed"] !== undefined;
    this.same(review["@type"], [schema + (work ? "Review" : "Article")], "the type");
    this.same(names(review, "author"), this.piece.authors ?? [], "authors in JSON-LD");
    this.same(first(review, "inLanguage"), this.piece.language, "the language");
    this.same(first(review, "datePublished"), iso(this.piece.published ?? this.piece.seen), "the day in JSON-LD");
    this.same(about, work !== undefined, "whether something is reviewed");
    if (!work) return;
    const film = first(review, "itemReviewed");
    this.same(film["@type"], [schema + "Movie"], "the type of what is reviewed");
    this.same(first(film, "name"), work.title, "the film");
    this.same(first(film, "dateCreated"), work.year === undefined ? undefined : String(work.year), "its year");
    for (const [role, name] of [["director", "director"], ["writer", "author"], ["cast", "actor"], ["composer", "musicBy"]])
      this.same(names(film, name), credited(work, role), `its ${role}`);
    this.rating(first(review, "reviewRating"), counted(work));
  }

  rating(node, rating) {
    this.same(node === undefined, rating === undefined, "whether there is no rating");
    if (!node || !rating) return;
    for (const [name, key] of [["ratingValue", "value"], ["bestRating", "best"], ["worstRating", "worst"]]) {
      this.same(typeof first(node, name), "number", `${name}, as a number`);
      this.same(hundredths(first(node, name)), rating[key], name);
    }
  }

  microformats() {
    const { items } = mf2(this.html, { baseUrl: "https://example.org/site/reviews/" });
    const reviews = items.filter((item) => item.type.includes("h-review"));
    this.same(reviews.length, 1, "h-review");
    if (reviews.length !== 1) return;
    const { type, properties } = reviews[0];
    const works = this.piece.works ?? [];
    this.same([...type].sort(), ["h-entry", "h-review"], "the types in microformats");
    const [name] = properties.name ?? [];
    const year = works.length === 1 && works[0].title === this.piece.title && works[0].year ? ` ${works[0].year}` : "";
    if (!(name ?? "").startsWith(this.piece.title)) this.faults.push(`p-name: ${name}, not ${this.piece.title}${year}`);
    const author = (value) => (typeof value === "string" ? value : value.properties.name[0]);
    this.same((properties.author ?? []).map(author), this.piece.authors ?? [], "p-author");
    this.same((properties.published ?? [])[0]?.slice(0, 10), iso(this.piece.published ?? this.piece.seen), "dt-published");
    this.same(properties.category ?? [], this.piece.tags ?? [], "p-category");
    const rated = works.map(counted).filter(Boolean);
    for (const [property, key] of [["rating", "value"], ["best", "best"], ["worst", "worst"]])
      this.same((properties[property] ?? []).map(hundredths), rated.map((rating) => rating[key]), `p-${property}`);
    if (works.length === 1 && works[0].title === this.piece.title)
      this.same((properties.item ?? []).map((item) => item.value ?? item), [this.piece.title], "p-item");
    this.same((properties.content ?? []).length, this.piece.body?.length > 0 ? 1 : 0, "e-content");
  }
}

const pages_of = (tree, site) => tree.pieces.map((piece) => new Page(piece, readFileSync(join(site, "reviews", `${piece.key}.html`), "utf8")));

/// What stands on a page, and what comes instead.
const spoils = [
  ['"@context":"https://schema.org"', '"@context":"https://example.org"'], ['"@type":"Review"', '"@type":"Opinion"'], ['"ratingValue":', '"ratingValue":1'],
  ['"bestRating"', '"highest"'], ['"worstRating":0', '"worstRating":"0"'], ['"director":', '"directed":'], ['"itemReviewed":', '"item":'], ['"author":', '"by":'],
  ['"datePublished":"', '"datePublished":"x'], ['h-entry h-review', 'h-entry'], ['p-author h-card', 'h-card'], ['class="p-rating" value="', 'class="p-rating" value="9'],
  ['class="p-best"', 'class="best"'], ['class="p-worst"', 'class="worst"'], ['e-content', 'content'], ['p-item h-item', 'item'], ['dt-published', 'published'],
  ['p-category', 'category'], ['<script type="application/ld+json">', '<script type="application/json">'],
];

async function self_test(pages) {
  let missed = 0;
  const whole = pages.find(({ piece }) => piece.works?.length === 1 && piece.works[0].rating && piece.tags?.length > 0 && piece.works[0].title === piece.title);
  for (const [before, after] of spoils) {
    if (!whole.html.includes(before)) throw new Error(`${whole.piece.key} has no ${before}`);
    const faults = await new Page(whole.piece, whole.html.replace(before, after)).check();
    console.log(`${after}: ${faults[0] ?? "NOT NOTICED"}`);
    if (faults.length === 0) missed++;
  }
  return missed;
}

const testing = process.argv[2] === "--self-test";
const [tree, site] = process.argv.slice(testing ? 3 : 2);
const pages = pages_of(JSON.parse(readFileSync(tree, "utf8")), site);
let found = 0;
if (testing) found = await self_test(pages);
else
  for (const page of pages)
    for (const fault of await page.check()) {
      console.log(`${page.piece.key}: ${fault}`);
      found++;
    }
if (found > 0 || pages.length === 0) process.exit(1);
console.log(`${pages.length} pages, nothing differs`);
