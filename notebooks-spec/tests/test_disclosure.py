"""Suppression: what is hidden, and that subtraction does not bring it back."""

import random

import pytest

from platelake_nb import suppress


def marks(values, minimum=10, behind=None):
    rows = [{"s": "x", "value": value, "n": size} for value, size in zip(values, behind or values, strict=True)]
    return [row["value"] for row in suppress(rows, series=["s"], minimum=minimum, behind="n")]


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([], []),
        ([10, 250], [10, 250]),
        ([0, 10], [0, 10]),
        ([9, 10, 250, 0], [None, None, 250, 0]),
        ([250, 1, 40, 30], [250, None, 40, None]),
        ([1, 2, 40, 30], [None, None, 40, None]),
        ([5, 6, 40], [None, None, 40]),
        ([9], [None]),
        ([9, 0, 0], [None, 0, 0]),
        ([9, 30], [None, None]),
    ],
)
def test_small_counts_and_the_cells_that_would_give_them_away(values, shown):
    assert marks(values) == shown


def test_many_reads_of_few_vehicles_are_small():
    assert marks([300, 500, 400], behind=[3, 200, 100]) == [None, 500, None]


def test_series_are_independent_and_order_and_other_columns_stay():
    rows = [
        {"purpose": "parking", "day": 1, "value": 3},
        {"purpose": "criminal", "day": 1, "value": 30},
        {"purpose": "parking", "day": 2, "value": 40},
    ]
    assert suppress(rows, series=["purpose"], minimum=10) == [
        {"purpose": "parking", "day": 1, "value": None, "status": "suppressed"},
        {"purpose": "criminal", "day": 1, "value": 30, "status": "shown"},
        {"purpose": "parking", "day": 2, "value": None, "status": "suppressed"},
    ]
    assert rows[0] == {"purpose": "parking", "day": 1, "value": 3}


def test_a_known_total_never_gives_a_small_cell_away():
    dice = random.Random(20260310)
    for _ in range(500):
        values = [dice.choice([0, dice.randint(1, 30), dice.randint(1, 500)]) for _ in range(dice.randint(1, 12))]
        hidden = [value for value, shown in zip(values, marks(values), strict=True) if shown is None]
        assert [value for value in values if 0 < value < 10 and value not in hidden] == []
        counted = sum(value > 0 for value in values)
        if hidden and counted > 1:
            assert len(hidden) >= 2 and (sum(hidden) >= 10 or len(hidden) == counted)
