"""Paths for the tests, and the lake that a notebook runs on."""

import os
import subprocess
import sys
from datetime import date, datetime, timezone
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import write_deltalake

ROOT = Path(__file__).resolve().parents[1]
REPO = ROOT.parent
sys.path[:0] = [str(ROOT), str(ROOT / "lib")]

FACTS = pa.schema(
    [
        pa.field("date", pa.date32(), nullable=False),
        pa.field("agency_id", pa.string(), nullable=False),
        pa.field("purpose", pa.string(), nullable=False),
        pa.field("camera_id", pa.string()),
        pa.field("list_id", pa.string()),
        pa.field("metric", pa.string(), nullable=False),
        pa.field("value", pa.int64(), nullable=False),
        pa.field("computed_at", pa.timestamp("us", "UTC"), nullable=False),
    ]
)


@pytest.fixture
def lake_of(tmp_path):
    """Makes a lake with a table of daily facts from lines `date purpose camera list metric value`, `-` for null."""

    def make(lines: str) -> Path:
        rows = []
        for line in lines.strip().splitlines():
            day, purpose, camera, list_id, metric, value = line.split()
            rows.append(
                {
                    "date": date.fromisoformat(day),
                    "agency_id": "city-2",
                    "purpose": purpose,
                    "camera_id": None if camera == "-" else camera,
                    "list_id": None if list_id == "-" else list_id,
                    "metric": metric,
                    "value": int(value),
                    "computed_at": datetime(2026, 3, 10, tzinfo=timezone.utc),
                }
            )
        write_deltalake(str(tmp_path / "lake/daily_facts"), pa.Table.from_pylist(rows, schema=FACTS))
        return tmp_path / "lake"

    return make


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Path:
    """Folder of a demo run: the one that PLATELAKE_DEMO names, or a small one made here by the real CLI."""
    if given := os.environ.get("PLATELAKE_DEMO"):
        return Path(given)
    binary = REPO / "bin/platelake"
    assert binary.is_file(), "bin/platelake is missing"
    folder = tmp_path_factory.mktemp("demo")
    done = subprocess.run(
        [
            str(binary),
            "--json",
            "--conf",
            str(REPO / "deploy/local/small.conf"),
            "demo",
            "--out",
            str(folder),
            "--reads",
            "20000",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return folder
