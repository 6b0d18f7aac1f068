// typst.cjs IN.typ OUT.pdf: Typst's compiler, from the package that package.json pins.
const fs = require('fs');
const path = require('path');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const [source, output] = process.argv.slice(2).map((name) => path.resolve(name));
const compiler = NodeCompiler.create({ workspace: path.dirname(source) });
const compiled = compiler.compile({ mainFilePath: source });
if (compiled.hasError()) {
  compiled.printErrors();
  process.exit(1);
}
fs.writeFileSync(output, compiler.pdf(compiled.result));
