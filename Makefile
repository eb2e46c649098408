# platelake. `make help` lists what a person runs.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MVN := mvn -B -ntp -q
# Maven resets colours at its end even where it has shown none.
export MAVEN_OPTS := $(MAVEN_OPTS) $(if $(MAKE_TERMOUT),,-Djansi.noreset=true)
JARS := jobs/app/target/platelake.jar
OUT ?= demo
READS ?=
PYTHON ?= python3
SOURCES := $(shell find pom.xml jobs/*/pom.xml jobs/*/src/main schemas deploy/spark-defaults.conf -type f 2>/dev/null)

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

tools:
	@deploy/local/check-tools

build: $(JARS) ## build the jobs, so that bin/platelake works

$(JARS): $(SOURCES)
	@$(MAKE) --no-print-directory tools
	@echo "Building the jobs (the first time Maven fetches about 300 MB)."
	@$(MVN) package -DskipTests -pl jobs/city -am
	@touch $(JARS)
	@deploy/local/class-data-archive

# A month is little work: compiling less of it takes less time.
demo: build ## a made-up month through every job; OUT=folder READS=number
	@PLATELAKE_JAVA_OPTS="-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m" bin/platelake --conf deploy/local/small.conf demo --out $(OUT) $(if $(READS),--reads $(READS))

test: tools .venv-dags/ok .venv-notebooks/ok ## every test but the long ones
	@deploy/local/test

test-unit: tools ## the tests without Spark and processes: the rules
	@$(MVN) test -T 2 -Dtests.excluded=long,lake,process

mutation: tools ## changes the rules of core one by one and asks whether a test notices
	@$(MVN) test-compile org.pitest:pitest-maven:mutationCoverage -Pmutation -pl jobs/core

test-long: tools mutation .venv-dags/ok ## the suites that take longer; run them before calling work done
	$(MVN) verify -Dtests.excluded= -Dtests.groups=long
	.venv-dags/bin/python -m pytest -q -m long dags/tests

bench: build ## our jobs beside DuckDB and others: WORK=land|match|retained|search|agencies|statewide|access|audit|quality|year|ledgers|all READS=number HEAP=8g
	@$(MVN) package dependency:copy-dependencies -Ppeers -DskipTests -DincludeGroupIds=org.duckdb -DoutputDirectory=target/peers -pl jobs/bench -am
	@mapfile -t options < <(grep -vE '^(#|$$)' deploy/local/jvm.options); \
	  java "$${options[@]}" -Xmx$(or $(HEAP),8g) -cp "jobs/bench/target/classes:jobs/city/target/platelake-city.jar:jobs/app/target/platelake.jar:jobs/app/target/lib/*:jobs/bench/target/peers/*" \
	  io.platelake.bench.Bench $(or $(WORK),all) $(or $(READS),10000000) schemas/policies/wa-city.yaml jobs/bench/target/bench.json $(or $(NIGHTS),365) $(or $(FEEDS),3)

schemas: tools ## write tables.sql, DICTIONARY.md, REQUIREMENTS.md, DENIALS.md, DETECTORS.md, FEEDS.md, HOTLISTS.md, MAPPING.md, FILES.md, REASONS.md and the JSON schemas in schemas/
	@$(MVN) test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -pl jobs/city -am
	@java -cp "jobs/lake/target/classes:$$(< jobs/lake/target/classpath.txt)" io.platelake.lake.contract.SchemaFiles schemas
	@java -cp "jobs/core/target/test-classes:$$(< jobs/core/target/classpath.txt)" \
	  io.platelake.core.requirement.RequirementFiles schemas
	@java -cp "jobs/core/target/test-classes:jobs/core/target/classes:$$(< jobs/core/target/classpath.txt)" \
	  io.platelake.core.feed.FeedFiles schemas
	@java -cp "jobs/core/target/test-classes:jobs/core/target/classes:$$(< jobs/core/target/classpath.txt)" \
	  io.platelake.core.mapping.MappingFile schemas
	@java -cp "jobs/core/target/test-classes:jobs/core/target/classes:$$(< jobs/core/target/classpath.txt)" \
	  io.platelake.core.hotlist.HotlistFiles schemas
	@java -Dbasedir=jobs/core -cp "jobs/core/target/test-classes:jobs/core/target/classes:$$(< jobs/core/target/classpath.txt)" \
	  io.platelake.core.page.PageFiles schemas
	@java -cp "jobs/app/target/test-classes:$$(< jobs/app/target/classpath.txt):jobs/app/target/classes" \
	  io.platelake.app.cli.RunRecordFile schemas
	@java -cp "jobs/city/target/test-classes:jobs/city/target/classes:$$(< jobs/city/target/classpath.txt)" \
	  io.platelake.city.department.DetectorsPage schemas

format: tools ## format the Java and Python code
	@$(MVN) spotless:apply
	@if [ -x .venv-dags/bin/ruff ]; then .venv-dags/bin/ruff format -q dags notebooks-spec; fi

.venv-dags/ok: dags/requirements/airflow.lock
	@deploy/local/python-env .venv-dags dags/requirements/airflow.lock

.venv-notebooks/ok: notebooks-spec/requirements.lock
	@deploy/local/python-env .venv-notebooks notebooks-spec/requirements.lock

clean: ## remove everything that was built
	@rm -rf jobs/*/target .venv-dags .venv-notebooks

.PHONY: help tools build demo test test-unit test-long mutation bench schemas format clean
