"""The linter: clean notebooks pass, each broken rule is named."""

import pytest
from conftest import ROOT

import lint

N01 = ROOT / "specs/N01-reads-and-hits-by-day.md"


def test_notebooks_of_the_repository_are_clean(capsys):
    assert lint.main([]) == 0
    assert capsys.readouterr().out == f"{len(list((ROOT / 'specs').glob('*.md')))} notebook(s) clean\n"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: N01", "id: N02", "file name does not start with N02-"),
        ("      min_cell_size: 10\n", "", "header .outputs[0]: 'min_cell_size' is a required property"),
        ("min_cell_size: 10", "min_cell_size: 1", "header .outputs[0].min_cell_size: 1 is less than the minimum of 5"),
        ("  owner: analysis\n", "", "header .: 'owner' is a required property"),
        ("status: reviewed", "state: reviewed", "header .: Additional properties are not allowed"),
        ("value, status]", "value]", "header .outputs[0].columns: "),
        ("platelake:\n", "other:\n", "front matter has no block named platelake"),
        ("---\njupytext", "jupytext", "no front matter between two lines of ---"),
        ("table: daily_facts", "table: nightly_facts", "input nightly_facts has no contract in schemas/tables"),
        ("table: daily_facts", "table: reads", "input reads is not releasable: its contract says it gives away plate"),
        ("metric, value]\n  param", "metric, amount]\n  param", "input daily_facts has no column amount"),
        ("last_day = None\n", "", "and ['first_day', 'lake'] in the cell"),
        (":tags: [parameters]\n", "", "0 cells tagged parameters, expected one"),
        ('fact["camera_id"]', 'fact["plate"]', "plate is a banned column"),
        ('fact["camera_id"]', "fact.plate_key", "plate_key is a banned column"),
        ('fact["camera_id"]', 'fact["a, fold_key"]', "fold_key is a banned column"),
        ('fact["camera_id"]', 'fact["lat"]', "lat is a banned column"),
        ('fact["camera_id"]', 'fact["candidates"]', "candidates is a banned column"),
        ('fact["camera_id"]', 'fact["image_ref"]', "image_ref is a banned column"),
        ("from collections import Counter", "import os", "import of os is not allowed"),
        ("from collections import Counter", "from deltalake import DeltaTable", "import of deltalake is not allowed"),
        ("totals = Counter()", 'totals = open("x")', "call of open is not allowed"),
        ("totals = Counter()", "!ls", "is not plain Python"),
        ("A day without a line", "<table><tr><td>7</td></tr></table>", "carries an output or raw markup"),
    ],
)
def test_each_broken_rule_is_named(tmp_path, old, new, problem):
    text = N01.read_text()
    assert old in text
    path = tmp_path / N01.name
    path.write_text(text.replace(old, new, 1))
    assert any(problem in found for found in lint.problems(path, lint.contracts())), lint.problems(
        path, lint.contracts()
    )


def test_a_notebook_with_outputs_is_refused(tmp_path, capsys):
    path = tmp_path / "N01-x.ipynb"
    path.write_text("{}")
    assert lint.main([str(path)]) == 4
    assert "is not MyST Markdown" in capsys.readouterr().out


def test_columns_that_identify_are_banned_by_the_contracts():
    banned = lint.sensitive_columns(lint.contracts())
    assert {"plate", "plate_key", "fold_key", "candidates", "image_ref", "lat", "lon"} <= banned
