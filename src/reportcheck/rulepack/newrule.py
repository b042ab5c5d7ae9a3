"""A name and a kind -> the text of a rule of one's own, which begins as the shortest shipped rule of that kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from reportcheck.checks import params_of, sentence_of
from reportcheck.errors import UsageError
from reportcheck.rulepack import load_rules, rules_folder

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_OWN = re.compile(r"^id: OWN(\d+)\s*$", re.MULTILINE)


def new_rule(name: str, kind: str, beside: Path) -> str:
    """The file's text. Its examples hold as they stand, so that `rules check` is content before one changes them.

    Its id is the first that no rule in the folder `beside` has. UsageError where the name is no name of a rule.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"rules new {name}: a rule is called in small letters and hyphens, such as pupils-add-up.")
    files = [rules_folder() / rule.source for rule in load_rules(examples=False) if rule.kind == kind]
    texts = sorted((path.read_text("utf-8") for path in files), key=lambda text: (len(text), text))
    params, _, examples = texts[0].partition("\nexamples:") if texts else ("", "", "\n")
    _, given, params = params.partition("\nparams:")
    fields = ", ".join(params_of(kind)._fields)
    return (
        f"# {sentence_of(kind)}\n"
        f"id: OWN{_free(beside):03}\n"
        f"name: {name}\n"
        f"kind: {kind}\n"
        "severity: warning\n"
        "why: >\n"
        "  Say here what goes wrong where nobody checks this, and for whom.\n"
        + (f"# It can take: {fields}. `reportcheck rules --kinds {kind}` says what each is.\n" if fields else "")
        + (f"params:{params}\n" if given else "")
        + "# Write your own: a text in which it finds something, word for word, and one that it leaves alone.\n"
        + f"examples:{examples}"
    )


def _free(folder: Path) -> int:
    return 1 + max((number for path in folder.glob("*.yaml") for number in _numbers(path)), default=0)


def _numbers(path: Path) -> Iterable[int]:
    return [int(number) for number in _OWN.findall(path.read_text("utf-8", "replace"))]
