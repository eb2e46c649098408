"""A stand-in for `bin/platelake` that answers as a test tells it and writes down how it was called."""

import json
import sys
from pathlib import Path

_SCRIPT = """#!{python}
import json, os, sys, time
from pathlib import Path
folder = Path({folder!r})
command = " ".join(word for word in sys.argv[sys.argv.index("--json") + 1:] if not word.startswith("/"))
answers = json.loads((folder / "answers.json").read_text())
calls = folder / "calls.jsonl"
before = calls.read_text().splitlines() if calls.exists() else []
seen = sum(json.loads(line)["command"] == command for line in before)
call = {{"command": command, "argv": sys.argv[1:], "pid": os.getpid(), "env": sorted(os.environ)}}
call["cwd"] = os.getcwd()
with calls.open("a") as out:
    out.write(json.dumps(call) + "\\n")
queue = next((queue for key, queue in answers.items() if command.startswith(key)), [{{}}])
answer = queue[min(seen, len(queue) - 1)]
print("progress of " + command, file=sys.stderr, flush=True)
time.sleep(answer.get("sleep", 0))
if "stdout" in answer:
    sys.stdout.write(answer["stdout"])
else:
    record = {{"job": command, "run_id": "r", "as_of": "x", "outcome": "x", "policy_version": "1"}}
    print(json.dumps({{**record, "counts": {{"rows": 7}}, "details": answer.get("details", {{}})}}))
sys.exit(answer.get("exit", 0))
"""


class FakeCli:
    """Answers by the start of a command: to its first, second, ... call; the last answer repeats."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "platelake"
        self.path.write_text(_SCRIPT.format(python=sys.executable, folder=str(folder)))
        self.path.chmod(0o755)
        self.answers()

    def answers(self, **answers: list[dict]) -> None:
        """Keyword `purge_run` stands for the command `purge run`."""
        commands = {name.replace("_", " "): queue for name, queue in answers.items()}
        (self.folder / "answers.json").write_text(json.dumps(commands))

    def calls(self) -> list[dict]:
        calls = self.folder / "calls.jsonl"
        return [json.loads(line) for line in calls.read_text().splitlines()] if calls.exists() else []
