"""Which feeds have something to land."""

from pathlib import Path

from platelake_specs.settings import FeedFolders


def land_commands(folders: FeedFolders) -> list[list[str]]:
    """One `land` command per feed whose folder holds a file, in the order of the feed names.

    The folder is passed, never the files: vendors put plates into file names, and arguments show in the
    process list. A feed without a folder is a configuration error; an empty folder is a quiet night.
    """
    feeds = sorted(folders.feeds.glob("*.yaml"))
    if not feeds:
        raise ValueError(f"no feed (*.yaml) in {folders.feeds}. Put one there, or correct PLATELAKE_FEEDS")
    commands = []
    for feed in feeds:
        folder = folders.inbox / feed.stem
        if not folder.is_dir():
            raise ValueError(f"feed {feed.name} has no folder {folder}. Create it, or remove the feed")
        if _has_file(folder):
            commands.append(["land", "--feed", str(feed), str(folder)])
    return commands


def _has_file(folder: Path) -> bool:
    return any(path.is_file() for path in folder.rglob("*"))
