// pdfjs_text.mjs FILE.pdf...: the text that pdf.js reads out of each file, beside it as FILE.pdfjs.txt, a line a line and a form
// feed after each page.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

const parts = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

async function textOf(page) {
  const { items } = await page.getTextContent();
  return items.map(({ str, hasEOL }) => str + (hasEOL ? "\n" : "")).join("");
}

for (const file of process.argv.slice(2)) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    cMapUrl: join(parts, "cmaps") + "/",
    cMapPacked: true,
    standardFontDataUrl: join(parts, "standard_fonts") + "/",
    verbosity: VerbosityLevel.ERRORS,
  });
  const pdf = await task.promise;
  let text = "";
  for (let number = 1; number <= pdf.numPages; number++) text += (await textOf(await pdf.getPage(number))) + "\n\f";
  writeFileSync(`${file}.pdfjs.txt`, text);
  await task.destroy();
}
