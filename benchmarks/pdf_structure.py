"""Scores table structure on the ICDAR 2013 papers: our F1, each peer's, and each paper's where asked.

  python benchmarks/pdf_structure.py ../shared/bench/structure.py ../shared/corpus/tables-icdar2013 [--peers tabula,...]

The measure is that script's: adjacency relations of cells, averaged over papers.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pdf_peers import peer_python


def main() -> None:
    """Run the script for us and for each peer."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("script", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peers", default="")
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--venv", type=Path, default=Path(tempfile.gettempdir()) / "reportcheck-peers")
    args = parser.parse_args()
    each = ["--each"] if args.each else []
    ours = [sys.executable, str(args.script), str(args.folder), *each, "--command", f"{sys.executable} -m reportcheck"]
    print("reportcheck", flush=True)
    subprocess.run(ours, check=True)
    for name in filter(None, args.peers.split(",")):
        print(name, flush=True)
        python = peer_python(args.venv)
        subprocess.run([str(python), str(args.script), str(args.folder), "--peer", name], check=True)


if __name__ == "__main__":
    main()
