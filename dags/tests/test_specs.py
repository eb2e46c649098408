"""The specifications without Airflow."""

import subprocess
import sys
from datetime import date, datetime, timedelta, timezone

import pytest
from conftest import DAGS

from platelake_specs.daily import DAILY
from platelake_specs.exit_codes import retry_may_help
from platelake_specs.inbox import land_commands
from platelake_specs.instants import day_window, earlier, iso, start
from platelake_specs.pipeline import FromTask, PipelineSpec, TaskSpec
from platelake_specs.purge import PURGE
from platelake_specs.run_record import UnreadableRecord, summary
from platelake_specs.settings import FeedFolders, Settings

ENV = {"PLATELAKE_BIN": "/opt/platelake/bin/platelake", "PLATELAKE_LAKE": "s3a://lake"}


def task(**changes):
    given = {"task_id": "one", "does": "", "execution_timeout": timedelta(hours=1), "on_finding": ""}
    return TaskSpec(**{**given, "command": ("status",), **changes})


def test_specs_import_no_airflow():
    modules = ["daily", "exit_codes", "inbox", "instants", "pipeline", "purge", "run_record", "settings"]
    code = "import sys\n" + "".join(f"import platelake_specs.{module}\n" for module in modules)
    code += "print([name for name in sys.modules if name.startswith('airflow')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=DAGS, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("spec", "commands"),
    [
        (
            PURGE,
            {
                "plan": ("purge", "plan"),
                "run": ("purge", "run", "--plan", FromTask("plan", "plan_digest")),
                "verify": ("purge", "verify", "--plan", FromTask("plan", "plan_digest")),
                "certificate": ("purge", "check", FromTask("verify", "certificate")),
                "care": ("care",),
            },
        ),
        (
            DAILY,
            {
                "land": (),
                "match": ("match", "--window", FromTask("begin", "window")),
                "match_retained": (
                    *("match", "--retained", "--window", FromTask("begin", "earlier")),
                    *("--since", FromTask("begin", "changed_since")),
                ),
                "passes": ("passes", "--window", FromTask("begin", "window")),
                "facts": ("facts", "--window", FromTask("begin", "window")),
                "match_late": ("match", "--window"),
                "passes_late": ("passes", "--window"),
                "facts_late": ("facts", "--window"),
            },
        ),
    ],
    ids=["purge", "daily"],
)
def test_commands(spec, commands):
    assert {task.task_id: task.command for task in spec.tasks} == commands


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"command": ("match", "--plate", "x")}, "--plate would put personal data"),
        ({"command": ("match", "--case-number", "x")}, "--case-number would put personal data"),
        ({"command": ()}, "give a command, for_each, or both"),
        ({"task_id": "begin"}, "task id 'begin'"),
        ({"task_id": "Two words"}, "task id 'Two words'"),
        ({"retries": 0}, "at least one retry"),
        ({"execution_timeout": timedelta(0)}, "positive timeout"),
    ],
)
def test_a_task_that_breaks_a_rule_cannot_be_made(changes, message):
    with pytest.raises(ValueError, match=message):
        task(**changes)


@pytest.mark.parametrize(
    ("tasks", "message"),
    [
        ((task(), task()), "two tasks named one"),
        ((task(command=("purge", FromTask("later", "x"))), task(task_id="later")), "one needs later"),
    ],
)
def test_a_pipeline_that_breaks_a_rule_cannot_be_made(tasks, message):
    with pytest.raises(ValueError, match=message):
        PipelineSpec("id", "", "0 3 * * *", "", timedelta(hours=1), tasks, ())


@pytest.mark.parametrize(
    ("code", "expected"),
    [(0, False), (1, True), (2, False), (3, False), (4, False), (-9, True), (134, True), (137, True)],
)
def test_retry_may_help(code, expected):
    assert retry_may_help(code) is expected


@pytest.mark.parametrize(
    ("end", "first_day", "window"),
    [
        ("2026-03-10T01:15:00+00:00", None, "2026-03-07T00:00:00Z/2026-03-10T00:00:00Z"),
        ("2026-03-10T00:00:00+00:00", None, "2026-03-07T00:00:00Z/2026-03-10T00:00:00Z"),
        ("2026-03-09T23:59:59+00:00", None, "2026-03-06T00:00:00Z/2026-03-09T00:00:00Z"),
        ("2026-03-09T23:30:00-08:00", None, "2026-03-07T00:00:00Z/2026-03-10T00:00:00Z"),
        ("2026-03-01T01:15:00+00:00", None, "2026-02-26T00:00:00Z/2026-03-01T00:00:00Z"),
        ("2026-03-10T01:15:00+00:00", date(2026, 2, 20), "2026-02-20T00:00:00Z/2026-03-10T00:00:00Z"),
    ],
)
def test_day_window(end, first_day, window):
    assert day_window(datetime.fromisoformat(end), first_day) == window


