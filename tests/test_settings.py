"""Settings: found from the paper upwards, under the command line; what is wrong in them is told by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import Run

from reportcheck import Options, audit
from reportcheck.settings.keys import KEYS, checked, json_schema

PAPER = """# Draft

In the year 31 of the 82 children (48%) waited less than 14 months.

The meeting is on Monday, 12 June 2025.
"""


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for name in ("drafts/budget.md", "drafts/minutes/june.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAPER, "utf-8")
    return tmp_path


def set_in(folder: Path, text: str, name: str = "reportcheck.toml") -> None:
    (folder / name).write_text(text, "utf-8")


def told(run: Run, *args: str) -> dict[str, list[tuple[str, str]]]:
    """The rule and the severity of each finding, by paper."""
    done = run("audit", "drafts", "--format", "json", *args)
    assert done.returncode in (0, 1), done.stderr
    documents: list[dict[str, Any]] = json.loads(done.stdout)["documents"]
    return {d["path"]: [(f["rule"], f["severity"]) for f in d["findings"]] for d in documents}


def test_without_settings_all_is_as_usual(run: Run, drafts: Path) -> None:
    found = told(run)
    assert {path: [rule for rule, _ in rules] for path, rules in found.items()} == {
        "drafts/budget.md": ["RC120", "RC351"],
        "drafts/minutes/june.md": ["RC120", "RC351"],
    }


def test_rules_are_left_out_for_some_papers_and_severities_are_one_s_own(run: Run, drafts: Path) -> None:
    set_in(
        drafts / "drafts",
        '[severity]\nRC12 = "note"\n[per-file."minutes/*"]\nignore = ["RC351"]\nseverity = {RC120 = "error"}\n',
    )
    assert told(run, "--select", "RC120,RC351")["drafts/minutes/june.md"] == [("RC120", "error")]
    assert told(run)["drafts/budget.md"][0] == ("RC120", "note")
    assert [rule for rule, _ in told(run)["drafts/budget.md"]] == ["RC120", "RC351"]


def test_the_nearest_file_counts_and_reportcheck_toml_before_pyproject(run: Run, drafts: Path) -> None:
    set_in(drafts, '[tool.reportcheck]\nselect = "RC351"\n', "pyproject.toml")
    assert [rule for rule, _ in told(run)["drafts/minutes/june.md"]] == ["RC351"]
    set_in(drafts / "drafts", '[tool.other]\nx = "reportcheck"\n', "pyproject.toml")
    assert [rule for rule, _ in told(run)["drafts/minutes/june.md"]] == ["RC351"], "it says nothing of reportcheck"
    set_in(drafts / "drafts/minutes", '[tool.reportcheck]\nselect = "RC351"\n', "pyproject.toml")
    set_in(drafts / "drafts/minutes", 'select = "RC120"\n')
    found = told(run)
    assert [rule for rule, _ in found["drafts/minutes/june.md"]] == ["RC120"]
    assert [rule for rule, _ in found["drafts/budget.md"]] == ["RC351"]


def test_a_path_that_leads_through_a_folder_takes_none_of_its_settings(run: Run, drafts: Path) -> None:
    set_in(drafts / "drafts/minutes", 'select = "RC120"\n')
    set_in(drafts, '[per-file."drafts/*.md"]\nignore = "RC120"\n')
    for name, rule in (("minutes/../budget.md", "RC351"), ("./minutes/june.md", "RC120")):
        (document,) = json.loads(run("audit", f"drafts/{name}", "--format", "json").stdout)["documents"]
        assert [f["rule"] for f in document["findings"]] == [rule]


def test_the_command_line_goes_before(run: Run, drafts: Path) -> None:
    set_in(drafts, 'select = ["RC120"]\nfail-on = "never"\n')
    assert run("audit", "drafts").returncode == 0
    assert run("audit", "drafts", "--fail-on", "warning").returncode == 1, "as usual, but said"
    assert {rule for rule, _ in told(run, "--select", "RC351")["drafts/budget.md"]} == {"RC351"}


def test_each_paper_fails_by_its_own_settings(run: Run, drafts: Path) -> None:
    set_in(drafts, '[per-file."june.md"]\nfail-on = "never"\n')
    assert run("audit", "drafts/minutes/june.md").returncode == 0
    assert run("audit", "drafts/budget.md").returncode == 1
    assert run("audit", "drafts", "--format", "json", "--output", "results/").returncode == 1


def test_a_folder_of_results_is_made_anew_where_the_settings_of_a_paper_change(run: Run, drafts: Path) -> None:
    run("audit", "drafts", "--format", "json", "--output", "results/")
    set_in(drafts / "drafts/minutes", 'ignore = ["RC351"]\n')
    done = run("audit", "drafts", "--format", "json", "--output", "results/")
    assert b"1 unchanged" in done.stdout


def test_rules_and_a_baseline_are_looked_for_beside_the_settings(run: Run, drafts: Path) -> None:
    assert run("baseline", "drafts", "--output", "drafts/old.json").returncode == 0
    set_in(drafts / "drafts", 'baseline = "old.json"\n')
    assert told(run) == {"drafts/budget.md": [], "drafts/minutes/june.md": []}
    set_in(drafts / "drafts", 'rules = ["none/"]\n')
    done = run("audit", "drafts")
    said = "drafts/reportcheck.toml: rules drafts/none: there is no such file or folder. Name one that holds rules"
    assert (done.returncode, said in done.stderr.decode()) == (2, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignor = []", "unknown key 'ignor' (did you mean ignore?). Keys are: select, ignore,"),
        ('fail-on = "warnings"', "fail-on is one of error, warning, note, never, and not 'warnings' (did you mean"),
        ("memory = 64", "memory takes a whole number from 128, and not 64."),
        ("fail-under = 101", "fail-under takes a number from 0 to 100, and not 101."),
        ("file-seconds = inf", "file-seconds takes a number from 0.1 to 604800, and not inf."),
        ("page-seconds = nan", "page-seconds takes a number from 0.1 to 604800, and not nan."),
        (
            "memory = " + "7" * 5000,
            "reportcheck.toml: is not TOML (a number has too many digits). Mend it, or move it away.",
        ),
        (
            "select = " + "[" * 5000,
            "toml: is not TOML (too many brackets lie within each other). Mend it, or move it away.",
        ),
        ("ocr = 1", "ocr takes true or false, and not 1."),
        ("jobs = true", "jobs takes a whole number from 0, and not true."),
        ("select = [1]", 'select takes names, such as ["RC101", "RC351"], and not [1].'),
        ('[severity]\nRC351 = "eror"', "severity: RC351 is one of error, warning, note, and not 'eror' (did you mean"),
        ('[per-file."a*"]\nx = 1', "reportcheck.toml, per-file \"a*\": unknown key 'x'."),
        ("per-file = 1", 'per-file takes a table for each pattern, such as [per-file."minutes/*.md"].'),
        ("select = [", "reportcheck.toml: is not TOML ("),
        ('ignore = ["total-disagree"]', "reportcheck.toml: ignore total-disagree: no rule has this id or name (did"),
        ('[severity]\nRC999 = "note"', "reportcheck.toml: severity RC999: no rule has this id or name."),
    ],
)
def test_what_is_wrong_is_told_by_name_before_a_paper_is_read(run: Run, drafts: Path, text: str, said: str) -> None:
    set_in(drafts, text)
    done = run("audit", "drafts")
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert done.stdout == b""


def test_config_shows_each_value_and_the_file_that_says_it(run: Run, drafts: Path) -> None:
    set_in(drafts, 'ignore = ["RC4"]\nocr = true\n[per-file."drafts/minutes/*"]\nignore = "RC351"\n')
    lines = run("config", "drafts/minutes/june.md").stdout.decode().splitlines()
    shown = {line.split(" = ")[0]: " ".join(line.split()) for line in lines}
    assert list(shown) == list(KEYS)
    assert shown["ignore"] == 'ignore = ["RC4", "RC351"] # reportcheck.toml, per-file "drafts/minutes/*"'
    assert shown["ocr"] == "ocr = true # reportcheck.toml"
    assert shown["fail-on"] == 'fail-on = "warning" # the default'
    assert 'ignore = ["RC4"] ' in run("config", "drafts").stdout.decode()
    assert run("config", "none").stderr == b"reportcheck: none: there is no such file or folder.\n"


def test_config_shows_values_as_toml_has_them(run: Run, drafts: Path) -> None:
    set_in(drafts, "memory = 1048576\nfail-under = 33.25\npage-seconds = 0.1\nbaseline = 'a \"b\".json'\n")
    lines = run("config", "drafts/minutes/june.md").stdout.decode().splitlines()
    assert [line for line in lines if "reportcheck.toml" in line or line.startswith("file-seconds")] == [
        "fail-under = 33.25                                    # reportcheck.toml",
        'baseline = "a \\"b\\".json"                           # reportcheck.toml',
        "memory = 1048576                                  # reportcheck.toml",
        "page-seconds = 0.1                                      # reportcheck.toml",
        "file-seconds = 600                                      # the default",
    ]


def test_the_schema_takes_what_is_taken_and_refuses_what_is_refused(run: Run) -> None:
    schema = json.loads(run("config", "--schema").stdout)
    assert schema == json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    good = {"select": ["RC1"], "severity": {"RC1": "note"}, "per-file": {"a/*": {"ignore": "RC2", "memory": 512}}}
    jsonschema.validate(good, schema)
    for bad in ({"ignor": []}, {"memory": 64}, {"fail-on": "x"}, {"per-file": {"a": {"b": 1}}}, {"severity": {"a": 1}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema)


def test_accept_reads_the_paper_by_its_settings(run: Run, drafts: Path) -> None:
    mark = json.loads(run("audit", "drafts/budget.md", "--format", "json").stdout)["documents"][0]["findings"][0]
    set_in(drafts, 'select = "RC351"\n')
    done = run("accept", "drafts/budget.md", mark["fingerprint"], "--reason", "x")
    assert f"has no finding with the fingerprint {mark['fingerprint']}" in done.stderr.decode()


AMBIGUOUS = "# Draft\n\nThe meeting is on Saturday, 5/4/2025.\n"


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("", []),
        ('date-order = "day"', []),
        ('date-order = "month"', ["4 May 2025 is a Sunday, not a Saturday."]),
    ],
)
def test_what_comes_first_in_a_date_of_digits_can_be_said(run: Run, drafts: Path, order: str, told: list[str]) -> None:
    set_in(drafts, order)
    (drafts / "drafts/budget.md").write_text(AMBIGUOUS, "utf-8")
    done = run("audit", "drafts/budget.md", "--select", "RC351", "--format", "json")
    assert [f["message"] for f in json.loads(done.stdout)["documents"][0]["findings"]] == told


def test_dates_that_can_be_read_one_way_only_go_before_what_people_say(run: Run, drafts: Path) -> None:
    set_in(drafts, 'date-order = "month"')
    (drafts / "drafts/budget.md").write_text(AMBIGUOUS + "\nThe last one was on 22/3/2025.\n", "utf-8")
    assert run("audit", "drafts/budget.md", "--select", "RC351").returncode == 0


def test_the_year_of_a_paper_that_does_not_say_can_be_said(run: Run, drafts: Path) -> None:
    lines = "".join(
        f"{word} was discussed by all.\n\n" for word in "Roads Parks Trees Halls Bins Lamps Paths".split() * 2
    )
    paper = f"# Larkfield Parish Council\n\n{lines}## Annual governance statement 2023-24\n\nAll was well.\n"
    (drafts / "drafts/budget.md").write_text(paper, "utf-8")
    before = run("audit", "drafts/budget.md")
    set_in(drafts, "[per-file.\"budget.md\"]\nyear = '2024-25'")
    after = run("audit", "drafts/budget.md")
    assert (before.returncode, after.returncode) == (0, 1)
    told = " ".join(after.stdout.decode().split())
    assert "stands in a report on 2024/25: its year should be 2024/25." in told
    (drafts / "drafts/budget.md").write_text("# Report for 2023-24\n\n" + paper[2:], "utf-8")
    assert run("audit", "drafts/budget.md").returncode == 0, "it says itself which year it is of"


def test_a_year_may_be_the_calendar_s(run: Run, drafts: Path) -> None:
    set_in(drafts, "year = 2025")
    (drafts / "drafts/budget.md").write_text("# Accounts\n\nClosing balance at 31 December 2024\n", "utf-8")
    assert b"stands in the accounts of the year to 31 December 2025" in run("audit", "drafts/budget.md").stdout
    (drafts / "drafts/budget.md").write_text("# Accounts\n\nClosing balance at 31 December 2025\n", "utf-8")
    assert run("audit", "drafts/budget.md").returncode == 0


def test_whose_dollars_they_are_can_be_said(run: Run, drafts: Path) -> None:
    def units() -> set[str]:
        done = run("audit", "drafts/budget.md", "--select", "RC120,RC121", "--format", "json", "--verbose")
        (document,) = json.loads(done.stdout)["documents"]
        told = [*document["findings"], *document["held"]]
        return {f["unit"] for each in told for f in each["figures"] if "$" in f["text"]}

    fees = "Fees rose by $50 to $250 from $200 last year."
    (drafts / "drafts/budget.md").write_text(f"# Draft\n\n{fees}\n", "utf-8")
    assert units() == {"USD"}
    set_in(drafts, 'currency = "aud"')
    assert units() == {"AUD"}
    (drafts / "drafts/budget.md").write_text(f"# Draft\n\nAll sums are in US$.\n\n{fees}\n", "utf-8")
    assert units() == {"USD"}, "the paper says so itself"
    set_in(drafts, 'currency = "GBP"')
    (drafts / "drafts/budget.md").write_text(f"# Draft\n\n{fees}\n", "utf-8")
    assert units() == {"USD"}, "no pound has this sign"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('year = "2024-26"', "year is a year, such as 2025 or \"2024-25\", and not '2024-26'."),
        ("year = true", 'year is a year, such as 2025 or "2024-25", and not true.'),
        ('date-order = "days"', "date-order is one of day, month, and not 'days' (did you mean day?)."),
        ('curency = "GBP"', "unknown key 'curency' (did you mean currency?)."),
    ],
)
def test_wrong_words_on_years_and_money_are_told(run: Run, drafts: Path, text: str, said: str) -> None:
    set_in(drafts, text)
    done = run("audit", "drafts/budget.md")
    assert done.returncode == 2
    assert f"reportcheck.toml: {said}" in done.stderr.decode()


@pytest.mark.parametrize("year", ["2024-25", "2024/2025", "1999-00", "2025", 2025])
def test_years_are_taken_as_people_write_them(year: object) -> None:
    assert checked({"year": year}, "here") == {"year": str(year)}
    jsonschema.validate({"year": year}, json_schema())


def test_python_reads_no_settings(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_in(drafts, 'ignore = ["RC351"]\n')
    monkeypatch.chdir(drafts)
    found = {finding.rule.id for finding in audit("drafts/budget.md").findings}
    assert found == {"RC120", "RC351"}
    dated = audit(AMBIGUOUS.encode(), name="a.md", select="RC351", options=Options(date_order="month"))
    assert [f.message for f in dated.findings] == ["4 May 2025 is a Sunday, not a Saturday."]


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--file-seconds", "inf", "inf is not in the range 0.1<=x<=604800.0."),
        ("--file-seconds", "nan", "nan is not a number."),
        ("--page-seconds", "1e300", "1e+300 is not in the range 0.1<=x<=604800.0."),
        ("--page-seconds", "nan", "nan is not a number."),
        ("--fail-under", "nan", "nan is not a number."),
    ],
)
def test_an_option_takes_no_number_that_cannot_be_kept_to(
    run: Run, drafts: Path, option: str, value: str, told: str
) -> None:
    done = run("audit", "drafts/budget.md", option, value)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines()[-1] == f"Error: Invalid value for '{option}': {told}"
