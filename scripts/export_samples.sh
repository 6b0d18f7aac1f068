#!/bin/sh
# scripts/export_samples.sh HALFSTAR OUT: the reviews in samples/ in every format, and a list of what was made.
set -eu
halfstar=$1 out=$2
cd "$(dirname "$0")/.."

mkdir -p "$out"
"$halfstar" pdf samples -o "$out/a4/"
"$halfstar" pdf samples -o "$out/letter/" --paper Letter
"$halfstar" html samples -o "$out/html/"
"$halfstar" html samples -o "$out/samples.html" --title "Six reviews"
"$halfstar" epub samples -o "$out/samples.epub" --title "Six reviews"
"$halfstar" export --to json samples -o "$out/samples.json"
"$halfstar" export --to svg samples -o "$out/svg/"

echo "In $out:"
(cd "$out" && find . -type f | sort | sed 's,^\./,  ,')
