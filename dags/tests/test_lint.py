"""Style and Airflow 3 rules, as `ruff` sees them."""

import subprocess
import sys

import pytest
from conftest import REPO


@pytest.mark.parametrize("check", [["check"], ["format", "--check"]], ids=["rules", "format"])
def test_python_is_clean(check):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *check, "--no-cache", "dags", "notebooks-spec"],
        cwd=REPO,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
