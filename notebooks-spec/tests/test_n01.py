"""N01 executed: on facts made by hand against numbers made by hand, and on a demo lake against a second reading."""

import csv
import json
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import run

OUTPUT = "reads_and_hits_by_day.csv"
WANTED = {("reads_kept", False), ("hits", False), ("alerts", False), ("distinct_vehicles", True)}


def test_values_suppression_and_selection(lake_of, tmp_path):
    lake = lake_of("""
        2026-03-01 criminal cam-1 - reads_kept 700
        2026-03-01 criminal cam-2 - reads_kept 500
        2026-03-01 criminal cam-1 - distinct_vehicles 600
        2026-03-01 criminal cam-2 - distinct_vehicles 450
        2026-03-01 criminal - - distinct_vehicles 900
        2026-03-01 criminal cam-3 - excluded 55
        2026-03-01 criminal cam-1 wa_dol hits 12
        2026-03-01 criminal cam-1 ncic hits 5
        2026-03-01 criminal cam-2 ncic hits 3
        2026-03-01 criminal cam-1 wa_dol alerts 3
        2026-03-02 criminal cam-1 - reads_kept 800
        2026-03-02 criminal - - distinct_vehicles 600
        2026-03-02 criminal cam-1 wa_dol hits 15
        2026-03-02 criminal cam-1 wa_dol alerts 14
        2026-03-03 criminal cam-1 - reads_kept 400
        2026-03-03 criminal - - distinct_vehicles 300
        2026-03-03 criminal cam-1 wa_dol alerts 0
        2026-03-01 parking cam-9 - reads_kept 90
        2026-03-01 parking - - distinct_vehicles 4
        2026-03-02 parking cam-9 - reads_kept 60
        2026-03-02 parking - - distinct_vehicles 50
        2026-03-03 parking cam-9 - reads_kept 80
        2026-03-03 parking - - distinct_vehicles 70
    """)
    run.run("N01", {"lake": str(lake)}, tmp_path / "out")
    assert (tmp_path / "out" / OUTPUT).read_text().splitlines() == [
        "date,agency_id,purpose,metric,value,status",
        "2026-03-01,city-2,criminal,alerts,,suppressed",
        "2026-03-01,city-2,criminal,distinct_vehicles,900,shown",
        "2026-03-01,city-2,criminal,hits,20,shown",
        "2026-03-01,city-2,criminal,reads_kept,1200,shown",
        "2026-03-01,city-2,parking,distinct_vehicles,,suppressed",
        "2026-03-01,city-2,parking,reads_kept,,suppressed",
        "2026-03-02,city-2,criminal,alerts,,suppressed",
        "2026-03-02,city-2,criminal,distinct_vehicles,600,shown",
        "2026-03-02,city-2,criminal,hits,15,shown",
        "2026-03-02,city-2,criminal,reads_kept,800,shown",
        "2026-03-02,city-2,parking,distinct_vehicles,,suppressed",
        "2026-03-02,city-2,parking,reads_kept,,suppressed",
        "2026-03-03,city-2,criminal,alerts,0,shown",
        "2026-03-03,city-2,criminal,distinct_vehicles,300,shown",
        "2026-03-03,city-2,criminal,reads_kept,400,shown",
        "2026-03-03,city-2,parking,distinct_vehicles,70,shown",
        "2026-03-03,city-2,parking,reads_kept,80,shown",
    ]


def test_days_can_be_chosen_on_the_command_line(lake_of, tmp_path, capsys):
    lake = lake_of("\n".join(f"2026-03-0{day} criminal - - distinct_vehicles {day}00" for day in range(1, 5)))
    given = ["N01", "--lake", str(lake), "--out", str(tmp_path / "out")]
    assert run.main([*given, "-p", "first_day=2026-03-02", "-p", "last_day=2026-03-03"]) == 0
    assert [row["value"] for row in released(tmp_path / "out")] == ["200", "300"]
    assert capsys.readouterr().out == f"{tmp_path}/out/N01-reads-and-hits-by-day.ipynb\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["N01", "--lake", "/x", "-p", "first_day=yesterday"], "N01: parameter first_day: 'yesterday' is not a 'date'"),
        (["N01", "--lake", "/x", "-p", "camera=1"], "Additional properties are not allowed ('camera' was unexpected)"),
        (["N01", "--lake", ""], "parameter lake: '' should be non-empty"),
        (["N99", "--lake", "/x"], "N99: 0 notebooks named N99-*.md"),
    ],
)
def test_wrong_usage(arguments, message, tmp_path, capsys):
    assert run.main([*arguments, "--out", str(tmp_path / "out")]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_lake_that_is_not_there_fails(tmp_path, capsys):
    assert run.main(["N01", "--lake", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 1
    assert "N01 failed: CellExecutionError; see the copy in" in capsys.readouterr().err


def test_demo_lake(demo, tmp_path):
    executed = run.run("N01", {"lake": str(demo / "lake")}, tmp_path / "out")
    expected = totals(demo / "lake")
    rows = released(tmp_path / "out")
    assert {(row["date"], row["purpose"], row["metric"]) for row in rows} == set(expected)
    shown = [row for row in rows if row["status"] == "shown"]
    assert shown
    for row in shown:
        value = expected[row["date"], row["purpose"], row["metric"]]
        assert int(row["value"]) == value
        assert value == 0 or value >= 10
    assert {row["value"] for row in rows if row["status"] != "shown"} <= {""}
    text = executed.read_text()
    plates = planted(demo)
    assert len(plates) > 100
    assert [plate for plate in plates if plate in text] == []


def released(out: Path) -> list[dict[str, str]]:
    with (out / OUTPUT).open(newline="") as file:
        return list(csv.DictReader(file))


def totals(lake: Path) -> dict[tuple[str, str, str], int]:
    """The same figures without delta-rs and without the notebook: the log replayed, each Parquet file read."""
    live: set[str] = set()
    for commit in sorted((lake / "daily_facts/_delta_log").glob("*.json")):
        for line in commit.read_text().splitlines():
            action = json.loads(line)
            if "add" in action:
                live.add(action["add"]["path"])
            if "remove" in action:
                live.discard(action["remove"]["path"])
    found: dict[tuple[str, str, str], int] = defaultdict(int)
    for path in live:
        for row in pq.read_table(lake / "daily_facts" / path).to_pylist():
            all_cameras = row["camera_id"] is None
            if (row["metric"], all_cameras) in WANTED:
                found[str(row["date"]), row["purpose"], row["metric"]] += row["value"]
    return dict(found)


def planted(demo: Path) -> set[str]:
    """Every plate that the generator wrote or meant, as text."""
    [truth] = demo.rglob("truth.jsonl")
    records = map(json.loads, truth.read_text().splitlines())
    return {record[key] for record in records for key in ("plate", "true_plate") if len(record.get(key, "")) > 4}
