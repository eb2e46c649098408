"""The daily pipeline: land what waits, match it, match new list entries, take passes together, compute the facts."""

from datetime import timedelta

from platelake_specs.pipeline import BEGIN, FromTask, PipelineSpec, TaskSpec

# Lists one `land` command per feed that has files.
WAITING = "waiting"
# Lists the windows before this one of which reads landed tonight.
LATE = "late"
_WINDOW = FromTask(BEGIN, "window")
_EARLIER = FromTask(BEGIN, "earlier")
# Lists loaded since the window began: a night that failed is made good by the next, as it is for late reads.
_CHANGED_SINCE = FromTask(BEGIN, "changed_since")

DAILY = PipelineSpec(
    dag_id="platelake_daily",
    description=(
        "Lands the inbox, matches the last complete days, looks for new list entries among earlier reads,"
        " takes passes together, computes the lasting facts."
    ),
    cron="15 1 * * *",
    runbook="deploy/runbooks/daily.md",
    dagrun_timeout=timedelta(hours=20),
    tags=("platelake", "daily"),
    tasks=(
        TaskSpec(
            task_id="land",
            does="Lands the waiting files of one feed; a file landed before adds nothing.",
            for_each=WAITING,
            execution_timeout=timedelta(hours=6),
            on_finding="Landed and accounted for, but an unusual share was quarantined, refused or repeated.",
        ),
        TaskSpec(
            task_id="match",
            does="Matches the reads of the window against the hot lists in force.",
            command=("match", "--window", _WINDOW),
            execution_timeout=timedelta(hours=3),
            on_finding="Matched, but a hot list is overdue or waits for approval: its matches are missing.",
            # Lists change while no read arrives: a night without files is matched all the same.
            trigger_rule="none_failed",
        ),
        TaskSpec(
            task_id="match_retained",
            does="Looks for entries that are new or changed among the retained reads from before the window.",
            command=("match", "--retained", "--window", _EARLIER, "--since", _CHANGED_SINCE),
            execution_timeout=timedelta(hours=3),
            on_finding="Matched, but a hot list is overdue or waits for approval: its new entries are missing.",
        ),
        TaskSpec(
            task_id="passes",
            does="Takes the reads of one vehicle passing one camera together, beside the reads.",
            command=("passes", "--window", _WINDOW),
            execution_timeout=timedelta(hours=2),
            on_finding="Taken together, but an agency was passed over: its policy has no rules of matching.",
        ),
        TaskSpec(
            task_id="facts",
            does="Replaces the daily facts of the window.",
            command=("facts", "--window", _WINDOW),
            execution_timeout=timedelta(hours=2),
            on_finding="Unexpected finding: facts report none.",
        ),
        *(
            TaskSpec(
                task_id=f"{job}_late",
                does=f"Runs {job} for earlier days of which reads came tonight, from a mobile unit for instance.",
                command=(job, "--window"),
                for_each=LATE,
                execution_timeout=timedelta(hours=3),
                on_finding=f"As for {job}.",
            )
            for job in ("match", "passes", "facts")
        ),
    ),
)
