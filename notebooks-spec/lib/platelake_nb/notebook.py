"""The one object through which a notebook touches the lake and the outside."""

import csv
import os
from pathlib import Path
from typing import Any

from deltalake import DeltaTable
from IPython.display import Markdown, display

from platelake_nb.disclosure import Row
from platelake_nb.header import header, source


class Notebook:
    """Notebook `notebook_id` on the lake at `lake` (folder or URI): reads and releases what its header declares."""

    def __init__(self, notebook_id: str, lake: str) -> None:
        if not lake:
            raise ValueError("parameter lake is empty: give the folder or URI of a lake")
        self.header = header(source(notebook_id).read_text(encoding="utf-8"))
        self._lake = lake

    def read(self, table: str) -> list[Row]:
        """All rows of a declared table, with the declared columns only."""
        columns = [each["columns"] for each in self.header["inputs"] if each["table"] == table]
        if not columns:
            raise ValueError(f"table {table} is not among the inputs in the header")
        delta = DeltaTable(f"{self._lake.rstrip('/')}/{table}")
        return delta.to_pyarrow_table(columns=columns[0]).to_pylist()

    def output(self, name: str) -> dict[str, Any]:
        """Declaration of an output."""
        for each in self.header["outputs"]:
            if each["name"] == name:
                return each
        raise ValueError(f"output {name} is not declared in the header")

    def release(self, name: str, rows: list[Row]) -> None:
        """Shows the declared columns of `rows` and, when PLATELAKE_OUT names a folder, writes them there as CSV.

        Refuses rows that show a small cell.
        """
        declared = self.output(name)
        for row in rows:
            if row["status"] == "shown" and 0 < row["value"] < declared["min_cell_size"]:
                raise ValueError(f"output {name} shows a cell below {declared['min_cell_size']}: suppress it")
        columns = declared["columns"]
        lines = [" | ".join(columns), " | ".join("---" for _ in columns)]
        lines += [" | ".join(_text(row[column]) for column in columns) for row in rows]
        display(Markdown("\n".join(lines)))
        if folder := os.environ.get("PLATELAKE_OUT"):
            with (Path(folder) / f"{name}.csv").open("w", newline="", encoding="utf-8") as out:
                writer = csv.writer(out, lineterminator="\n")
                writer.writerow(columns)
                writer.writerows([_text(row[column]) for column in columns] for row in rows)


def _text(value: Any) -> str:
    return "" if value is None else str(value)
