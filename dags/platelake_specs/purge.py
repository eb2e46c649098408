"""The nightly purge: plan, run, verify, check the certificate; then care of the tables."""

from datetime import timedelta

from platelake_specs.pipeline import FromTask, PipelineSpec, TaskSpec

# Planning and deleting report what they found through verify, which must run in any case.
_NONE_EXPECTED = "Unexpected finding: only verify and certificate report findings."
_DIGEST = FromTask("plan", "plan_digest")

PURGE = PipelineSpec(
    dag_id="platelake_purge",
    description="Deletes what must go tonight and proves that it is gone.",
    # After the daily pipeline, whose facts must exist before the reads go.
    cron="0 3 * * *",
    runbook="deploy/runbooks/purge.md",
    dagrun_timeout=timedelta(hours=20),
    tags=("platelake", "retention"),
    tasks=(
        TaskSpec(
            task_id="plan",
            does="Lists what must go and prints a digest over the exact set.",
            command=("purge", "plan"),
            execution_timeout=timedelta(hours=1),
            on_finding=_NONE_EXPECTED,
        ),
        TaskSpec(
            task_id="run",
            does="Copies held reads to evidence and deletes exactly the planned set; refuses any other.",
            command=("purge", "run", "--plan", _DIGEST),
            execution_timeout=timedelta(hours=6),
            on_finding=_NONE_EXPECTED,
        ),
        TaskSpec(
            task_id="verify",
            does="Reads files and logs without the deleting code and writes the certificate.",
            command=("purge", "verify", "--plan", _DIGEST),
            execution_timeout=timedelta(hours=3),
            on_finding="PURGE NOT PROVEN: the verification found what should be gone. Page somebody.",
        ),
        TaskSpec(
            task_id="certificate",
            does="Checks the certificate and its hash chain, as an outsider would.",
            command=("purge", "check", FromTask("verify", "certificate")),
            execution_timeout=timedelta(minutes=10),
            on_finding="CERTIFICATE BROKEN: a hash does not follow from the one before. Page somebody.",
        ),
        TaskSpec(
            task_id="care",
            does="Puts small files of ledgers together and removes replaced files: nights cost the same for years.",
            command=("care",),
            execution_timeout=timedelta(hours=2),
            on_finding="Unexpected finding: care reports none.",
        ),
    ),
)
