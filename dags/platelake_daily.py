"""Airflow DAG of the daily pipeline; what it does is in `platelake_specs.daily`."""

import os
from datetime import date, datetime, timezone

from airflow.sdk import CronDataIntervalTimetable, Param, task
from airflow.sdk.exceptions import AirflowFailException

from platelake_dag import BEGIN_ARGS, SHORT_ARGS, add_tasks, empty_dag
from platelake_specs.daily import DAILY, LATE, WAITING
from platelake_specs.inbox import land_commands
from platelake_specs.instants import day_window, earlier, iso, late_windows, start
from platelake_specs.settings import FeedFolders

FIRST_DAY = Param(
    None,
    type=["null", "string"],
    format="date",
    description="UTC day from which to match and recompute again, after an outage. Default: two late days.",
)

with empty_dag(DAILY, CronDataIntervalTimetable(DAILY.cron, timezone="UTC"), {"first_day": FIRST_DAY}) as daily:

    @task(**BEGIN_ARGS)
    def begin(params=None, data_interval_end=None) -> dict:
        """Fixes the now of the run and its window.

        The now is the clock, once: the inbox holds reads of this very minute, and for an earlier now they
        would come from the future. The window ends with the last UTC day complete at the end of the data
        interval; a run without one (triggered through the API) takes the now instead.
        """
        as_of = datetime.now(timezone.utc)
        first_day = params["first_day"]
        try:
            window = day_window(data_interval_end or as_of, date.fromisoformat(first_day) if first_day else None)
        except ValueError as error:
            raise AirflowFailException(str(error)) from None
        return {
            "as_of": iso(as_of),
            "window": window,
            "earlier": earlier(window),
            "changed_since": start(window),
        }

    @task(task_id=WAITING, **SHORT_ARGS)
    def waiting() -> list[list[str]]:
        """One command for each feed that has files to land."""
        try:
            return land_commands(FeedFolders.read(os.environ))
        except ValueError as error:
            raise AirflowFailException(str(error)) from None

    @task(task_id=LATE, **SHORT_ARGS)
    def late(ti=None) -> list[str]:
        """The windows before that of the run of which reads landed tonight: they are matched and counted again."""
        landed = ti.xcom_pull(task_ids="land")
        # Of one feed it is the record itself, of several all of them.
        records = [landed] if isinstance(landed, dict) else list(landed or [])
        dates = [day for record in records if record for day in record.get("dates", [])]
        return late_windows(ti.xcom_pull(task_ids="begin")["window"], dates)

    add_tasks(DAILY, begin(), waiting(), late())
