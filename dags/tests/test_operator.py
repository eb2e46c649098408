"""How the operator turns answers of the command line into what Airflow does next."""

import os
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowTaskTimeout
from airflow.sdk.execution_time.timeout import timeout
from structlog.testing import capture_logs

from platelake_operator import PlatelakeOperator

AS_OF = "2026-03-10T03:00:00Z"


class Pushed:
    """The part of a task instance that the operator uses."""

    def __init__(self):
        self.values = {}

    def xcom_push(self, key, value):
        self.values[key] = value


def operator(**changes):
    given = {
        "command": ["purge", "run"],
        "as_of": AS_OF,
        "on_finding": "Found it.",
        "runbook": "deploy/runbooks/x.md",
    }
    return PlatelakeOperator(task_id="run", execution_timeout=timedelta(minutes=1), **{**given, **changes})


def execute(task, pushed=None):
    # What the task runner calls; the wrapper around it only guards against calls from DAG files.
    return PlatelakeOperator.execute.__wrapped__(task, {"ti": pushed or Pushed()})


def test_done_returns_the_short_record_and_passes_the_whole_command_line(cli):
    assert execute(operator())["counts"] == {"rows": 7}
    [call] = cli.calls()
    assert call["argv"] == [
        *("--lake", "/srv/lake", "--as-of", AS_OF, "--principal", "airflow", "--json"),
        *("purge", "run"),
    ]


def test_progress_goes_to_the_log_and_the_record_does_not(cli):
    cli.answers(purge=[{"stdout": '{"counts": {"rows": 3}, "details": {"secret": "ROW VALUE"}}'}])
    with capture_logs() as logged:
        record = execute(operator())
    assert "progress of purge run" in str(logged)
    assert "ROW VALUE" not in str(logged) + str(record)


def test_the_job_gets_a_scratch_folder_and_no_secrets_of_the_scheduler(cli, monkeypatch):
    monkeypatch.setenv("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", "secret")
    monkeypatch.setenv("_AIRFLOW__SECRET", "secret")
    execute(operator())
    [call] = cli.calls()
    assert [name for name in call["env"] if "AIRFLOW" in name] == []
    assert not Path(call["cwd"]).exists()


@pytest.mark.parametrize(
    ("code", "retried", "message"),
    [
        (1, True, "run failed (exit 1; see deploy/runbooks/x.md)"),
        (2, False, "run was called wrongly (exit 2; see deploy/runbooks/x.md)"),
        (3, False, "run was refused by a policy or guard (exit 3; see deploy/runbooks/x.md)"),
        (4, False, "Found it. (exit 4; see deploy/runbooks/x.md)"),
        (137, True, "run crashed (exit 137; see deploy/runbooks/x.md)"),
    ],
)
def test_exit_codes(cli, code, retried, message):
    cli.answers(purge=[{"exit": code}])
    pushed = Pushed()
    with pytest.raises(AirflowException) as error:
        execute(operator(), pushed)
    assert str(error.value) == message
    assert isinstance(error.value, AirflowFailException) is not retried
    assert pushed.values["run_record"]["counts"] == {"rows": 7}


def test_a_failure_without_record_is_told_by_its_code_alone(cli):
    cli.answers(purge=[{"exit": 1, "stdout": ""}])
    pushed = Pushed()
    with pytest.raises(AirflowException, match="run failed"):
        execute(operator(), pushed)
    assert pushed.values == {}


def test_done_without_a_record_is_not_done(cli):
    cli.answers(purge=[{"stdout": "all fine"}])
    with pytest.raises(AirflowFailException, match="says it is done, but stdout is not one JSON object"):
        execute(operator())


@pytest.mark.parametrize("name", ["PLATELAKE_BIN", "PLATELAKE_LAKE"])
def test_missing_configuration_is_not_retried(cli, monkeypatch, name):
    monkeypatch.delenv(name)
    with pytest.raises(AirflowFailException, match=f"{name} is not set"):
        execute(operator())


def test_a_binary_that_is_not_there_is_not_retried(cli, monkeypatch):
    monkeypatch.setenv("PLATELAKE_BIN", "/nowhere/platelake")
    with pytest.raises(AirflowFailException, match="cannot start PLATELAKE_BIN /nowhere/platelake: No such file"):
        execute(operator())


def test_an_empty_argument_never_reaches_the_job(cli):
    with pytest.raises(AirflowFailException, match="an argument of run is empty"):
        execute(operator(command=["purge", "run", "--plan", ""]))
    assert cli.calls() == []


def test_a_timeout_stops_the_job(cli):
    cli.answers(purge=[{"sleep": 60}])
    with pytest.raises(AirflowTaskTimeout), timeout(2):
        execute(operator())
    assert_gone(cli)


def test_a_kill_stops_the_job(cli):
    cli.answers(purge=[{"sleep": 60}])
    task, outcome = operator(), []

    def run():
        try:
            execute(task)
        except AirflowException as error:
            outcome.append(str(error))

    thread = threading.Thread(target=run)
    thread.start()
    while not cli.calls():
        time.sleep(0.05)
    task.on_kill()
    thread.join(10)
    assert outcome == ["run was stopped (exit -15; see deploy/runbooks/x.md)"]
    assert_gone(cli)


def assert_gone(cli):
    [call] = cli.calls()
    with pytest.raises(ProcessLookupError):
        os.kill(call["pid"], 0)
