"""Suppression of small cells.

Counts from 1 to below the minimum are hidden, zero is shown, and what is hidden says so in a column of its own
instead of a magic number. Totals of the same counts are published elsewhere, exactly. One hidden cell could be
found by subtraction, so further cells are hidden until at least two are and they sum to the minimum.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

Row = dict[str, Any]

SHOWN, SUPPRESSED = "shown", "suppressed"


def suppress(rows: Iterable[Row], *, series: Sequence[str], minimum: int, behind: str = "value") -> list[Row]:
    """New rows with `status`, and `value` None where it is suppressed; order is kept.

    `series` are the columns whose values name a run of cells with a known total. `behind` is the column that
    counts what stands behind a value (say, vehicles behind reads); a cell is small when either is.
    """
    given = list(rows)
    groups: dict[tuple, list[int]] = defaultdict(list)
    for index, row in enumerate(given):
        groups[tuple(row[name] for name in series)].append(index)
    hidden: set[int] = set()
    for cells in groups.values():
        hidden |= _hidden(given, cells, minimum, behind)
    return [_marked(row, index in hidden) for index, row in enumerate(given)]


def _hidden(rows: list[Row], cells: list[int], minimum: int, behind: str) -> set[int]:
    def size(index: int) -> int:
        return min(rows[index]["value"], rows[index][behind])

    counted = sorted((index for index in cells if rows[index]["value"] > 0), key=lambda index: (size(index), index))
    small = [index for index in counted if size(index) < minimum]
    rest = counted[len(small) :]
    while small and rest and (len(small) < 2 or sum(map(size, small)) < minimum):
        small.append(rest.pop(0))
    return set(small)


def _marked(row: Row, hidden: bool) -> Row:
    return {**row, "value": None, "status": SUPPRESSED} if hidden else {**row, "status": SHOWN}
