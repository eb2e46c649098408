"""Runs a notebook: `python notebooks-spec/run.py N01 --lake URI --out DIR [-p NAME=VALUE ...]`.

DIR gets the executed notebook and the tables it releases. Exit 0: done; 1: a cell failed; 2: wrong usage.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "lib"))

import jsonschema  # noqa: E402
import jupytext  # noqa: E402
import nbformat  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import CellExecutionError, CellTimeoutError  # noqa: E402

from platelake_nb.header import header, source  # noqa: E402


class WrongUsage(ValueError):
    """The notebook cannot be run as asked."""


def checked(head: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """The parameters, if the header allows them."""
    schema = {"type": "object", "properties": head["parameters"], "additionalProperties": False}
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for error in checker.iter_errors(given):
        raise WrongUsage(f"parameter {error.json_path[2:]}: {error.message}. See the header of {head['id']}")
    return given


def run(notebook_id: str, parameters: dict[str, Any], out: Path) -> Path:
    """Executes the notebook with `parameters` and answers with the executed copy in `out`."""
    path = source(notebook_id)
    text = path.read_text(encoding="utf-8")
    head = header(text)
    if head["status"] == "withdrawn":
        raise WrongUsage(f"{notebook_id} is withdrawn")
    given = checked(head, parameters)
    notebook = jupytext.reads(text, fmt="md:myst")
    at = next(i for i, cell in enumerate(notebook.cells) if "parameters" in cell.metadata.get("tags", []))
    lines = "\n".join(f"{name} = {value!r}" for name, value in sorted(given.items()))
    notebook.cells.insert(at + 1, nbformat.v4.new_code_cell(lines, metadata={"tags": ["injected-parameters"]}))
    out.mkdir(parents=True, exist_ok=True)
    executed = out / f"{path.stem}.ipynb"
    client = NotebookClient(
        notebook,
        timeout=head["max_runtime_s"],
        kernel_name="python3",
        resources={"metadata": {"path": str(out)}},
    )
    with tempfile.TemporaryDirectory(prefix="platelake-") as scratch:  # else IPython keeps what was run at home
        env = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "lib"),
            "PLATELAKE_OUT": str(out.resolve()),
            "IPYTHONDIR": scratch,
        }
        try:
            client.execute(env=env)
        finally:
            nbformat.write(notebook, executed)
    missing = [each["name"] for each in head["outputs"] if not (out / f"{each['name']}.csv").is_file()]
    if missing:
        raise WrongUsage(f"{notebook_id} did not release {', '.join(missing)}, which its header promises")
    return executed


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def main(arguments: list[str]) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="run.py", description="Runs a notebook on a lake.")
    parser.add_argument("notebook", help="its id, e.g. N01")
    parser.add_argument("--lake", required=True, help="folder or URI of the lake")
    parser.add_argument("--out", required=True, type=Path, help="folder for the executed copy and the tables")
    parser.add_argument("-p", action="append", default=[], metavar="NAME=VALUE", help="a parameter")
    given = parser.parse_args(arguments)
    try:
        pairs = [each.partition("=") for each in given.p]
        parameters = {name: _value(value) for name, _, value in pairs}
        print(run(given.notebook, {"lake": given.lake, **parameters}, given.out))
    except (CellExecutionError, CellTimeoutError) as error:
        print(
            f"{given.notebook} failed: {error.__class__.__name__}; see the copy in {given.out}",
            file=sys.stderr,
        )
        return 1
    except ValueError as error:
        print(f"{given.notebook}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
