"""Exit codes of `bin/platelake` and what a scheduler makes of them."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The five answers of the command line; any other number is a crash (killed, out of memory)."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    REFUSED = 3
    FINDING = 4


# The answer stays the same: the command is wrong, a rule forbids it, or it is done and found something.
FINAL = frozenset({ExitCode.USAGE, ExitCode.REFUSED, ExitCode.FINDING})


def retry_may_help(code: int) -> bool:
    """True for a failure that another attempt can cure: a plain failure, a crash, a kill."""
    return code != ExitCode.DONE and code not in FINAL
