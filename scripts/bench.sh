#!/bin/sh
# scripts/bench.sh HALFSTAR: how long whole commands take beside cmark on the same reviews, in one run.
# Prints medians and ratios; never fails on time. Times of different runs or machines do not compare.
set -eu
halfstar=$(realpath "$1")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A year of 364 pieces: the sample issue thirteen times, each copy in a folder of its own.
mkdir "$work/year"
n=0
while [ $n -lt 13 ]; do
  mkdir "$work/year/$n"
  cp samples/2019/*.md "$work/year/$n/"
  rm "$work/year/$n/letter.md"
  n=$((n + 1))
done
year=$work/year
echo "$(find "$year" -type f | wc -l) pieces, $(cat "$year"/*/*.md | wc -w) words"

hyperfine -N --warmup 1 --runs 5 --export-json "$work/times.json" --style none \
  -n 'cmark (floor)' "sh -c 'cat $year/*/*.md | cmark > $work/floor.html'" \
  -n 'json' "$halfstar export --to json $year -q -o $work/out.json" \
  -n 'html, a page each' "$halfstar html $year -q -o $work/html/" \
  -n 'site' "$halfstar export --to site $year -q -o $work/site" \
  -n 'zine' "$halfstar zine $year -q -o $work/zine.pdf" \
  -n 'build' "$halfstar build $year -q -o $work/build" \
  -n 'epub' "$halfstar epub $year -q -o $work/out.epub" \
  -n 'pdf, one each' "$halfstar pdf $year -q -o $work/pdf/" \
  -n 'one review to pdf' "$halfstar pdf samples/shoplifters.md -q -o $work/one.pdf" >/dev/null

python3 - "$work/times.json" <<'PYTHON'
import json, sys
results = json.load(open(sys.argv[1]))["results"]
floor = results[0]["median"]
for r in results:
    print(f"{r['command']:20} {r['median'] * 1000:9.1f} ms {r['median'] / floor:8.1f} x cmark")
PYTHON
