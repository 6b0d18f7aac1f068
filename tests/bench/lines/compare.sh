#!/bin/sh
# tests/bench/lines/compare.sh HALFSTAR [FOLDER...]: lines of the zine beside LuaLaTeX's with microtype, on the same
# text, measure, face, size and hyphenation patterns. Without folders: the sample issue, and 365 made-up reviews.
# LuaLaTeX sets twice: as it comes, where it leaves lines overfull, and with an emergency stretch of an em, which a
# book needs.
# Figures, never verdicts; figures.py says what each is.
set -eu
halfstar=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -eq 0 ]; then
  python3 "$here/year.py" "$work/made-up year"
  set -- "$here/../../../samples/2019" "$work/made-up year"
fi

# latex NAME PREAMBLE: sets what latex.py wrote, with a line more in its preamble.
latex() {
  sed "s/^% more/$2/" "$work/tex/lualatex.tex" >"$work/tex/$1.tex"
  (cd "$work/tex" && lualatex -interaction=batchmode "$1.tex" >/dev/null) && return
  echo "LuaLaTeX failed:" >&2
  tail -20 "$work/tex/$1.log" >&2
  exit 1
}

for folder in "$@"; do
  mkdir -p "$work/tex"
  "$halfstar" export --to json "$folder" -q -o "$work/edition.json"
  python3 "$here/latex.py" "$work/edition.json" "$work/tex"
  "$halfstar" zine "$folder" -q -o "$work/tex/halfstar.pdf"
  latex LuaLaTeX ''
  latex 'LuaLaTeX-emergency' '\\emergencystretch=1em'
  echo "Lines of $(basename "$folder")"
  (cd "$work/tex" && python3 "$here/figures.py" --measure 243.78 --size 9.5 halfstar.pdf LuaLaTeX-emergency.pdf LuaLaTeX.pdf)
  rm -r "$work/tex"
done
