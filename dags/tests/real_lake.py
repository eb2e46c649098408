"""A small lake made by the real command line, days before today, for runs of the real jobs."""

import json
import os
import subprocess
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

DAYS = 6
READS = 1200
FEED = "openalpr"
LIST = "wa-stolen"


@dataclass(frozen=True)
class RealLake:
    """`start` is the first day captured; `generated` holds the feeds, the payloads and the truth."""

    binary: Path
    lake: Path
    generated: Path
    start: date

    def call(self, *command: str, as_of: datetime | None = None, code: int = 0) -> dict:
        """Runs a command, expects its exit code, answers with its run record."""
        options = ["--lake", str(self.lake), "--principal", "test", "--json"]
        if as_of:
            options += ["--as-of", as_of.isoformat().replace("+00:00", "Z")]
        done = subprocess.run(
            [str(self.binary), *options, *command], capture_output=True, text=True, cwd=self.lake.parent
        )
        assert done.returncode == code, f"{command} ended with {done.returncode}\n{done.stderr}"
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def environment(self) -> dict[str, str]:
        """What the worker's environment says when tasks run on this lake."""
        return {
            "PLATELAKE_BIN": str(self.binary),
            "PLATELAKE_LAKE": str(self.lake),
            "PLATELAKE_FEEDS": str(self.generated / "feeds"),
            "PLATELAKE_INBOX": str(self.generated / "raw"),
            "PLATELAKE_SIGNING_KEY": str(self.lake.parent / "signing.pem"),
            "PLATELAKE_ANCHOR": str(self.lake.parent / "anchor.txt"),
        }

    def midnight(self, days: int) -> datetime:
        """UTC midnight, so many days after the first day."""
        return datetime.combine(self.start + timedelta(days=days), time(), timezone.utc)

    def plates(self) -> set[str]:
        """Every plate that was written or meant, except those too short to be told from a number."""
        records = map(json.loads, (self.generated / "truth.jsonl").read_text().splitlines())
        found = {record.get(key, "") for record in records for key in ("plate", "true_plate")}
        return {plate for plate in found if len(plate) > 4 and not plate.isdigit()}

    def live_files(self, table: str) -> set[str]:
        """Data files of the newest version, by replaying the log without the product's code."""
        live: set[str] = set()
        for commit in sorted((self.lake / table / "_delta_log").glob("*.json")):
            for action in map(json.loads, commit.read_text().splitlines()):
                if "add" in action:
                    live.add(action["add"]["path"])
                if "remove" in action:
                    live.discard(action["remove"]["path"])
        return live

    def files(self, table: str) -> set[str]:
        """Data files that lie in the folder of the table, live or not."""
        root = self.lake / table
        return {str(path.relative_to(root)) for path in root.rglob("*.parquet") if "_delta_log" not in path.parts}


def make(repo: Path, folder: Path) -> RealLake:
    """Generates, creates the lake, registers cameras, zones and the newest list; lands nothing."""
    binary = repo / "bin/platelake"
    assert os.access(binary, os.X_OK), "bin/platelake is missing: these tests need the real command line"
    start = datetime.now(timezone.utc).date() - timedelta(days=DAYS + 1)
    real = RealLake(binary, folder / "lake", folder / "generated", start)
    subprocess.run(
        [
            *(str(binary), "generate", "--out", str(real.generated), "--feeds", FEED, "--seed", "7"),
            *("--reads", str(READS), "--days", str(DAYS), "--start", str(start)),
        ],
        check=True,
    )
    real.call("purge", "key", str(folder / "signing.pem"))
    real.call("init", "--agency", "city-2", "--policy", str(repo / "schemas/policies/wa-city.yaml"))
    real.call("cameras", "load", "--agency", "city-2", str(real.generated / "cameras.csv"))
    real.call("zones", "load", "--agency", "city-2", str(real.generated / "zones.geojson"))
    newest = real.generated / f"hotlists/{LIST}-{start + timedelta(days=DAYS - 1)}.csv"
    now = datetime.now(timezone.utc).replace(microsecond=0)
    real.call(
        *("hotlist", "load", "--list", str(real.generated / f"hotlists/{LIST}.yaml")),
        *("--source-time", now.isoformat().replace("+00:00", "Z"), str(newest)),
    )
    return real
