"""Rules of one's own: what is wrong with one is told where it is read, its examples are tried, kinds are explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from written import write

from reportcheck.checks import KINDS
from reportcheck.rulepack.newrule import new_rule
from reportcheck.rulepack.rulefile import load_rule

RULE = """\
id: LC001
name: our-total
kind: table
severity: error
why: Because.
params:
  laws: [total]
examples:
  - text: |
      Item\t2023\t2024
      Bread\t1,031\t1,214
      Milk\t2,055\t2,381
      Tea\t1,212\t1,347
      Total\t4,298\t4,842
    finds: [MESSAGE]
  - text: |
      Item\t2023\t2024
      Bread\t1,031\t1,214
      Milk\t2,055\t2,381
      Tea\t1,212\t1,347
      Total\t4,298\t4,942
"""
TABLE = b"Item\t2023\t2024\nBread\t1,031\t1,214\nMilk\t2,055\t2,381\nTea\t1,212\t1,347\nTotal\t4,298\t4,842\n"


@pytest.fixture
def message(run: Run, tmp_path: Path) -> str:
    """What the rule says of its first example."""
    write(tmp_path, "probe/r.yaml", RULE.replace("MESSAGE", "x").encode())
    told = run("rules", "check", "probe").stdout.decode()
    return " ".join(told.partition("finds: ")[2].partition("1 rule:")[0].split())


def test_examples_that_come_out_as_promised(run: Run, tmp_path: Path, message: str) -> None:
    write(tmp_path, "own/r.yaml", RULE.replace("MESSAGE", f"'{message}'").encode())
    for path in ("own", "own/", "own/r.yaml"):
        done = run("rules", "check", path)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"1 rule: 1 as promised, 0 not\n", b"")


def test_examples_that_do_not(run: Run, tmp_path: Path, message: str) -> None:
    wrong = RULE.replace("MESSAGE", "nothing like it").replace("4,942", "4,742")
    write(tmp_path, "own/r.yaml", wrong.encode())
    done = run("rules", "check", "own")
    assert done.returncode == 1
    told = " ".join(done.stdout.decode().split())
    assert "own/r.yaml: LC001: example 1: does not find: nothing like it" in told
    assert f"own/r.yaml: LC001: example 1: finds: {message}" in told
    assert "own/r.yaml: LC001: example 2: finds: " in told
    assert told.endswith("1 rule: 0 as promised, 1 not")


def test_a_rule_without_examples_or_one_that_tests_nothing(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "own/r.yaml", RULE.partition("examples")[0].encode())
    told = run("rules", "check", "own").stdout.decode()
    assert "own/r.yaml: LC001: no example shows what it finds\n" in told
    assert "own/r.yaml: LC001: no example shows what it leaves alone\n" in told
    write(tmp_path, "own/r.yaml", (RULE.partition("examples")[0] + "examples:\n  - text: Words.\n").encode())
    assert "example 1: the rule met nothing to test in it" in run("rules", "check", "own").stdout.decode()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("laws: [total]", "laws: [totl]"), "own/r.yaml, line 6: params: 'laws' is one of total, difference, share, "
         "ratio, change, average, roll-forward, found 'totl' (did you mean total?)"),
        (("kind: table", "kind: tabel"), "own/r.yaml, line 3: unknown kind 'tabel' (did you mean table?). "
         "`reportcheck rules --kinds` lists them."),
        (("name: our-total", "id: LC002\nname: our-total"),
         "own/r.yaml, line 2: 'id' stands here twice. Leave one out."),
        (("  laws: [total]", "  laws: [total]\n  laws: [share]"),
         "own/r.yaml, line 8: 'laws' stands here twice. Leave one out."),
        (("severity", "severty"), "own/r.yaml, line 4: unknown key 'severty' (did you mean severity?)."),
        (("kind: table", "kind: whole-counts"), "own/r.yaml, line 6: params: unknown key 'laws'; known are moves, "),
        (("kind: table\nseverity: error\nwhy: Because.\nparams:\n  laws: [total]",
          "kind: whole-counts\nseverity: error\nwhy: Because.\nparams:\n  moves: ['(unclosed']\n  plain: []"),
         "own/r.yaml, line 6: params: 'moves' takes plain words, alternatives parted by |, and no pattern; "
         "found '(unclosed'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_is_read(run: Run, tmp_path: Path, change: tuple[str, str], told: str) -> None:
    write(tmp_path, "own/r.yaml", RULE.replace(*change).encode())
    write(tmp_path, "a.txt")
    for command in (("rules", "check", "own"), ("rules", "check", "own/r.yaml"), ("audit", "a.txt", "--rules", "own")):
        done = run(*command)
        assert done.returncode == 2
        assert done.stderr.decode().startswith(f"reportcheck: {told}")
        assert done.stderr.count(b"\n") == 1


def test_words_that_are_no_pattern_are_words(run: Run, tmp_path: Path) -> None:
    """A noun with signs that mean something in patterns is looked for as it stands."""
    rule = "id: XX1\nname: ours\nkind: whole-counts\nseverity: note\nwhy: Because.\nparams:\n"
    rule += "  moves: [budget (net)]\n  plain: []\n"
    write(tmp_path, "own/r.yaml", rule.encode())
    write(tmp_path, "a.txt", b"The budget is 412,500 pounds in 2024. The budget of 412,700 pounds in 2024 is agreed.\n")
    assert run("audit", "a.txt", "--rules", "own", "--select", "XX1").returncode == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("empty/note.txt", "empty, line 1: this folder holds no rule. A rule is a file whose name ends in .yaml."),
        ("empty/a.yml", "empty/a.yml, line 1: the names of rules end in .yaml. Rename it."),
    ],
)
def test_folders_without_a_rule_and_other_endings_are_told(run: Run, tmp_path: Path, name: str, told: str) -> None:
    write(tmp_path, name, RULE.encode())
    write(tmp_path, "a.txt")
    for command in (("rules", "check", "empty"), ("audit", "a.txt", "--rules", "empty")):
        done = run(*command)
        assert (done.returncode, done.stderr.decode()) == (2, f"reportcheck: {told}\n")


def test_one_file_of_rules_is_taken(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "own/r.yaml", RULE.encode())
    write(tmp_path, "a.txt", TABLE)
    assert b"LC001" in run("audit", "a.txt", "--rules", "own/r.yaml", "--select", "LC001").stdout
    nowhere = run("audit", "a.txt", "--rules", "own/none.yaml")
    assert nowhere.stderr.startswith(b"reportcheck: --rules own/none.yaml: there is no such file or folder.")
    assert run("rules", "check").returncode == 2


# ---------------------------------------------------------------- finding one's way


def test_rules_are_looked_for_by_a_word(run: Run) -> None:
    listed = run("rules", "total").stdout.decode()
    assert "total-disagrees" in listed
    assert "This is found" not in listed
    assert "weekday" not in listed
    assert b"RC134 warning spend-word" in run("rules", "overspend").stdout
    assert run("rules", "zebra").stderr.startswith(b"reportcheck: zebra: no rule has this id or name.")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("rules", "totl-disagrees"), "(did you mean total-disagrees?)"),
        (("audit", "a.txt", "--select", "totl-disagrees"), "(did you mean total-disagrees?)"),
        (("audit", "a.txt", "--ignore", "total-disagree"), "(did you mean total-disagrees?)"),
        (("rules", "--kinds", "whole_counts"), "(did you mean whole-counts?)"),
        (("adit", "a.txt"), "(did you mean audit?)"),
        (("a.txt",), "(did you mean: reportcheck audit a.txt?)"),
        (("gone.pdf", "--pages", "3"), "(did you mean: reportcheck audit gone.pdf --pages 3?)"),
        (("2024/*.pdf",), "(did you mean: reportcheck audit '2024/*.pdf'?)"),
        (("audit", "a.txt", "--page", "3"), "--pages"),
    ],
)
def test_who_misses_a_name_is_told_the_nearest(run: Run, tmp_path: Path, command: tuple[str, ...], told: str) -> None:
    write(tmp_path, "a.txt")
    done = run(*command)
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert b"did you mean" not in run("rules", "zebra").stderr


def test_every_kind_is_listed_and_explained(run: Run) -> None:
    from reportcheck.checks import KINDS

    listed = run("rules", "--kinds").stdout.decode()
    assert [line.partition(":")[0] for line in listed.splitlines() if not line.startswith(" ")] == list(KINDS)
    told = run("rules", "--kinds", *KINDS)
    assert (told.returncode, told.stderr) == (0, b"")
    one = " ".join(run("rules", "--kinds", "whole-counts").stdout.decode().split())
    assert "params: `moves` are words that make a count another one (approved, ceased, new), `plain` ones" in one
    assert "moves: a list, each plain words, alternatives parted by |; needed" in one
    assert "margin: a whole number; 4 where it is left out" in one
    assert "for example RC" in one


def test_the_readme_shows_each_way_to_install_and_releasing_the_tag_of_the_hook() -> None:
    root = Path(__file__).resolve().parent.parent
    readme = (root / "README.md").read_text("utf-8")
    for way in ("pipx install .", "uv tool install .", "python3 -m venv .venv", "py -m venv .venv", " MB"):
        assert way in readme
    tag = readme.partition("rev: ")[2].split()[0]
    assert f"git tag {tag}" in (root / "RELEASING.md").read_text("utf-8")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_rule_is_as_promised_before_it_is_filled_in(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "my-rule.yaml"
    path.write_text(new_rule("my-rule", kind, tmp_path), "utf-8")
    rule = load_rule(path)
    assert (rule.id, rule.name, rule.kind, rule.severity) == ("OWN001", "my-rule", kind, "warning")
    assert any(example.finds for example in rule.examples)
    assert "id: OWN002\n" in new_rule("other", kind, tmp_path)


def test_a_new_rule_is_written_where_none_is(run: Run, tmp_path: Path) -> None:
    done = run("rules", "new", "wrong-day", "--kind", "weekday")
    said = "wrong-day.yaml is written: fill it in, then try it with: reportcheck rules check wrong-day.yaml\n"
    assert (done.returncode, done.stdout.decode()) == (0, said)
    assert run("rules", "check", "wrong-day.yaml").stdout.decode() == "1 rule: 1 as promised, 0 not\n"
    for args, told in (
        (("wrong-day", "--kind", "weekday"), "wrong-day.yaml is there already. Name another rule."),
        (("x",), "rules new takes a name and a kind: reportcheck rules new pupils-add-up --kind label-sum"),
        (("x", "--kind", "wekday"), "--kind wekday: no kind has this name (did you mean weekday?). See"),
        (("X Y", "--kind", "weekday"), "rules new X Y: a rule is called in small letters and hyphens"),
        (("none/x", "--kind", "weekday"), "none: there is no such folder. Make it first."),
    ):
        done = run("rules", "new", *args)
        assert (done.returncode, told in done.stderr.decode()) == (2, True), done.stderr


@pytest.mark.parametrize(
    ("kind", "example", "told"),
    [
        ("table", "papers: {a.md: x, b.md: y}", "examples: the first needs 'text', and no other."),
        ("runs-on", "text: x", "examples: the first needs 'papers', and no other."),
    ],
)
def test_a_rule_across_papers_has_examples_of_papers(
    run: Run, tmp_path: Path, kind: str, example: str, told: str
) -> None:
    params = "params: {laws: [total]}\n" if kind == "table" else ""
    rule = f"id: LC009\nname: own-rule\nkind: {kind}\nseverity: note\nwhy: x\n{params}examples:\n  - {example}\n"
    write(tmp_path, "own/own-rule.yaml", rule.encode())
    done = run("rules", "check", "own")
    assert done.returncode == 2
    assert told in done.stderr.decode()
