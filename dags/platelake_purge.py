"""Airflow DAG of the nightly purge; what it does is in `platelake_specs.purge`."""

from airflow.sdk import CronTriggerTimetable, task

from platelake_dag import BEGIN_ARGS, add_tasks, empty_dag
from platelake_specs.instants import iso
from platelake_specs.purge import PURGE

with empty_dag(PURGE, CronTriggerTimetable(PURGE.cron, timezone="UTC")) as purge:

    @task(**BEGIN_ARGS)
    def begin(dag_run=None) -> dict:
        """Fixes the now of the run: the instant for which it was scheduled or triggered.

        Not the logical date: whoever triggers a run may set that to a future day, and the purge would
        delete ahead of its time. A run never starts before its `run_after`.
        """
        return {"as_of": iso(dag_run.run_after)}

    add_tasks(PURGE, begin())
