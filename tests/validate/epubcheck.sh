#!/bin/sh
# epubcheck.sh BOOK.epub...: EPUBCheck on each book. Prints what it finds; exit 1 on any fatal, error or
# warning, and when nothing was checked.
set -eu
[ $# -gt 0 ] || { echo "epubcheck.sh: nothing to check" >&2; exit 1; }
jar=${EPUBCHECK_JAR:-/usr/share/java/epubcheck.jar}
[ -f "$jar" ] || { echo "epubcheck.sh: $jar is missing" >&2; exit 1; }
status=0
for book; do
  code=0
  # A short life: no second compiler, no threads that collect beside it, half the CPU time.
  out=$(java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar" "$book" 2>&1) || code=$?
  case $code:$out in
    0:*"Messages: 0 fatals / 0 errors / 0 warnings"*) ;;
    *) printf '%s\n%s\n' "$book" "$out"; status=1 ;;
  esac
done
[ $status -eq 0 ] && echo "epubcheck: $# books, nothing found"
exit $status
