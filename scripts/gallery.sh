#!/bin/sh
# scripts/gallery.sh HALFSTAR: the pages of the samples at 100 dpi in docs/gallery, docs/gallery/README.md with the measure,
# leading and lines of each; docs/page.png and docs/issue.png for the front page; docs/book.png and docs/gallery/keys
# for docs/styles.md.
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

"$halfstar" zine samples/2019 -q -o "$work/issue.pdf"
python3 scripts/spreads.py "$work/issue.pdf" docs/issue.png 50 1 4-5 10-11 / 24-25 34-35 74-75
"$halfstar" zine samples/2019 --style book -q -o "$work/book.pdf"
python3 scripts/spreads.py "$work/book.pdf" docs/book.png 50 1 14-15 80-81
python3 scripts/key_gallery/key_gallery.py "$halfstar"
