"""The command on a real terminal: colour there and nowhere else, NO_COLOR kept, any width, and hostile papers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

BAD = "In the year 31 of the 82 children (48%) waited less than 14 months \x1b[31m[bold]x[/bold]\u202e.\n"
COLOUR = re.compile(rb"\x1b\[[\d;]*m")


def on_a_terminal(folder: Path, columns: int, **env: str) -> bytes:
    """What `reportcheck audit paper.txt` writes on a terminal of that width."""
    import struct

    (folder / "paper.txt").write_text(BAD, "utf-8")
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM")}
    command = [sys.executable, "-m", "reportcheck", "audit", "paper.txt"]
    started = subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, cwd=folder, env={**kept, "TERM": "xterm", **env}
    )
    os.close(follower)
    written = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:
            break
        if not part:
            break
        written += part
    os.close(leader)
    assert started.wait(60) == 1
    return written.replace(b"\r\n", b"\n")


@pytest.mark.parametrize("columns", [60, 200])
def test_colour_and_width_on_a_terminal(tmp_path: Path, columns: int) -> None:
    written = on_a_terminal(tmp_path, columns)
    assert COLOUR.search(written)
    plain = COLOUR.sub(b"", written).decode("utf-8")
    assert max(map(len, plain.splitlines())) <= columns
    assert "\x1b" not in plain
    assert "\\x1b[31m[bold]x[/bold]\\u202e" in "".join(plain.split()).replace("|", "")


def test_no_color_is_kept(tmp_path: Path) -> None:
    assert b"\x1b[3" not in on_a_terminal(tmp_path, 80, NO_COLOR="1")
    assert b"\x1b" not in on_a_terminal(tmp_path, 80, TERM="dumb")


def test_a_bar_is_shown_for_long_work_and_taken_away(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from reportcheck.cli import progress

    watch = progress.Watch(2)
    watch.paper(1, "a\x1b[2J.pdf")
    watch.pages(1, 9)
    assert watch._bar is None, "nobody looks at a pipe"
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    monkeypatch.setattr(watch, "_looked_at", True)
    watch.paper(2, "b/a\x1b[2J.pdf")
    watch.pages(3, 9)
    assert watch._bar is not None
    bar, task = watch._bar
    assert bar.tasks[task].description == "2 of 2: a\\x1b[2J.pdf"
    assert bar.tasks[task].fields["told"] == "3 of 9 pages read"
    watch.hide()
    assert watch._bar is None
