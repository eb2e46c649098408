"""Where the lake, the CLI and the feeds are: environment of the worker, read when a task runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


def _required(env: Mapping[str, str], name: str) -> str:
    value = env.get(name, "").strip()
    if not value:
        raise ValueError(f"{name} is not set in the worker's environment. See deploy/airflow/README.md")
    return value


def _absolute(env: Mapping[str, str], name: str) -> Path:
    path = Path(_required(env, name))
    if not path.is_absolute():
        raise ValueError(f"{name} must be an absolute path: tasks run in a scratch folder")
    return path


@dataclass(frozen=True)
class Settings:
    """`binary`: the CLI; `lake`: any Hadoop URI; `principal`: who the audit trail says it was."""

    binary: Path
    lake: str
    principal: str

    @classmethod
    def read(cls, env: Mapping[str, str]) -> "Settings":
        """From PLATELAKE_BIN, PLATELAKE_LAKE and PLATELAKE_PRINCIPAL (default `airflow`)."""
        lake = _required(env, "PLATELAKE_LAKE")
        if "://" not in lake and not lake.startswith("file:") and not Path(lake).is_absolute():
            raise ValueError("PLATELAKE_LAKE must be a URI or an absolute path: tasks run in a scratch folder")
        return cls(_absolute(env, "PLATELAKE_BIN"), lake, env.get("PLATELAKE_PRINCIPAL", "airflow"))

    def argv(self, as_of: str, command: list[str]) -> list[str]:
        """The process arguments of one job."""
        return [
            str(self.binary),
            *("--lake", self.lake),
            *("--as-of", as_of),
            *("--principal", self.principal),
            "--json",
            *command,
        ]


@dataclass(frozen=True)
class FeedFolders:
    """`feeds` has one YAML file per feed; files to land wait in the folder of `inbox` named like it."""

    feeds: Path
    inbox: Path

    @classmethod
    def read(cls, env: Mapping[str, str]) -> "FeedFolders":
        """From PLATELAKE_FEEDS and PLATELAKE_INBOX."""
        return cls(_absolute(env, "PLATELAKE_FEEDS"), _absolute(env, "PLATELAKE_INBOX"))
