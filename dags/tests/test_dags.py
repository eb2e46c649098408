"""The DAGs as a real Airflow imports them: rules of the house, exact edges."""

import json
import re
from datetime import timedelta

import pytest
from conftest import REPO

from platelake_specs.daily import DAILY
from platelake_specs.pipeline import LAKE_POOL
from platelake_specs.purge import PURGE

PIPELINES = {"platelake_daily": DAILY, "platelake_purge": PURGE}


def test_import_clean_and_are_exactly_these(dag_bag):
    assert dag_bag.import_errors == {}
    assert set(dag_bag.dag_ids) == set(PIPELINES)


@pytest.mark.parametrize(
    ("dag_id", "edges"),
    [
        (
            "platelake_daily",
            {
                ("begin", "waiting"),
                ("waiting", "land"),
                ("land", "match"),
                ("match", "match_retained"),
                ("match_retained", "passes"),
                ("passes", "facts"),
                ("facts", "late"),
                ("late", "match_late"),
                ("late", "passes_late"),
                ("late", "facts_late"),
                ("match_late", "passes_late"),
                ("passes_late", "facts_late"),
            },
        ),
        (
            "platelake_purge",
            {
                *(("begin", "plan"), ("plan", "run"), ("run", "verify")),
                *(("verify", "certificate"), ("certificate", "care")),
            },
        ),
    ],
)
def test_edges(dag_bag, dag_id, edges):
    dag = dag_bag.dags[dag_id]
    assert {(task.task_id, after) for task in dag.tasks for after in task.downstream_task_ids} == edges


@pytest.mark.parametrize("dag_id", PIPELINES)
def test_house_rules_of_a_dag(dag_bag, dag_id):
    dag, spec = dag_bag.dags[dag_id], PIPELINES[dag_id]
    assert dag.catchup is False
    assert dag.max_active_runs == 1
    assert dag.dagrun_timeout == timedelta(hours=20)
    assert "platelake" in dag.tags
    assert dag.timetable.expression == spec.cron
    assert spec.runbook in dag.doc_md
    assert (REPO / spec.runbook).is_file()
    assert dag.template_undefined.__name__ == "StrictUndefined"


@pytest.mark.parametrize("dag_id", PIPELINES)
def test_house_rules_of_its_tasks(dag_bag, dag_id):
    for task in dag_bag.dags[dag_id].tasks:
        assert task.owner == "platelake-operations", task.task_id
        assert task.retries == 3, task.task_id
        assert timedelta(0) < task.execution_timeout <= timedelta(hours=6), task.task_id
        assert task.pool == LAKE_POOL, task.task_id
        assert task.priority_weight == (1 if task.task_id == "begin" else 10), task.task_id


def test_land_runs_one_feed_at_a_time(dag_bag):
    land = dag_bag.dags["platelake_daily"].task_dict["land"]
    assert land.is_mapped
    assert land.partial_kwargs["max_active_tis_per_dagrun"] == 1


def test_every_pool_is_delivered_with_one_slot():
    pools = json.loads((REPO / "deploy/airflow/pools.json").read_text())
    used = {task.pool for spec in PIPELINES.values() for task in spec.tasks}
    assert {name: pool["slots"] for name, pool in pools.items()} == dict.fromkeys(used, 1)


def test_the_example_environment_names_every_variable_that_is_read():
    read = set(re.findall(r"PLATELAKE_[A-Z]+", (REPO / "dags/platelake_specs/settings.py").read_text()))
    example = (REPO / "deploy/airflow/airflow.env.example").read_text()
    assert set(re.findall(r"^(PLATELAKE_[A-Z]+)=", example, re.MULTILINE)) == read


@pytest.mark.parametrize("dag_id", PIPELINES)
def test_the_runbook_speaks_of_every_task(dag_id):
    spec = PIPELINES[dag_id]
    runbook = (REPO / spec.runbook).read_text()
    assert dag_id in runbook
    for task in spec.tasks:
        assert re.search(rf"^\| (\w+, )*{task.task_id}\b", runbook, re.MULTILINE), task.task_id
