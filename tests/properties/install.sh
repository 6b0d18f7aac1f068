#!/bin/sh
# install.sh BUILD WORK REVIEW: installs the build into an empty prefix, builds a program that embeds it through
# find_package, and runs that on a review. Nothing of the source tree may be needed.
set -eu
build=$1 work=$2 review=$3
here=$(cd "$(dirname "$0")/.." && pwd)
rm -rf "$work"
mkdir -p "$work"
cmake --install "$build" --prefix "$work/prefix" >"$work/install.log"
"$work/prefix/bin/halfstar" --version
cp -r "$here/consumer" "$work/source"
flags=$(sed -n 's/^HALFSTAR_SANITIZERS:STRING=//p' "$build/CMakeCache.txt")
cmake -S "$work/source" -B "$work/build" -DCMAKE_PREFIX_PATH="$work/prefix" \
  -DCMAKE_CXX_FLAGS="${flags:+-fsanitize=$flags}" >"$work/configure.log"
cmake --build "$work/build" >"$work/build.log"
read=$("$work/build/consumer" "$review" "$work/out.html")
[ "$read" = 1 ] || { echo "the program read $read pieces, not one"; exit 1; }
grep -q '<h1' "$work/out.html" || { echo "the page has no title"; exit 1; }
echo "embedded: $(wc -c <"$work/out.html") bytes"
