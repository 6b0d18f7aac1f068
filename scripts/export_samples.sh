#!/bin/sh
# scripts/export_samples.sh HALFSTAR OUT: the reviews in samples/ in every format, the sample issues,
# and a list of what was made.
set -eu
halfstar=$1 out=$2
cd "$(dirname "$0")/.."

# README and samples/broken are no reviews to show.
set --
for file in samples/*.md samples/*.txt; do
  case $file in samples/README*) ;; *) set -- "$@" "$file" ;; esac
done

mkdir -p "$out"
"$halfstar" pdf "$@" -o "$out/a4/"
"$halfstar" pdf "$@" -o "$out/letter/" --paper Letter
"$halfstar" html "$@" -o "$out/html/"
"$halfstar" html "$@" -o "$out/samples.html" --title "Nine pieces"
"$halfstar" epub "$@" -o "$out/samples.epub" --title "Nine pieces"
"$halfstar" export --to json "$@" -o "$out/samples.json"
"$halfstar" export --to svg "$@" -o "$out/svg/"
"$halfstar" build samples/2019 -o "$out/2019"
"$halfstar" zine samples/2019 --pdf print -o "$out/2019-print.pdf"
"$halfstar" export --to json samples/2019 -o "$out/2019.json"
"$halfstar" build samples/languages -o "$out/languages"
for style in book xerox; do
  "$halfstar" zine samples/languages --style $style -o "$out/languages-$style.pdf"
done
"$halfstar" zine samples/languages --pdf print -o "$out/languages-print.pdf"
"$halfstar" export --to json samples/languages -o "$out/languages.json"

echo "In $out:"
(cd "$out" && find . -type f | sort | sed 's,^\./,  ,')
