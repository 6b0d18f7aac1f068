// schema.mjs SCHEMA FILE.json...: every file is valid by the schema, and a file spoilt on purpose is not.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../package.json", import.meta.url));
const Ajv = require("ajv/dist/2020").default;

const [schemaFile, ...files] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(read(schemaFile));

let faults = files.length === 0 ? 1 : 0;
for (const file of files) {
  const edition = read(file);
  if (!validate(edition)) {
    faults++;
    console.log(file, validate.errors.slice(0, 5));
  }
  for (const spoil of [
    (e) => delete e.pieces,
    (e) => (e.pieces[0].title = 7),
    (e) => (e.pieces[0].body[0].type = "pararaph"),
    (e) => (e.pieces[0].unheard_of = true),
  ]) {
    const spoilt = structuredClone(edition);
    spoil(spoilt);
    if (validate(spoilt)) {
      faults++;
      console.log(`${file}: accepted though spoilt by ${spoil}`);
    }
  }
}
console.log(`${files.length} files, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
