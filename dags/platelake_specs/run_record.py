"""The run record: the one JSON object that a job prints on stdout."""

import json
from datetime import date
from typing import Any

# Of `details` only these identifiers travel on through the scheduler's database; counts travel whole.
_PASSED_ON = ("plan_digest", "certificate")
_DATES = "dates"
_STATED = ("job", "run_id", "as_of", "outcome", "policy_version")


class UnreadableRecord(ValueError):
    """Stdout was not one run record. The message never quotes it."""


def summary(stdout: bytes) -> dict[str, Any]:
    """What may leave the job: identity, outcome, counts and the identifiers that later tasks need."""
    try:
        record = json.loads(stdout)
    except ValueError:
        raise UnreadableRecord(f"stdout is not one JSON object ({len(stdout)} bytes)") from None
    if not isinstance(record, dict) or not isinstance(record.get("counts"), dict):
        raise UnreadableRecord("stdout is JSON, but not a run record with counts")
    details = record.get("details") or {}
    short = {key: record.get(key) for key in _STATED}
    short["counts"] = {key: _count(key, value) for key, value in record["counts"].items()}
    short.update({key: details[key] for key in _PASSED_ON if isinstance(details.get(key), str)})
    if _DATES in details:
        short[_DATES] = [_date(day) for day in details[_DATES]]
    return short


def _date(value: Any) -> str:
    """Parsed and written again, so that nothing but a date travels on."""
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise UnreadableRecord("details.dates holds something that is no date") from None


def _count(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {inner: _count(inner, number) for inner, number in value.items()}
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise UnreadableRecord(f"count {key!r} is not a number")
