"""Whole runs of the DAGs under Airflow with a fake command line: arguments, hand-over, retries."""

from datetime import datetime, timedelta, timezone

import pytest
from runs import handed_over, states

AS_OF = "2126-03-10T03:00:00Z"
RUN_AFTER = datetime(2126, 3, 10, 3, tzinfo=timezone.utc)
COMMON = ["--lake", "/srv/lake", "--as-of", AS_OF, "--principal", "airflow", "--json"]
GOOD_PURGE = {
    "purge_plan": [{"details": {"plan_digest": "d1"}}],
    "purge_verify": [{"details": {"certificate": "/srv/lake/c.json"}}],
}


def run(dag, **arguments):
    """States by task of a run that waits for no retry."""
    for task in dag.tasks:
        if task.task_id in ("plan", "run", "verify", "certificate", "care"):
            task.retry_delay = timedelta(0)
    done = dag.test(**arguments)
    return done, states(done)


@pytest.fixture
def purge(dag_bag):
    return dag_bag.dags["platelake_purge"]


def test_purge_hands_digest_and_certificate_over_and_has_one_now(cli, purge):
    cli.answers(**GOOD_PURGE)
    done, by_task = run(purge, run_after=RUN_AFTER)
    assert done.state == "success"
    assert set(by_task.values()) == {"success"}
    assert handed_over(done)["plan"] == {
        "job": "purge plan",
        "run_id": "r",
        "as_of": "x",
        "outcome": "x",
        "policy_version": "1",
        "counts": {"rows": 7},
        "plan_digest": "d1",
    }
    assert [call["argv"] for call in cli.calls()] == [
        [*COMMON, "purge", "plan"],
        [*COMMON, "purge", "run", "--plan", "d1"],
        [*COMMON, "purge", "verify", "--plan", "d1"],
        [*COMMON, "purge", "check", "/srv/lake/c.json"],
        [*COMMON, "care"],
    ]


def test_a_logical_date_in_the_future_does_not_move_the_now_of_a_purge(cli, purge):
    cli.answers(**GOOD_PURGE)
    run(purge, run_after=RUN_AFTER + timedelta(hours=5), logical_date=RUN_AFTER + timedelta(days=400))
    assert {call["argv"][3] for call in cli.calls()} == {"2126-03-10T08:00:00Z"}


def test_a_refused_purge_is_not_retried_and_nothing_follows(cli, purge):
    cli.answers(**GOOD_PURGE, purge_run=[{"exit": 3}])
    done, by_task = run(purge, run_after=RUN_AFTER + timedelta(hours=1))
    assert done.state == "failed"
    assert by_task["run"] == "failed"
    assert by_task["verify"] == by_task["certificate"] == "upstream_failed"
    assert [call["command"] for call in cli.calls()] == ["purge plan", "purge run --plan d1"]


def test_a_failed_purge_is_retried_with_the_same_plan(cli, purge):
    cli.answers(**GOOD_PURGE, purge_run=[{"exit": 1}, {"exit": 137}, {}])
    done, _ = run(purge, run_after=RUN_AFTER + timedelta(hours=2))
    assert done.state == "success"
    assert [call["command"] for call in cli.calls()] == [
        "purge plan",
        *["purge run --plan d1"] * 3,
        "purge verify --plan d1",
        "purge check",
        "care",
    ]


def test_a_finding_of_the_verification_fails_the_run_at_once(cli, purge):
    cli.answers(**{**GOOD_PURGE, "purge_verify": [{"exit": 4}]})
    done, by_task = run(purge, run_after=RUN_AFTER + timedelta(hours=3))
    assert done.state == "failed"
    assert (by_task["verify"], by_task["certificate"]) == ("failed", "upstream_failed")
    assert len(cli.calls()) == 3


def test_a_plan_without_digest_stops_before_anything_is_deleted(cli, purge):
    cli.answers(purge_plan=[{"details": {}}])
    purge.task_dict["run"].retries = 0  # it fails while its arguments are rendered
    try:
        _, by_task = run(purge, run_after=RUN_AFTER + timedelta(hours=4))
    finally:
        purge.task_dict["run"].retries = 3
    assert by_task["run"] == "failed"
    assert [call["command"] for call in cli.calls()] == ["purge plan"]


