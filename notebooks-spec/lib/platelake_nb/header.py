"""The front matter of a notebook."""

from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]


def header(text: str) -> dict[str, Any]:
    """The `platelake` block of a notebook's text; ValueError says what is missing."""
    parts = text.split("\n---\n", 1)
    if not text.startswith("---\n") or len(parts) != 2:
        raise ValueError("no front matter between two lines of ---")
    try:
        front = yaml.safe_load(parts[0].removeprefix("---\n"))
    except yaml.YAMLError as error:
        raise ValueError(f"front matter is not YAML: {error}") from None
    block = front.get("platelake") if isinstance(front, dict) else None
    if not isinstance(block, dict):
        raise ValueError("front matter has no block named platelake")
    return block


def source(notebook_id: str, specs: Path = ROOT / "specs") -> Path:
    """The file of a notebook."""
    found = sorted(specs.glob(f"{notebook_id}-*.md"))
    if len(found) != 1:
        raise ValueError(f"{len(found)} notebooks named {notebook_id}-*.md in {specs}, expected one")
    return found[0]
