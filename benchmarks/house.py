"""What a stranger meets in the house: names a check imports, homes of words, long and branching functions, lines.

python benchmarks/house.py [src/reportcheck] [--most 10]
"""

from __future__ import annotations

import argparse
import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

_WORDS = {
    "hedges": r"\b(?:nearly|almost|roughly|approximately|circa|about|around)\b",
    "months": r"\b(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t?ember|ober)?\b",
    "number words": r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|thirty)\b",
    "captions": r"\b(?:table|figure|chart|annex|appendix|appendices|exhibit|schedule)\b",
}
"""Two words of such a list may be part of a rule; a text with more is a list of its own, and belongs in words/."""
_BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.comprehension)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def main() -> None:
    """Print the figures, and with `--most` the functions that branch most."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", type=Path, nargs="?", default=Path("src/reportcheck"))
    parser.add_argument("--most", type=int, default=0, help="name so many functions that branch most")
    args = parser.parse_args()
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(args.source.rglob("*.py"))}
    _imports(trees)
    for name, words in _WORDS.items():
        homes = [str(path.relative_to(args.source)) for path, tree in trees.items() if _lists(tree, words)]
        away = [home for home in homes if not home.startswith("words/")]
        print(f"lists of {name} outside words/: {len(away)} modules: {', '.join(away)}")
    stemmers = [
        str(p.relative_to(args.source)) for p, t in trees.items() if any("stem" in f.name for f in _functions(t))
    ]
    print(f"modules with a function called a stemmer: {', '.join(stemmers)}")
    functions = [(path, f) for path, tree in trees.items() for f in _functions(tree)]
    sizes = sorted((f.end_lineno or f.lineno) - f.lineno + 1 for _, f in functions)
    branches = sorted(
        ((_branches(f), str(path.relative_to(args.source)), f.name) for path, f in functions), reverse=True
    )
    print(f"{len(functions)} functions, {statistics.median(sizes):.0f} lines at the median, {sizes[-1]} at most")
    print(f"functions with over 15 branches: {sum(count > 15 for count, *_ in branches)}")
    for count, path, name in branches[: args.most]:
        print(f"  {count:3} {path} {name}")
    print(f"{len(trees)} modules, {sum(len(path.read_text('utf-8').splitlines()) for path in trees):,} lines")


def _imports(trees: dict[Path, ast.Module]) -> None:
    """How many names, from how many modules of its own, a check imports."""
    names: list[int] = []
    modules: list[int] = []
    for path, tree in trees.items():
        if path.parent.parent.name == "checks" and any(f.name == "relations" for f in _functions(tree)):
            own = [
                node
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportcheck")
            ]
            names.append(sum(len(node.names) for node in own))
            modules.append(len({node.module for node in own}))
    print(
        f"{len(names)} checks import {statistics.median(names):g} names from {statistics.median(modules):g} modules of "
        f"reportcheck at the median, {max(names)} from {max(modules)} at most"
    )


def _lists(tree: ast.Module, words: str) -> bool:
    """Whether a text of the code, which is no docstring, lists such words."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return any(
        len({word[:5] for word in re.findall(words, node.value.lower())} - {"mar", "march"}) > 2
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    )


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _branches(function: Function) -> int:
    """Places at which a function goes one way or another, its inner functions with it."""
    nodes = list(ast.walk(function))
    return sum(isinstance(node, _BRANCHES) for node in nodes) + sum(
        len(node.values) - 1 for node in nodes if isinstance(node, ast.BoolOp)
    )


if __name__ == "__main__":
    main()
