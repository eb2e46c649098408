"""What a notebook may do: read declared columns, suppress small cells, release a table."""

from platelake_nb.disclosure import suppress
from platelake_nb.notebook import Notebook

__all__ = ["Notebook", "suppress"]
