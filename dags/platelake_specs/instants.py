"""Instants and windows as the CLI takes them: UTC, half-open, ISO 8601 with a Z."""

from datetime import date, datetime, time, timedelta, timezone

# How many days before the previous one are looked at again, for reads that arrived late.
LATE_DAYS = 2
_NO_READ_BEFORE = datetime(1970, 1, 1, tzinfo=timezone.utc)


def iso(instant: datetime) -> str:
    """`2026-03-02T01:15:00Z`; refuses a time without a zone, because the job would have to guess it."""
    if instant.tzinfo is None:
        raise ValueError("instant without a time zone")
    return instant.astimezone(timezone.utc).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def midnight(instant: datetime) -> datetime:
    """The UTC midnight at or before `instant`."""
    return datetime.combine(instant.astimezone(timezone.utc).date(), time(), timezone.utc)


def day_window(end_of_interval: datetime, first_day: date | None = None) -> str:
    """`FROM/TO` of a daily run: the last complete UTC day and `LATE_DAYS` before it.

    `first_day` (UTC) reaches further back, after an outage longer than the late margin.
    """
    to = midnight(end_of_interval)
    start = to - timedelta(days=1 + LATE_DAYS)
    if first_day is not None:
        start = datetime.combine(first_day, time(), timezone.utc)
    if start >= to:
        raise ValueError(f"first_day {first_day} is not before {to.date()}, where the window ends")
    return f"{iso(start)}/{iso(to)}"


def earlier(window: str) -> str:
    """`FROM/TO` of all that was captured before a window."""
    return f"{iso(_NO_READ_BEFORE)}/{start(window)}"


def start(window: str) -> str:
    """The instant with which a `FROM/TO` begins."""
    return window.partition("/")[0]


def late_windows(window: str, dates: list[str]) -> list[str]:
    """`FROM/TO` of the `dates` (UTC, `2026-03-02`) before a window, one for each row of days."""
    first = datetime.fromisoformat(start(window).replace("Z", "+00:00")).date()
    late = sorted({day for day in map(date.fromisoformat, dates) if day < first})
    rows: list[list[date]] = []
    for day in late:
        if rows and rows[-1][1] == day:
            rows[-1][1] = day + timedelta(days=1)
        else:
            rows.append([day, day + timedelta(days=1)])
    return [f"{begin}T00:00:00Z/{end}T00:00:00Z" for begin, end in rows]
