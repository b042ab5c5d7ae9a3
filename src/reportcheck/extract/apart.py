"""Work on a stranger's file in a process of its own, once: a request and the file go in, an answer comes out.

The request stands on the first line of the process's standard input as JSON, the file behind it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

from reportcheck.errors import PaperError
from reportcheck.extract import Options

_SOURCE = str(Path(__file__).resolve().parents[2])


def done_apart(server: str, request: dict[str, Any], data: bytes, name: str, seconds: float) -> bytes:
    """What the function `server` ("package.module:function") answers; what it had written by then, where time ran out.

    PaperError where no process could be started, or where it ended without an answer.
    """
    module, _, function = server.partition(":")
    known = os.pathsep.join(filter(None, (_SOURCE, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-c", f"from {module} import {function}; {function}()"],
            input=json.dumps(request).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": known},
        )
    except subprocess.TimeoutExpired as late:
        return late.stdout or b""
    except OSError as problem:
        raise PaperError(name, f"no process could be started for it ({problem}).", "Try again.") from problem
    return done.stdout


def asked() -> tuple[dict[str, Any], bytes, IO[bytes]]:
    """In the process itself: the request, the file, and where the answer goes. From here on it is under the limits."""
    from reportcheck.extract.sandbox import confine

    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    answer = os.fdopen(os.dup(1), "wb")  # What the libraries print goes nowhere from here on.
    confine(Options())
    return request, data, answer
