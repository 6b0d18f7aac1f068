#!/bin/sh
# scripts/gallery.sh HALFSTAR: the pages of the samples at 100 dpi in docs/gallery, docs/gallery/README.md with the measure,
# leading and lines of each, and docs/page.png for the front page.
set -eu
halfstar=$(realpath "$1")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p docs/gallery
rm -f docs/gallery/*.png

for file in samples/*.md samples/*.txt; do
  case $file in samples/README*) continue ;; esac
  name=$(basename "${file%.*}")
  "$halfstar" pdf "$file" -q -o "$work/$name.pdf"
  pdftoppm -r 100 -png "$work/$name.pdf" "docs/gallery/$name"
done
python3 scripts/gallery_page.py "$work" docs/gallery > docs/gallery/README.md
cp docs/gallery/2019-12-17-portrait-of-a-lady-on-fire-1.png docs/page.png
