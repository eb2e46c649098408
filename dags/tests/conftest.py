"""An Airflow of its own for the tests: home and database in a temporary folder, no examples, no server."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
DAGS = REPO / "dags"

# Before anything imports Airflow: it reads its configuration at import.
_HOME = tempfile.mkdtemp(prefix="platelake-airflow-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("AIRFLOW")]:
    del os.environ[_name]
os.environ.update(
    AIRFLOW_HOME=_HOME,
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__CORE__UNIT_TEST_MODE="False",
    AIRFLOW__CORE__PARALLELISM="2",
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=f"sqlite:///{_HOME}/airflow.db",
    AIRFLOW__LOGGING__BASE_LOG_FOLDER=f"{_HOME}/logs",
    AIRFLOW__USAGE_DATA_COLLECTION__ENABLED="False",
)
sys.path.insert(0, str(DAGS))


@pytest.fixture(scope="session")
def airflow_db():
    from airflow.utils.db import initdb

    initdb()


@pytest.fixture(scope="session")
def dag_bag(airflow_db):
    from airflow.dag_processing.dagbag import DagBag

    return DagBag(DAGS)


@pytest.fixture
def cli(tmp_path, monkeypatch):
    """A fake CLI, configured as the one that tasks call."""
    from fake_cli import FakeCli

    folder = tmp_path / "cli"
    folder.mkdir()
    fake = FakeCli(folder)
    monkeypatch.setenv("PLATELAKE_BIN", str(fake.path))
    monkeypatch.setenv("PLATELAKE_LAKE", "/srv/lake")
    return fake
