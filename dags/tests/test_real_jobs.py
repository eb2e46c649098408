"""The DAGs with the real jobs, in the order of their nights: a day lands, three weeks later it is purged."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import real_lake
from conftest import REPO
from runs import handed_over, states


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    made = real_lake.make(REPO, tmp_path_factory.mktemp("real"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in made.environment().items():
            patch.setenv(name, value)
        yield made


@pytest.fixture(scope="module")
def landed(real, dag_bag):
    return dag_bag.dags["platelake_daily"].test(run_conf={"first_day": str(real.start)})


@pytest.fixture(scope="module")
def purge_night(real):
    # 21 days after the first day: what was captured on it and, with the horizon, the day after must go. At midnight,
    # so that no quarantined record (seven days from landing) is overdue by more than the guard of the policy allows.
    return real.midnight(21)


@pytest.fixture(scope="module")
def before(real, landed):
    return dates(real.live_files("reads"))


@pytest.fixture(scope="module")
def purged(before, purge_night, dag_bag):
    return dag_bag.dags["platelake_purge"].test(run_after=purge_night, logical_date=purge_night)


def dates(files):
    return {part.removeprefix("date=") for path in files for part in Path(path).parts if part.startswith("date=")}


def test_the_daily_run_lands_matches_and_counts(real, landed):
    assert set(states(landed).values()) == {"success"}
    counts = handed_over(landed)
    land = counts["land"]["counts"]
    assert land["records"] == sum(land[kind] for kind in ("kept", "excluded", "refused", "duplicate", "quarantined"))
    truth = (real.generated / "truth.jsonl").read_text().count('"outcome":"kept"')
    assert abs(land["kept"] - truth) <= truth * 0.01
    assert counts["facts"]["counts"]["facts"] > 0
    assert str(real.start) in dates(real.live_files("reads"))


def test_the_purge_takes_exactly_the_days_that_are_due(real, before, purged):
    # Late uploads bring a few reads of days before the first.
    due = {day for day in before if day <= str(real.start + timedelta(days=1))}
    assert {str(real.start), str(real.start + timedelta(days=1))} <= due < before
    assert states(purged) == dict.fromkeys(["begin", "plan", "run", "verify", "certificate", "care"], "success")
    assert dates(real.live_files("reads")) == before - due
    assert real.files("reads") == real.live_files("reads")
    assert due.isdisjoint(dates(real.files("hits") | real.files("quarantine")))


def test_its_certificate_holds_and_a_changed_one_does_not(real, purged, purge_night, tmp_path):
    certificate = Path(handed_over(purged)["verify"]["certificate"])
    real.call("purge", "check", str(certificate))
    body = certificate.read_text()
    assert json.loads(body)
    forged = tmp_path / certificate.name
    shutil.copy(certificate, forged)
    forged.write_text(body.replace(str(purge_night.date()), str(purge_night.date() + timedelta(days=1))))
    assert forged.read_text() != body
    real.call("purge", "check", str(forged), code=4)


def test_a_real_certificate_is_signed_and_anchored(real, purged):
    certificates, home = real.lake / "certificates", real.lake.parent
    trusted = ["--public-key", str(home / "signing.pem.pub"), "--anchor", str(home / "anchor.txt")]
    script = REPO / "deploy/check-certificates.py"
    done = subprocess.run([sys.executable, script, certificates, *trusted], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "1 certificates hold, 1 key(s) trusted\n")
    real.call("purge", "check", str(certificates), *trusted)


def test_the_next_night_has_nothing_to_purge_and_proves_it(purged, purge_night, dag_bag):
    later = purge_night + timedelta(minutes=30)
    run = dag_bag.dags["platelake_purge"].test(run_after=later, logical_date=later)
    assert set(states(run).values()) == {"success"}
    assert handed_over(run)["plan"]["plan_digest"] != handed_over(purged)["plan"]["plan_digest"]


@pytest.mark.long
def test_a_digest_of_no_plan_deletes_nothing(real, purged, purge_night):
    before = real.live_files("reads")
    real.call("purge", "run", "--plan", "0" * 64, as_of=purge_night + timedelta(hours=1), code=2)
    assert real.live_files("reads") == before


@pytest.mark.long
def test_a_stale_plan_is_refused_and_deletes_nothing(real, purged, purge_night):
    planned = real.call("purge", "plan", as_of=purge_night + timedelta(days=1))
    before = real.live_files("reads")
    digest = planned["details"]["plan_digest"]
    real.call("purge", "run", "--plan", digest, as_of=purge_night + timedelta(days=3), code=3)
    assert planned["counts"]["rows"] > 0
    assert real.live_files("reads") == before


def test_no_plate_reached_airflow(real, purged):
    home = Path(os.environ["AIRFLOW_HOME"])
    kept = b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())
    plates = real.plates()
    assert len(plates) > 100
    assert b"platelake_purge" in kept
    assert [plate for plate in plates if plate.encode() in kept] == []


def test_the_runbooks_name_only_commands_that_exist():
    named = set()
    for page in sorted((REPO / "deploy").rglob("*.md")):
        for words in re.findall(r"`(?:platelake )?(?:--lake URI )?((?:[a-z]+ ?)+)", page.read_text()):
            first = words.split()[0]
            if first in ("purge", "land", "match", "passes", "facts", "hotlist", "status", "init", "cameras", "zones"):
                named.add(tuple(words.split()[:2]))
    assert {("purge", "plan"), ("purge", "check"), ("status",), ("hotlist", "load")} <= named
    for words in sorted(named):
        done = subprocess.run([REPO / "bin/platelake", *words, "--help"], capture_output=True, text=True)
        assert done.returncode == 0, words
        assert f"platelake {' '.join(words)}" in done.stdout, words
