"""Checks notebook sources: `python notebooks-spec/lint.py [FILE...]`, default all of specs/.

Exit 0: clean. Exit 4: problems, one line each on stdout, `file: what is wrong and what to do`.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "lib"))

import jsonschema  # noqa: E402
import jupytext  # noqa: E402
import yaml  # noqa: E402

from platelake_nb.header import header  # noqa: E402

CONTRACTS = ROOT.parent / "schemas" / "tables"
SCHEMA = json.loads((ROOT / "_schema" / "spec.schema.json").read_text(encoding="utf-8"))
# Everything else a notebook needs comes from platelake_nb, which keeps to the header.
IMPORTS = {"collections", "dataclasses", "datetime", "itertools", "math", "statistics", "platelake_nb"}
CALLS = {"open", "exec", "eval", "compile", "__import__", "getattr", "globals", "input"}
OUTPUT_MARKS = re.compile(r"data:image|<table|<img|\{output\}|\{eval-rst\}|\{raw\}", re.IGNORECASE)


def contracts(folder: Path = CONTRACTS) -> dict[str, dict[str, Any]]:
    """Table contracts by table name."""
    read = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("[a-z]*.yaml")))
    return {contract["table"]: contract for contract in read}


def sensitive_columns(tables: dict[str, dict[str, Any]]) -> set[str]:
    """Names that give away a plate, a place or a person in any table."""
    return {
        column["name"]
        for contract in tables.values()
        for column in contract["columns"]
        if column.get("sensitivity", "none") != "none"
    }


def problems(path: Path, tables: dict[str, dict[str, Any]]) -> list[str]:
    """What is wrong with a notebook; empty when it is fit to be reviewed."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".md":
        return ["is not MyST Markdown: convert it with jupytext --to md:myst and leave outputs behind"]
    try:
        head = header(text)
    except ValueError as error:
        return [f"{error}. See notebooks-spec/README.md"]
    checker = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    found = [f"header {error.json_path[1:] or '.'}: {error.message}" for error in checker.iter_errors(head)]
    if found:
        return found
    if not path.name.startswith(f"{head['id']}-"):
        found.append(f"file name does not start with {head['id']}-")
    notebook = jupytext.reads(text, fmt="md:myst")
    found += _inputs(head, tables)
    found += _parameters(head, notebook)
    found += _cells(notebook, sensitive_columns(tables))
    return found


def _inputs(head: dict[str, Any], tables: dict[str, dict[str, Any]]) -> Iterator[str]:
    for each in head["inputs"]:
        name = each["table"]
        if name not in tables:
            yield f"input {name} has no contract in schemas/tables"
            continue
        if tables[name].get("sensitivity", "none") != "none":
            yield f"input {name} is not releasable: its contract says it gives away {tables[name]['sensitivity']}"
        known = {column["name"]: column.get("sensitivity", "none") for column in tables[name]["columns"]}
        for column in each["columns"]:
            if column not in known:
                yield f"input {name} has no column {column}"
            elif known[column] != "none":
                yield f"column {name}.{column} is banned: it gives away {known[column]}"


def _parameters(head: dict[str, Any], notebook: Any) -> Iterator[str]:
    cells = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(cells) != 1:
        yield f"{len(cells)} cells tagged parameters, expected one"
        return
    assigned = {
        target.id
        for line in ast.parse(cells[0].source).body
        if isinstance(line, ast.Assign)
        for target in line.targets
        if isinstance(target, ast.Name)
    }
    if assigned != set(head["parameters"]):
        yield f"parameters are {sorted(head['parameters'])} in the header and {sorted(assigned)} in the cell"


def _cells(notebook: Any, banned: set[str]) -> Iterator[str]:
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "code":
            if cell.outputs:
                yield f"cell {number} carries outputs: sources have none"
            yield from (f"cell {number}: {problem}" for problem in _code(cell.source, banned))
        elif OUTPUT_MARKS.search(cell.source):
            yield f"cell {number} carries an output or raw markup: sources have none"


def _code(source: str, banned: set[str]) -> Iterator[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        yield f"line {error.lineno} is not plain Python (no shell or magic commands)"
        return
    for node in ast.walk(tree):
        for name in _imported(node):
            if name not in IMPORTS:
                yield f"import of {name} is not allowed; notebooks read and release through platelake_nb"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield f"call of {node.func.id} is not allowed; notebooks read and release through platelake_nb"
        if isinstance(node, ast.Attribute) and node.attr.startswith("__"):
            yield f"attribute {node.attr} is not allowed"
        yield from (f"{word} is a banned column" for word in sorted(_words(node) & banned))


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "").split(".")[0]]
    return []


def _words(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return set(re.findall(r"\w+", node.value))
    return set()


def main(arguments: list[str]) -> int:
    """Prints the problems of the files given, or of all."""
    paths = [Path(each) for each in arguments] or sorted(
        path for path in (ROOT / "specs").iterdir() if path.suffix in (".md", ".ipynb", ".py")
    )
    tables = contracts()
    found = [f"{path}: {problem}" for path in paths for problem in problems(path, tables)]
    print("\n".join(found) if found else f"{len(paths)} notebook(s) clean")
    return 4 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
