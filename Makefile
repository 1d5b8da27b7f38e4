# The commands of this project; README.md tells what each makes.
CHECKS := --explicit-target-dependency-import-check error
# Swift's own libraries are linked in: a program starts faster and runs where Swift is not installed.
RELEASE := -c release --static-swift-stdlib $(CHECKS)
# The folder of NIST data sets that are certified.
NIST := Tests/StatisticsTests/Data/nist

.PHONY: demo build test lint certify bench clean set-up set-up-test

demo: build
	.build/release/broadsheet demo

build: set-up
	swift build $(RELEASE) --product broadsheet

test: set-up-test
	swift build --build-tests $(CHECKS)
	BROADSHEET_TEST_SERVERS=required scripts/test-servers run swift test --skip-build $(CHECKS)

lint:
	scripts/lint

certify: set-up
	@swift run $(RELEASE) Certify $(NIST)

bench: build
	bench/run

clean:
	swift package clean
	git clean -qfdX output bench

set-up:
	@scripts/set-up

set-up-test:
	@scripts/set-up test
