#!/bin/sh
# ace.sh BOOK.epub...: Ace by DAISY on each book, in Debian's Chromium (browser.mjs says which). Prints the
# violations; exit 1 on any, and when nothing was checked.
set -eu
[ $# -gt 0 ] || { echo "ace.sh: nothing to check" >&2; exit 1; }
here=$(cd "$(dirname "$0")/.." && pwd)
ace=$here/node_modules/.bin/ace-puppeteer
[ -x "$ace" ] || { echo "ace.sh: $ace is missing (npm ci in tests)" >&2; exit 1; }
# Milliseconds to wait for the browser to start: busy machines are slow.
ACE_TIMEOUT_INITIAL=${ACE_TIMEOUT_INITIAL:-60000}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
# Ace keeps settings and logs in the home folder; it gets one that goes away.
HOME=$dir
# All documents in one process of the browser's, which reads axe's megabyte of script once: 19 s of CPU where 33 were taken.
cat >"$dir/browser" <<SH
#!/bin/sh
exec "${CHROMIUM:-$(command -v chromium-headless-shell || command -v chromium)}" --renderer-process-limit=1 "\$@"
SH
chmod +x "$dir/browser"
PUPPETEER_EXECUTABLE_PATH=$dir/browser
export HOME PUPPETEER_EXECUTABLE_PATH ACE_TIMEOUT_INITIAL
status=0
number=0
for book; do
  number=$((number + 1))
  if ! "$ace" -f --silent --outdir "$dir/$number" "$book" >"$dir/log" 2>&1 || [ ! -f "$dir/$number/report.json" ]; then
    printf '%s: Ace did not finish\n' "$book"; cat "$dir/log"; status=1; continue
  fi
  python3 - "$book" "$dir/$number/report.json" <<'PYTHON' || status=1
import json, sys
book, path = sys.argv[1:]
report = json.load(open(path, encoding="utf-8"))
documents = report.get("assertions", [])
found = [(d.get("earl:testSubject", {}).get("url", ""), a) for d in documents for a in d.get("assertions", [])
         if a.get("earl:result", {}).get("earl:outcome") != "pass"]
for url, a in found:
    test = a.get("earl:test", {})
    print(f'{book}: {url}: {test.get("earl:impact")}: {test.get("dct:title")}: '
          f'{a["earl:result"].get("dct:description", "")[:400]}')
outcome = report.get("earl:result", {}).get("earl:outcome")
if not found and outcome != "pass":
    print(f"{book}: outcome {outcome}")
sys.exit(1 if found or outcome != "pass" else 0)
PYTHON
done
[ $status -eq 0 ] && echo "ace: $# books, nothing found"
exit $status
