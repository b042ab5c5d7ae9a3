"""What a terminal shows: every style can be read on white and on black, and the wrong figure is what stands out."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run
from reports import report, total
from rich.color import Color
from rich.style import Style
from written import write

from reportcheck.report.console import THEME, console
from reportcheck.report.terminal import write_report

Rgb = tuple[int, int, int]
PALETTES: dict[str, list[Rgb]] = {
    "xterm": [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ],
    "macOS Terminal": [
        (0, 0, 0), (194, 54, 33), (37, 188, 36), (173, 173, 39), (73, 46, 225), (211, 56, 211), (51, 187, 200),
        (203, 204, 205), (129, 131, 131), (252, 57, 31), (49, 231, 34), (234, 236, 35), (88, 51, 255), (249, 53, 248),
        (20, 240, 240), (233, 235, 235),
    ],
    "Windows Terminal": [
        (12, 12, 12), (197, 15, 31), (19, 161, 14), (193, 156, 0), (0, 55, 218), (136, 23, 152), (58, 150, 221),
        (204, 204, 204), (118, 118, 118), (231, 72, 86), (22, 198, 12), (249, 241, 165), (59, 120, 255), (180, 0, 158),
        (97, 214, 214), (242, 242, 242),
    ],
}  # fmt: skip
"""The sixteen colours of each, as their makers publish them."""
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
NEEDED = 4.5


def luminance(colour: Rgb) -> float:
    parts = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def shown(colour: Color | None, default: Rgb, palette: list[Rgb], bold: bool = False) -> Rgb:
    """A colour on screen; many terminals show the first eight bright where they are bold."""
    if colour is None or colour.number is None:
        return default
    return palette[colour.number + 8 if bold and colour.number < 8 else colour.number]


def worst(style: Style, ground: Rgb) -> float:
    """The least contrast of a style over all palettes, with bold letters bright and not."""
    text = BLACK if ground == WHITE else WHITE
    found = []
    for palette in PALETTES.values():
        behind = shown(style.bgcolor, ground, palette)
        for bright in (False, bool(style.bold)):
            red, green, blue = shown(style.color, text, palette, bright)
            if style.dim:
                red, green, blue = (red + behind[0]) // 2, (green + behind[1]) // 2, (blue + behind[2]) // 2
            found.append(contrast((red, green, blue), behind))
    return min(found)


@pytest.mark.parametrize("ground", [WHITE, BLACK], ids=["on-white", "on-black"])
@pytest.mark.parametrize("name", sorted(THEME.styles))
def test_every_style_can_be_read(name: str, ground: Rgb) -> None:
    assert worst(THEME.styles[name], ground) >= NEEDED


@pytest.mark.parametrize("style", ["bold red", "bold yellow", "cyan", "green", "dim"])
def test_the_measure_knows_what_cannot_be_read(style: str) -> None:
    assert min(worst(Style.parse(style), WHITE), worst(Style.parse(style), BLACK)) < NEEDED


def test_the_wrong_figure_and_its_marks_are_the_strongest_thing_on_screen() -> None:
    out = io.StringIO()
    to = type(console(out))(
        file=out, theme=THEME, markup=False, highlight=False, force_terminal=True, color_system="standard", width=80
    )
    write_report(to, report(total()))
    lines = out.getvalue().splitlines()
    at = next(n for n, line in enumerate(lines) if "^" in line)
    assert "\x1b[1;97;41m52\x1b[0m" in lines[at - 1]
    assert "\x1b[1m^^\x1b[0m" in lines[at]
    assert "\x1b[2" not in out.getvalue()


def test_errors_that_are_alike_are_told_together(run: Run, tmp_path: Path) -> None:
    for number in range(31):
        write(tmp_path, f"p/{number:02}.txt", b"")
    write(tmp_path, "p/other.docx", b"words")
    for extra in ((), ("--format", "json"), ("--output", "results/")):
        told = run("audit", "p", *extra).stderr.decode().splitlines()
        assert told[9] == "reportcheck: p/09.txt: the file is empty. Save it again, or leave it out."
        assert told[10].startswith("reportcheck: p/other.docx: is not a Word file")
        assert told[11:] == ["reportcheck: 21 more: the file is empty. Save it again, or leave it out."]


def test_standard_input_is_called_so(run: Run) -> None:
    assert run("audit", "-", stdin=b"").stderr.startswith(b"reportcheck: standard input: the file is empty.")
    assert run("audit", "-", stdin=b"Words.\n").stdout.startswith(b"standard input\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Unix")
@pytest.mark.parametrize("args", ["rules", "audit a.txt -v", "--help"])
def test_a_reader_that_has_read_enough_ends_the_command_quietly(tmp_path: Path, args: str) -> None:
    write(tmp_path, "a.txt", b"In the year 31 of the 82 children (48%) waited less than 14 months.\n" * 3000)
    command = f"{sys.executable} -m reportcheck {args} | head -1 > /dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path, check=False)
    assert done.stderr == b""
    assert done.stdout in ((b"141\n",) if args != "--help" else (b"0\n", b"141\n"))