@pytest.fixture
def inbox(tmp_path, monkeypatch):
    (tmp_path / "feeds").mkdir()
    for feed in ("east", "west"):
        (tmp_path / "feeds" / f"{feed}.yaml").write_text("")
        (tmp_path / "inbox" / feed).mkdir(parents=True)
    monkeypatch.setenv("PLATELAKE_FEEDS", str(tmp_path / "feeds"))
    monkeypatch.setenv("PLATELAKE_INBOX", str(tmp_path / "inbox"))
    return tmp_path / "inbox"


def test_daily_lands_each_feed_then_matches_and_counts_one_window(cli, inbox, dag_bag):
    (inbox / "east" / "a.json").write_text("{}")
    (inbox / "west" / "b.json").write_text("{}")
    before = datetime.now(timezone.utc).replace(microsecond=0)
    done, _ = run(dag_bag.dags["platelake_daily"], logical_date=datetime(2026, 3, 10, 1, 15, tzinfo=timezone.utc))
    assert done.state == "success"
    window = "2026-03-07T00:00:00Z/2026-03-10T00:00:00Z"
    calls = [call["argv"][7:] for call in cli.calls()]
    assert sorted(calls[:2]) == [
        ["land", "--feed", str(inbox.parent / "feeds/east.yaml"), str(inbox / "east")],
        ["land", "--feed", str(inbox.parent / "feeds/west.yaml"), str(inbox / "west")],
    ]
    assert calls[2:] == [
        ["match", "--window", window],
        [
            *("match", "--retained", "--window", "1970-01-01T00:00:00Z/2026-03-07T00:00:00Z"),
            *("--since", "2026-03-07T00:00:00Z"),
        ],
        ["passes", "--window", window],
        ["facts", "--window", window],
    ]
    [as_of] = {call["argv"][3] for call in cli.calls()}
    assert before <= datetime.fromisoformat(as_of.replace("Z", "+00:00")) <= datetime.now(timezone.utc)


def test_daily_matches_and_counts_earlier_days_of_which_reads_came(cli, inbox, dag_bag):
    (inbox / "east" / "a.json").write_text("{}")
    cli.answers(land=[{"details": {"dates": ["2026-02-01", "2026-02-02", "2026-03-08", "2026-01-20"]}}])
    done, _ = run(dag_bag.dags["platelake_daily"], logical_date=datetime(2026, 3, 10, 1, 15, tzinfo=timezone.utc))
    assert done.state == "success"
    late = [call["argv"][7:] for call in cli.calls()][5:]
    first, second = "2026-01-20T00:00:00Z/2026-01-21T00:00:00Z", "2026-02-01T00:00:00Z/2026-02-03T00:00:00Z"
    assert [sorted(late[i : i + 2]) for i in (0, 2, 4)] == [
        [[job, "--window", first], [job, "--window", second]] for job in ("match", "passes", "facts")
    ]


def test_daily_matches_and_counts_when_no_file_came(cli, inbox, dag_bag):
    done, by_task = run(dag_bag.dags["platelake_daily"], run_conf={"first_day": "2026-02-01"})
    assert done.state == "success"
    assert by_task["land"] == "skipped"
    calls = [call["argv"][7:] for call in cli.calls()]
    assert [call[0] for call in calls] == ["match", "match", "passes", "facts"]
    assert all(call[2].startswith("2026-02-01T00:00:00Z/") for call in calls if "--retained" not in call)
    assert calls[1][3:] == ["1970-01-01T00:00:00Z/2026-02-01T00:00:00Z", "--since", "2026-02-01T00:00:00Z"]


def test_daily_stops_when_one_feed_is_refused(cli, inbox, dag_bag):
    (inbox / "east" / "a.json").write_text("{}")
    (inbox / "west" / "b.json").write_text("{}")
    cli.answers(land=[{"exit": 3}, {}])
    done, by_task = run(dag_bag.dags["platelake_daily"])
    assert done.state == "failed"
    assert [call["argv"][7] for call in cli.calls()] == ["land", "land"]
    assert by_task["facts"] == "upstream_failed"
