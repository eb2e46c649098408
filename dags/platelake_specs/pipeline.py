"""The shape of a scheduled pipeline: tasks in a row, each one command of the platelake CLI."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

# One slot: two jobs that rewrite the same Delta tables would conflict, and a purge plan would go stale.
LAKE_POOL = "platelake_lake"
BEGIN = "begin"

_TASK_ID = re.compile(r"[a-z][a-z_]*")
_PERSONAL = re.compile(r"plate(?!lake)|vin|owner|case|person", re.IGNORECASE)


@dataclass(frozen=True)
class FromTask:
    """An argument that an earlier task of the same run hands over: `key` of its XCom."""

    task_id: str
    key: str


Argument = str | FromTask


@dataclass(frozen=True)
class TaskSpec:
    """One CLI command: `command` follows the global options; timeouts and delays are wall clock.

    `for_each` names the helper task that hands over a list; the task then runs once per element, which is the
    whole command, or the last argument of `command`. `on_finding` is what exit 4 means here, in a sentence for the
    person on call.
    """

    task_id: str
    does: str
    execution_timeout: timedelta
    on_finding: str
    command: tuple[Argument, ...] = ()
    for_each: str = ""
    retries: int = 3
    retry_delay: timedelta = timedelta(minutes=5)
    pool: str = LAKE_POOL
    # Above the weight of `begin`: a run that has begun keeps the one slot until it is through.
    priority_weight: int = 10
    trigger_rule: str = "all_success"

    def __post_init__(self) -> None:
        if not _TASK_ID.fullmatch(self.task_id) or self.task_id == BEGIN:
            raise ValueError(f"task id {self.task_id!r} is not a lower-case word other than {BEGIN!r}")
        if not self.command and not self.for_each:
            raise ValueError(f"{self.task_id}: give a command, for_each, or both")
        if self.execution_timeout <= timedelta(0) or self.retries < 1:
            raise ValueError(f"{self.task_id}: needs a positive timeout and at least one retry")
        for word in self.command:
            if isinstance(word, str) and word.startswith("--") and _PERSONAL.search(word):
                raise ValueError(f"{self.task_id}: option {word} would put personal data in a process list")

    def references(self) -> list[FromTask]:
        """What this task needs from earlier ones."""
        return [word for word in self.command if isinstance(word, FromTask)]


@dataclass(frozen=True)
class PipelineSpec:
    """A pipeline: `begin` fixes the now of the run, then the tasks run one after the other.

    `cron` is UTC. `runbook` is a path from the repository root.
    """

    dag_id: str
    description: str
    cron: str
    runbook: str
    dagrun_timeout: timedelta
    tasks: tuple[TaskSpec, ...]
    tags: tuple[str, ...]
    owner: str = "platelake-operations"
    # Never: a missed night heals itself, because every run does all that is due at its own as_of.
    catchup: bool = field(default=False, init=False)
    max_active_runs: int = field(default=1, init=False)

    def __post_init__(self) -> None:
        known = {BEGIN}
        for task in self.tasks:
            for reference in task.references():
                if reference.task_id not in known:
                    raise ValueError(f"{self.dag_id}.{task.task_id} needs {reference.task_id}, not before it")
            if task.task_id in known:
                raise ValueError(f"{self.dag_id}: two tasks named {task.task_id}")
            known.add(task.task_id)

    def task(self, task_id: str) -> TaskSpec:
        """The task of that name."""
        return next(task for task in self.tasks if task.task_id == task_id)
