"""Turns a pipeline specification into an Airflow DAG."""

from datetime import timedelta
from typing import Any

from airflow.sdk import DAG, Param, WeightRule, XComArg, chain
from airflow.sdk.bases.timetable import BaseTimetable
from jinja2 import StrictUndefined

from platelake_operator import PlatelakeOperator
from platelake_specs.pipeline import BEGIN, LAKE_POOL, Argument, PipelineSpec, TaskSpec

# Tasks of a few lines of Python. `begin` waits for the slot like all others, but behind runs that have begun.
SHORT_ARGS: dict[str, Any] = {
    "pool": LAKE_POOL,
    "priority_weight": 10,
    "execution_timeout": timedelta(minutes=10),
    "retries": 3,
    "retry_delay": timedelta(minutes=5),
}
BEGIN_ARGS: dict[str, Any] = {**SHORT_ARGS, "task_id": BEGIN, "priority_weight": 1}


def empty_dag(spec: PipelineSpec, schedule: BaseTimetable, params: dict[str, Param] | None = None) -> DAG:
    """The DAG of `spec` without tasks."""
    return DAG(
        dag_id=spec.dag_id,
        description=spec.description,
        doc_md=_doc(spec),
        schedule=schedule,
        catchup=spec.catchup,
        max_active_runs=spec.max_active_runs,
        dagrun_timeout=spec.dagrun_timeout,
        tags=list(spec.tags),
        params=params,
        # A value that an earlier task did not hand over must stop the task, not become an empty argument.
        template_undefined=StrictUndefined,
        default_args={"owner": spec.owner, "weight_rule": WeightRule.ABSOLUTE},
    )


def add_tasks(spec: PipelineSpec, begin: XComArg, *lists: XComArg) -> None:
    """Adds the tasks of `spec` behind `begin`, which hands over `as_of`; each of the `lists` before its first use."""
    by_id = {each.operator.task_id: each for each in lists}
    steps: list[Any] = [begin]
    for task in spec.tasks:
        if task.for_each and by_id[task.for_each] not in steps:
            steps.append(by_id[task.for_each])
        steps.append(_task(spec, task, by_id))
    chain(*steps)


def _task(spec: PipelineSpec, task: TaskSpec, lists: dict[str, XComArg]) -> Any:
    common = {
        "task_id": task.task_id,
        "as_of": _template(BEGIN, "as_of"),
        "on_finding": task.on_finding,
        "runbook": spec.runbook,
        "doc_md": task.does,
        "retries": task.retries,
        "retry_delay": task.retry_delay,
        "execution_timeout": task.execution_timeout,
        "pool": task.pool,
        "priority_weight": task.priority_weight,
        "trigger_rule": task.trigger_rule,
    }
    if not task.for_each:
        return PlatelakeOperator(command=[_argument(word) for word in task.command], **common)
    # One at a time: each is a JVM, and all of them append to the same tables.
    mapped = PlatelakeOperator.partial(max_active_tis_per_dagrun=1, **common)
    each, command = lists[task.for_each], list(task.command)
    return mapped.expand(command=each.map(lambda last: [*command, last]) if command else each)


def _argument(word: Argument) -> str:
    return word if isinstance(word, str) else _template(word.task_id, word.key)


def _template(task_id: str, key: str) -> str:
    return f"{{{{ ti.xcom_pull(task_ids='{task_id}')['{key}'] }}}}"


def _doc(spec: PipelineSpec) -> str:
    rows = "\n".join(f"- **{task.task_id}**: {task.does} Exit 4: {task.on_finding}" for task in spec.tasks)
    return f"{spec.description}\n\n{rows}\n\nRunbook: `{spec.runbook}`\n"
