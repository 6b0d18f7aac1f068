#!/bin/sh
# nu.sh FILE...: the Nu HTML checker on pages and XHTML documents. Of an EPUB every XHTML document in it.
# Prints what it finds; exit 1 on any finding, and when nothing was checked.
set -eu
[ $# -gt 0 ] || { echo "nu.sh: nothing to check" >&2; exit 1; }
here=$(cd "$(dirname "$0")/.." && pwd)
jar=$here/node_modules/vnu-jar/build/dist/vnu.jar
[ -f "$jar" ] || { echo "nu.sh: $jar is missing (npm ci in tests)" >&2; exit 1; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

number=0
: >"$dir/html" ; : >"$dir/xhtml"
for file; do
  number=$((number + 1))
  case $file in
    *.epub)
      python3 -m zipfile -e "$file" "$dir/$number"
      # epub:type is EPUB's own, and the checker knows only HTML.
      find "$dir/$number" -name '*.xhtml' -exec sed -i -E 's/ (xmlns:epub|epub:type)="[^"]*"//g' {} +
      find "$dir/$number" -name '*.xhtml' | sort >>"$dir/xhtml" ;;
    *.xhtml) echo "$file" >>"$dir/xhtml" ;;
    *) echo "$file" >>"$dir/html" ;;
  esac
done

status=0
checked=0
check() { # LIST: one start of the checker for all files of a kind
  [ -s "$1" ] || return 0
  checked=$((checked + $(wc -l <"$1")))
  tr '\n' '\0' <"$1" | xargs -0 java -jar "$jar" --format gnu --exit-zero-always >"$dir/found" 2>&1 || status=1
  if [ -s "$dir/found" ]; then cat "$dir/found"; status=1; fi
}
check "$dir/html"
check "$dir/xhtml"
[ "$checked" -gt 0 ] || { echo "nu.sh: nothing to check" >&2; exit 1; }
[ $status -eq 0 ] && echo "nu: $checked documents, nothing found"
exit $status
