"""Runs one command of the platelake CLI as an Airflow task."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from airflow.sdk import BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException

from platelake_specs.exit_codes import ExitCode, retry_may_help
from platelake_specs.run_record import UnreadableRecord, summary
from platelake_specs.settings import Settings

_MEANING = {
    ExitCode.FAILED: "failed",
    ExitCode.USAGE: "was called wrongly",
    ExitCode.REFUSED: "was refused by a policy or guard",
}
_GRACE_SECONDS = 20


class PlatelakeOperator(BaseOperator):
    """`command` follows the global options; `as_of` is the now of the whole run, fixed by its first task.

    Progress on stderr goes to the task log, the run record on stdout becomes the XCom (identity, counts and
    identifiers only). Exit 1 and crashes raise what Airflow retries; 2, 3 and 4 what it does not.
    """

    template_fields: Sequence[str] = ("as_of", "command")

    def __init__(self, *, as_of: str, command: Sequence[str], on_finding: str, runbook: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.as_of = as_of
        self.command = command
        self.on_finding = on_finding
        self.runbook = runbook
        self._process: subprocess.Popen | None = None

    def execute(self, context: Any) -> dict[str, Any]:
        """Runs the command to its end and answers with the short run record."""
        try:
            argv = Settings.read(os.environ).argv(self.as_of, list(self.command))
        except ValueError as error:
            raise AirflowFailException(str(error)) from None
        if not all(argv):
            raise AirflowFailException(f"an argument of {self.task_id} is empty: an earlier task gave no value")
        code, stdout = self._run(argv)
        record = self._record(stdout, required=code == ExitCode.DONE)
        if code == ExitCode.DONE:
            return record
        if record:  # also a refusal is evidence: keep its run id and counts
            context["ti"].xcom_push(key="run_record", value=record)
        raise self._failure(code)

    def on_kill(self) -> None:
        """Stops the job: the whole process group, politely first."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        with suppress(ProcessLookupError):  # it may end by itself meanwhile
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(_GRACE_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def _run(self, argv: list[str]) -> tuple[int, bytes]:
        # A scratch folder, because Spark leaves files where it stands; no scheduler secrets for the job.
        env = {name: value for name, value in os.environ.items() if "AIRFLOW" not in name}
        with tempfile.TemporaryDirectory(prefix="platelake-") as folder, tempfile.TemporaryFile() as stdout:
            try:
                self._process = subprocess.Popen(
                    argv,
                    stdin=subprocess.DEVNULL,
                    stdout=stdout,
                    stderr=subprocess.PIPE,
                    cwd=folder,
                    env=env,
                    text=True,
                    errors="replace",
                    start_new_session=True,
                )
            except OSError as error:
                raise AirflowFailException(f"cannot start PLATELAKE_BIN {argv[0]}: {error.strerror}") from None
            try:
                for line in self._process.stderr:
                    self.log.info("%s", line.rstrip())
                code = self._process.wait()
            finally:
                self.on_kill()
            stdout.seek(0)
            return code, stdout.read()

    def _record(self, stdout: bytes, *, required: bool) -> dict[str, Any] | None:
        try:
            return summary(stdout)
        except UnreadableRecord as error:
            if required:
                raise AirflowFailException(f"{self.task_id} says it is done, but {error}") from None
            return None

    def _failure(self, code: int) -> AirflowException:
        if code == ExitCode.FINDING:
            return AirflowFailException(f"{self.on_finding} (exit 4; see {self.runbook})")
        meaning = _MEANING.get(code, "was stopped" if code < 0 else "crashed")
        message = f"{self.task_id} {meaning} (exit {code}; see {self.runbook})"
        return AirflowException(message) if retry_may_help(code) else AirflowFailException(message)
