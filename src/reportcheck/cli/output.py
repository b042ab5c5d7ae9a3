"""Where a command writes: it never takes the place of a paper, nor of what somebody else wrote unless told to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportcheck.archive.ours import INDEX, SUMMARY, is_ours, reports_of
from reportcheck.archive.papers import STDIN, Source
from reportcheck.errors import UsageError
from reportcheck.report.formats import SUFFIXES


def results_folder(output: str, papers: int = 1) -> Path | None:
    """The folder that results go to, where `--output` names one; it need not for more papers than one."""
    if not output:
        return None
    path = Path(output)
    named = output.endswith(("/", "\\")) or path.is_dir()
    return path if named or (papers > 1 and not path.suffix and not path.exists()) else None


def make_room(
    output: str,
    folder: Path | None,
    papers: Sequence[Source],
    form: str,
    force: bool,
    option: str = "--output",
) -> None:
    """Make the folder that is written to. UsageError where something stands there that must stay."""
    if folder is None:
        _refuse(option, output, [Path(output)], papers, force, frozenset())
        _make(Path(output).parent)
        return
    from reportcheck.archive import ledger
    from reportcheck.archive.batch import report_names

    names = report_names([source.name for source in papers], SUFFIXES[form], ledger.load(folder)).values()
    _make(folder)
    _refuse(option, output, [folder / name for name in names], papers, force, reports_of(folder))
    summary, index = folder / SUMMARY, folder / INDEX
    for path, whole in ((summary, _is_json(summary)), (index, index.is_file())):
        if whole and not force and not is_ours(path):
            raise _taken(option, output, path)


def _refuse(
    option: str, output: str, targets: Iterable[Path], papers: Sequence[Source], force: bool, ours: frozenset[Path]
) -> None:
    there = [path for path in targets if path.is_file() and path.stat().st_size]
    if not there:
        return
    known = {_inode(Path(source.name)) for source in papers if source.name != STDIN and Path(source.name).is_file()}
    for path in there:
        if _inode(path) in known:
            shown = output if Path(output) == path else f"{output} would write {path}, which"
            raise UsageError(f"{option} {shown} is one of the papers. Name another {_noun(output, path)}.")
    for path in there:
        if not force and path not in ours and not is_ours(path):
            raise _taken(option, output, path)


def _taken(option: str, output: str, path: Path) -> UsageError:
    shown = output if Path(output) == path else f"{output} would write {path}, which"
    return UsageError(
        f"{option} {shown} is there already and is no report of reportcheck. "
        f"Name another {_noun(output, path)}, or replace it with --force."
    )


def _noun(output: str, path: Path) -> str:
    return "file" if Path(output) == path else "folder"


def _inode(path: Path) -> tuple[int, int]:
    about = path.stat()
    return about.st_dev, about.st_ino


def _is_json(path: Path) -> bool:
    """Whether there is a whole JSON file: one that was cut off is nobody's loss."""
    import json

    try:
        json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    except RecursionError:  # It goes too deep to be ours.
        return True
    return True


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        at = next((path for path in (folder, *folder.parents) if path.exists() and not path.is_dir()), folder)
        raise UsageError(f"{at}: this is a file, and --output needs a folder there. Name another.") from None
    except OSError as problem:
        why = problem.strerror or "an error of the disk"
        raise UsageError(f"{folder}: this folder cannot be made ({why}). Write elsewhere with --output.") from None