def test_day_window_cannot_be_empty():
    with pytest.raises(ValueError, match="2026-03-10 is not before 2026-03-10"):
        day_window(datetime(2026, 3, 10, 1, 15, tzinfo=timezone.utc), date(2026, 3, 10))


def test_what_was_captured_before_a_window_ends_where_the_window_begins():
    window = "2026-03-07T00:00:00Z/2026-03-10T00:00:00Z"
    assert start(window) == "2026-03-07T00:00:00Z"
    assert earlier(window) == "1970-01-01T00:00:00Z/2026-03-07T00:00:00Z"


def test_instants_need_a_zone_and_lose_fractions():
    assert iso(datetime(2026, 3, 10, 1, 15, 0, 999999, timezone.utc)) == "2026-03-10T01:15:00Z"
    with pytest.raises(ValueError, match="without a time zone"):
        iso(datetime(2026, 3, 10))


def test_argv():
    assert Settings.read(ENV).argv("2026-03-10T01:15:00Z", ["purge", "plan"]) == [
        "/opt/platelake/bin/platelake",
        *("--lake", "s3a://lake", "--as-of", "2026-03-10T01:15:00Z", "--principal", "airflow", "--json"),
        *("purge", "plan"),
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"PLATELAKE_BIN": ""}, "PLATELAKE_BIN is not set"),
        ({"PLATELAKE_BIN": "bin/platelake"}, "PLATELAKE_BIN must be an absolute path"),
        ({"PLATELAKE_LAKE": " "}, "PLATELAKE_LAKE is not set"),
        ({"PLATELAKE_LAKE": "lake"}, "PLATELAKE_LAKE must be a URI or an absolute path"),
    ],
)
def test_settings_say_what_is_missing(changes, message):
    with pytest.raises(ValueError, match=message):
        Settings.read({**ENV, **changes})


@pytest.fixture
def folders(tmp_path):
    given = FeedFolders(tmp_path / "feeds", tmp_path / "inbox")
    for feed in ("east", "west", "north"):
        (given.inbox / feed).mkdir(parents=True)
        given.feeds.mkdir(exist_ok=True)
        (given.feeds / f"{feed}.yaml").write_text("")
    return given


def test_feeds_with_files_are_landed_in_order_and_no_file_name_is_passed(folders):
    (folders.inbox / "west" / "ABC1234.json").write_text("{}")
    (folders.inbox / "east" / "2026-03-09").mkdir()
    (folders.inbox / "east" / "2026-03-09" / "a.json").write_text("{}")
    assert land_commands(folders) == [
        ["land", "--feed", str(folders.feeds / "east.yaml"), str(folders.inbox / "east")],
        ["land", "--feed", str(folders.feeds / "west.yaml"), str(folders.inbox / "west")],
    ]


def test_nothing_waits(folders):
    assert land_commands(folders) == []


def test_a_feed_without_folder_or_no_feed_at_all_is_an_error(folders):
    (folders.inbox / "north").rmdir()
    with pytest.raises(ValueError, match=r"feed north\.yaml has no folder"):
        land_commands(folders)
    with pytest.raises(ValueError, match="no feed"):
        land_commands(FeedFolders(folders.inbox, folders.inbox))


def test_summary_passes_on_identity_counts_and_known_identifiers_only():
    stdout = b"""{"job": "purge plan", "run_id": "r1", "as_of": "2026-03-10T03:00:00Z", "lake": "s3a://lake",
        "principal": "airflow", "agency": "city-2", "policy_version": "1", "outcome": "done", "exit_code": 0,
        "counts": {"rows": 7, "by_purpose": {"criminal": 5, "parking": 2}},
        "details": {"plan_digest": "d1", "oldest_file": "x", "certificate": null}, "duration_ms": 5}"""
    assert summary(stdout) == {
        "job": "purge plan",
        "run_id": "r1",
        "as_of": "2026-03-10T03:00:00Z",
        "outcome": "done",
        "policy_version": "1",
        "counts": {"rows": 7, "by_purpose": {"criminal": 5, "parking": 2}},
        "plan_digest": "d1",
    }


@pytest.mark.parametrize(
    "stdout",
    [b"", b"SECRET", b"{} SECRET", b'["SECRET"]', b'{"counts": "SECRET"}', b'{"counts": {"a": "SECRET"}}'],
)
def test_an_unreadable_record_is_not_quoted(stdout):
    with pytest.raises(UnreadableRecord) as error:
        summary(stdout)
    assert "SECRET" not in str(error.value)
