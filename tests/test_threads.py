"""Papers are read beside anything: from threads, notebooks and frozen programs, and the caller's script runs once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportcheck.errors import PaperError
from reportcheck.extract import extract, processes, workers

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
PAPER = FIXTURES / "scrutiny-pack.pdf"

AUDITS = """
import pickle, sys, threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from reportcheck import audit

print("starts")
main = sys.modules["__main__"]
papers = ([path for path in sorted(Path(FOLDER).glob("*.pdf")) if path.stem != "scanned"] * 20)[:20]

class Row:
    pass

def told(paper):
    report = audit(paper)
    assert sys.modules["__main__"] is main
    pickle.dumps(Row())
    return [(f.rule.id, f.relation.message, f.fingerprint) for f in report.findings], report.coverage

alone = {paper: told(paper) for paper in set(papers)}
with ThreadPoolExecutor(8) as pool:
    together = list(pool.map(told, papers))
assert together == [alone[paper] for paper in papers]
assert sys.modules["__main__"] is main
print(len(together), sum(len(found) for found, _ in together) > 8)
"""
SCRIPT = AUDITS.replace("FOLDER", repr(str(FIXTURES)))
GUARDED = "def run():\n" + "".join(f"    {line}\n" for line in SCRIPT.replace("20", "8").splitlines()).replace(
    "    class Row:", "    global Row\n    class Row:"
)
ONE = f"from reportcheck import audit\nprint('starts')\nprint(len(audit({str(PAPER)!r}).findings) > 3)\n"
ASIDE = (
    "import sys, threading\nmain = sys.modules['__main__']\nstop = threading.Event()\n"
    "threading.Thread(target=stop.wait, daemon=True).start()\n" + ONE + "assert sys.modules['__main__'] is main\n"
)
"""Where another thread lives, as in a notebook."""

FROZEN = """
import sys
from multiprocessing import spawn
sys.frozen, sys.executable = True, PROGRAM
spawn.set_executable(PROGRAM)
if sys.argv[-2:-1] == ["-c"]:
    exec(sys.argv[-1])
    sys.exit()
spawn.freeze_support()
"""
"""What makers of frozen programs put in front of them."""


def python(*args: str, **how: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(  # type: ignore[call-overload]
        [sys.executable, *args], capture_output=True, text=True, timeout=120, check=False, **how
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done  # type: ignore[no-any-return]


@pytest.mark.parametrize("guarded", [False, True])
def test_eight_threads_say_what_one_says(tmp_path: Path, guarded: bool) -> None:
    script = tmp_path / "papers.py"
    script.write_text(GUARDED + "if __name__ == '__main__':\n    run()\n" if guarded else SCRIPT, "utf-8")
    assert python(str(script)).stdout == f"starts\n{8 if guarded else 20} True\n"


def test_a_script_given_as_words_or_through_a_pipe_runs_once() -> None:
    assert python("-c", ASIDE).stdout == "starts\nTrue\n"
    assert python("-", input=ASIDE).stdout == "starts\nTrue\n"


def test_an_interactive_session_is_left_as_it_is() -> None:
    """As a notebook's kernel runs cells: in a `__main__` that no file made, off the main thread."""
    cell = (
        "import code, sys, threading\n"
        f"cell = {ASIDE!r}\n"
        "session = code.InteractiveInterpreter(sys.modules['__main__'].__dict__)\n"
        "thread = threading.Thread(target=session.runcode, args=(compile(cell, '<cell>', 'exec'),))\n"
        "thread.start()\nthread.join()\n"
    )
    assert python("-c", cell).stdout == "starts\nTrue\n"


def test_a_notebook_kernel(tmp_path: Path) -> None:
    pytest.importorskip("ipykernel", reason="no notebook kernel is installed")
    manager = pytest.importorskip("jupyter_client.manager")
    kernel, client = manager.start_new_kernel(kernel_name="python3", cwd=str(tmp_path))
    try:
        said: list[str] = []
        client.execute_interactive(ONE, timeout=120, output_hook=lambda m: said.append(m["content"].get("text", "")))
        assert "".join(said) == "starts\nTrue\n"
    finally:
        client.stop_channels()
        kernel.shutdown_kernel(now=True)


@pytest.mark.skipif(os.name != "posix", reason="the program is made of a shell script")
def test_a_frozen_program_is_its_own_interpreter(tmp_path: Path) -> None:
    program, script = tmp_path / "program", tmp_path / "main.py"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', "utf-8")
    program.chmod(0o755)
    script.write_text(FROZEN.replace("PROGRAM", repr(str(program))) + ASIDE, "utf-8")
    done = subprocess.run([str(program)], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("starts\nTrue\n", "")


def test_a_process_of_a_pool_reads_papers_too(tmp_path: Path) -> None:
    """Such a process may not have children that multiprocessing knows of."""
    script = tmp_path / "pool.py"
    script.write_text(
        "import multiprocessing\nfrom reportcheck import audit\n"
        "def count(paper):\n    return len(audit(paper).findings)\n"
        "if __name__ == '__main__':\n"
        "    with multiprocessing.get_context('spawn').Pool(2) as pool:\n"
        f"        print(pool.map(count, [{str(PAPER)!r}] * 2) == [count({str(PAPER)!r})] * 2)\n",
        "utf-8",
    )
    assert python(str(script)).stdout == "True\n"


@pytest.mark.parametrize(
    ("executable", "why"),
    [("/bin/false", "it ended with code 1"), ("/no/such/python", "No such file or directory")],
)
def test_a_reader_that_does_not_start_is_not_told_as_a_damaged_paper(
    monkeypatch: pytest.MonkeyPatch, executable: str, why: str
) -> None:
    if why.startswith("it") and not Path(executable).exists():
        pytest.skip("this system has no such program")
    monkeypatch.setattr(processes, "_may_fork", lambda: False)
    monkeypatch.setattr("multiprocessing.spawn.get_executable", lambda: executable)
    with pytest.raises(PaperError) as refusal:
        extract(PAPER)
    assert refusal.value.problem == f"was not read: no process to read it could be started ({why})."
    assert refusal.value.remedy == "Try again when the machine has less to do, or with --jobs 1."


def test_a_reader_that_is_slow_to_start_is_not_told_as_a_damaged_paper(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(processes, "_may_fork", lambda: False)
    monkeypatch.setattr("multiprocessing.spawn.get_executable", lambda: str(slow))
    monkeypatch.setattr(workers, "START_SECONDS", 0.1)
    with pytest.raises(PaperError, match=r"no process to read it could be started \(it took over 0.1 s\)"):
        extract(PAPER)
