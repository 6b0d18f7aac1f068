# The everyday verbs. Each installs what it needs and is missing (scripts/install_packages.sh).

.PHONY: zine build test asan tidy format bench memory stages lines measured gallery clean help

zine: build ## build halfstar and export samples/ to out/ in every format
	scripts/export_samples.sh build/release/halfstar out

build: ## build/release/halfstar
	scripts/install_packages.sh build
	cmake --preset release
	cmake --build --preset release

test: ## everything that is checked, as continuous integration runs it
	scripts/install_packages.sh test
	cmake --workflow --preset dev

asan: ## the tests under AddressSanitizer and UndefinedBehaviorSanitizer
	scripts/install_packages.sh test
	cmake --preset asan
	cmake --build --preset asan
	ctest --preset asan

tidy: ## clang's warnings and clang-tidy's checks
	scripts/install_packages.sh tidy
	cmake --preset tidy
	cmake --build --preset tidy

format: ## clang-format over our sources
	git ls-files '*.h' '*.cpp' | xargs clang-format -i

bench: measured ## whole commands beside floors and peers, in one table (docs/performance.md)
	python3 tests/bench/bench.py build/bench/halfstar

memory: measured ## how much memory zines and ebooks take, from 365 reviews to 20,000
	python3 tests/bench/memory.py build/bench/halfstar

stages: measured ## each stage alone, on one review
	build/bench/tests/bench/bench_stages

lines: measured ## lines of the zine beside LuaLaTeX's
	tests/bench/lines/compare.sh build/bench/halfstar

measured:
	scripts/install_packages.sh bench
	cmake --preset bench
	cmake --build --preset bench

gallery: build ## the pictures of pages in docs/gallery
	scripts/install_packages.sh test
	scripts/gallery.sh build/release/halfstar

clean: ## remove what was built and exported
	rm -rf build out

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile
