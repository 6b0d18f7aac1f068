#!/bin/sh
# Installs the Debian packages that halfstar needs and that are missing, and says what it does.
#   scripts/install_packages.sh build   to build and to run
#   scripts/install_packages.sh test    these, and what the tests start (checkers, readers, npm packages)
#   scripts/install_packages.sh tidy    for clang: make tidy, the preset fuzz
#   scripts/install_packages.sh bench   what make bench compares with
# Where nothing is missing it returns at once. Without apt-get it says which libraries to install.
set -eu

build='g++ cmake ninja-build pkg-config
  libcmark-dev libxml2-dev libyaml-cpp-dev libtomlplusplus-dev nlohmann-json3-dev libicu-dev
  libharfbuzz-dev libfontconfig-dev
  libpng-dev libjpeg-dev libwebp-dev liblcms2-dev zlib1g-dev libdeflate-dev libcairo2-dev
  libhpdf-dev libqpdf-dev libgnutls28-dev liblzma-dev libzip-dev libpugixml-dev libcli11-dev libfmt-dev libjemalloc-dev
  fonts-vollkorn fonts-league-spartan fonts-bebas-neue fonts-dejavu-core
  fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
  hyphen-en-gb hyphen-en-us hyphen-de hyphen-fr hyphen-es hyphen-it hyphen-pt-pt hyphen-pt-br'
test='doctest-dev libhyphen-dev git patch python3
  qpdf poppler-utils mupdf-tools ghostscript libxml2-utils
  default-jre-headless epubcheck libpdfbox2-java libactivation-java libjaxb-api-java
  chromium-headless-shell parallel'

what=${1:-build}
case $what in
  build) wanted=$build ;;
  test) wanted="$build $test" ;;
  tidy) wanted="$build doctest-dev libhyphen-dev python3 clang clang-tidy libclang-rt-dev" ;;
  bench) wanted="$build libhyphen-dev libbenchmark-dev python3 cmark mupdf-tools pandoc poppler-utils
    texlive-luatex texlive-latex-recommended texlive-fonts-recommended texlive-latex-extra" ;;
  *) echo "usage: $0 build|test|tidy|bench" >&2; exit 2 ;;
esac

here=$(cd "$(dirname "$0")/.." && pwd)

if ! command -v dpkg-query >/dev/null 2>&1; then
  cat >&2 <<'TEXT'
This is not a Debian system, so nothing is installed for you. halfstar needs a C++20 compiler, CMake 3.25,
Ninja and pkg-config, and these libraries with their headers:
  cmark, libxml2, yaml-cpp, toml++, nlohmann-json, ICU, HarfBuzz (with hb-subset), fontconfig,
  libpng, libjpeg-turbo, libwebp, Little CMS, zlib, libdeflate, cairo, libharu, libqpdf, libzip, pugixml, CLI11, fmt, jemalloc; for the tests doctest and libhyphen.
Faces: Vollkorn, League Spartan, Bebas Neue, DejaVu, Noto (core, CJK, Color Emoji).
Hyphenation patterns for libhyphen: British and American English, German, French, Spanish, Italian, Portuguese.
The tests also start qpdf, poppler's and mupdf's tools, Ghostscript, Java, EPUBCheck, PDFBox, Chromium (its shell without windows), Node and GNU parallel.
Build with: cmake --preset release && cmake --build --preset release
TEXT
  exit 0
fi

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else
    echo "  (as root, through sudo)"
    sudo "$@"
  fi
}

installed=$(dpkg-query -W -f '${db:Status-Status} ${binary:Package} ${Provides}\n' 2>/dev/null |
  sed -n 's/^installed //p' | tr ' ,' '\n\n' | sed 's/:.*//')
missing=
for package in $wanted; do
  printf '%s\n' "$installed" | grep -qxF "$package" || missing="$missing $package"
done
if { [ "$what" = test ] || [ "$what" = bench ]; } && ! command -v npm >/dev/null 2>&1; then
  missing="$missing nodejs npm"
fi

if [ -n "$missing" ]; then
  echo "Installing these Debian packages:$missing"
  as_root apt-get update -q
  # shellcheck disable=SC2086 -- a list of names
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
fi

# install_from_npm FOLDER WHAT: what its package-lock.json pins, unless it is there.
install_from_npm() {
  if ! cmp -s "$1/package-lock.json" "$1/node_modules/.installed"; then
    echo "Installing $2, as ${1#"$here"/}/package-lock.json pins it"
    (cd "$1" && npm ci --ignore-scripts --no-fund --no-audit)
    cp "$1/package-lock.json" "$1/node_modules/.installed"
  fi
}
case $what in
  test) install_from_npm "$here/tests" "the checkers that come from npm" ;;
  bench) install_from_npm "$here/tests/bench" "Typst's compiler from npm" ;;
esac
