"""The HTML report in a real browser: what it shows, its keys and filters, its marks on the page, and who can use it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from peers import peer
from reports import report, total

from reportcheck import audit
from reportcheck.extract.pictures import PictureOptions, page_pictures
from reportcheck.model import Report
from reportcheck.report.html import html
from reportcheck.report.told import Told

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
NEAR = 3.0
"""Dots by which a mark may miss what it marks."""


class Shown:
    """A report in a tab, and all that the tab complained of or asked the network for."""

    def __init__(self, browser: Any, data: bytes, folder: Path, **context: Any) -> None:
        path = folder / "report.html"
        path.write_bytes(data)
        self.context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **context})
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda problem: self.complaints.append(str(problem)))
        self.page.on("request", lambda asked: self.requests.append(asked.url))
        self.page.goto(path.as_uri())

    def shown(self) -> list[str]:
        """The rules of the findings that can be seen."""
        script = "all => all.filter(f => f.checkVisibility()).map(f => f.dataset.rule)"
        return list(self.page.eval_on_selector_all(".finding", script))


def pictured(data: bytes, made: Report, all_pages: bool = False) -> bytes:
    def pictures(of: Report, pages: tuple[int, ...]) -> dict[int, bytes]:
        turns = {page.number: page.turn for page in of.document.pages if page.turn}
        return page_pictures(data, of.document.path, pages, PictureOptions(turns=turns))

    return html([Told(made.document.path, made)], pictures, all_pages)


@pytest.fixture(scope="module")
def pack() -> bytes:
    path = FIXTURES / "scrutiny-pack.pdf"
    return pictured(path.read_bytes(), audit(str(path)))


@pytest.fixture
def page(browser: Any, pack: bytes, tmp_path: Path) -> Iterator[Shown]:
    tab = Shown(browser, pack, tmp_path)
    yield tab
    tab.context.close()


def test_nothing_is_asked_for_and_nothing_complains(page: Shown) -> None:
    assert [url.partition(":")[0] for url in page.requests if not url.startswith("data:")] == ["file"]
    assert page.complaints == []
    assert page.page.title().startswith("reportcheck: ")
    assert len(page.shown()) == 6


def test_findings_are_filtered_by_severity_rule_page_and_word(page: Shown) -> None:
    tab = page.page
    every = page.shown()
    tab.uncheck("input[value=error]")
    assert page.shown() == ["RC211", "RC133"]
    assert tab.inner_text("#count") == "2 of 6 findings"
    tab.check("input[value=error]")
    tab.select_option("#rule", "RC105")
    assert page.shown() == ["RC105", "RC105"]
    tab.select_option("#rule", "")
    tab.fill("#page", "8")
    assert page.shown() == ["RC133"]
    tab.fill("#page", "")
    tab.fill("#search", "thursday WEDNESDAY")
    assert page.shown() == ["RC351"]
    tab.fill("#search", "no such word")
    assert page.shown() == []
    tab.fill("#search", "")
    assert page.shown() == every


def test_keys_go_from_finding_to_finding_and_can_be_switched_off(page: Shown) -> None:
    tab = page.page
    focused = "document.activeElement.id"
    for key, expected in (("j", "finding-0-1"), ("j", "finding-0-2"), ("k", "finding-0-1"), ("k", "finding-0-1")):
        tab.keyboard.press(key)
        assert tab.evaluate(focused) == expected
    tab.keyboard.press("/")
    assert tab.evaluate(focused) == "search"
    tab.keyboard.type("jt?")
    assert tab.input_value("#search") == "jt?"
    tab.fill("#search", "")
    tab.evaluate("document.activeElement.blur()")
    tab.keyboard.press("?")
    assert tab.is_visible("dialog")
    tab.uncheck("#letters")
    tab.click("dialog button")
    tab.evaluate("document.activeElement.blur()")
    tab.keyboard.press("t")
    assert tab.get_attribute("#ticks", "aria-pressed") == "true"


def test_ticks_go_on_and_off_and_say_their_sums(page: Shown) -> None:
    tab = page.page
    tick = tab.locator("#page-0-4 .tick").first
    assert tick.is_visible()
    tab.locator("#page-0-4 > svg").focus()
    tab.keyboard.press("ArrowRight")
    said = tab.inner_text("#told")
    assert said == tab.evaluate("document.activeElement.getAttribute('aria-label')")
    assert ", verified: " in said
    tab.keyboard.press("Escape")
    assert tab.inner_text("#told") == ""
    tab.evaluate("document.activeElement.blur()")
    tab.keyboard.press("t")
    assert not tick.is_visible()
    assert tab.get_attribute("#ticks", "aria-pressed") == "false"
    tab.click("#ticks")
    tick.hover()
    assert ", verified: " in tab.inner_text("#told")


def test_pictures_are_drawn(page: Shown) -> None:
    widths = page.page.evaluate(
        """Promise.all([...document.querySelectorAll('symbol image')].map(async (drawn) => {
             const image = new Image();
             image.src = drawn.getAttribute('href');
             await image.decode();
             return image.width }))"""
    )
    assert widths == [1100] * 5


def _variants() -> Iterator[tuple[str, int, bool]]:
    yield from (("straight", 0, False), ("rotated", 90, False), ("upside down", 180, False), ("cropped", 0, True))
    yield ("rotated and cropped", 270, True)


@pytest.mark.parametrize(("name", "turn", "crop"), list(_variants()))
def test_a_ring_lies_on_the_figure_that_another_reader_finds(
    browser: Any, tmp_path: Path, name: str, turn: int, crop: bool
) -> None:
    """pdfplumber says where "12,600" is printed on the upright page; the ring's middle is within 3 dots of it."""
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf turns the page: pip install 'reportcheck[test]'")
    stream = io.BytesIO()
    with pikepdf.open(FIXTURES / "scrutiny-pack.pdf") as pdf:
        for sheet in pdf.pages:
            sheet.rotate(turn, relative=False)
            if crop:
                x0, y0, x1, y1 = (float(value) for value in sheet.mediabox)
                sheet.cropbox = [x0 + 40, y0 + 60, x1 - 30, y1 - 50]
        pdf.save(stream, deterministic_id=True)
    path = tmp_path / "paper.pdf"
    path.write_bytes(stream.getvalue())
    made = audit(str(path))
    tab = Shown(browser, pictured(stream.getvalue(), made), tmp_path)
    ring = tab.page.locator("#page-0-7 .ring").first.bounding_box()
    sheet_box = tab.page.locator("#page-0-7 > svg").bounding_box()
    tab.context.close()
    assert ring is not None
    assert sheet_box is not None
    across, down = _printed("12,600")
    printed = (across - 40, down - 50) if crop else (across, down)
    scale = sheet_box["width"] / made.document.pages[6].width
    middle = (ring["x"] + ring["width"] / 2 - sheet_box["x"], ring["y"] + ring["height"] / 2 - sheet_box["y"])
    assert middle == pytest.approx([value * scale for value in printed], abs=NEAR)


def _printed(figure: str) -> tuple[float, float]:
    """The middle of a figure on page 7 of the fixture, in points from the page's top left corner, by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(FIXTURES / "scrutiny-pack.pdf") as pdf:
        chars = [c for c in pdf.pages[6].chars if c["text"] in "0123456789,"]
        text = "".join(c["text"] for c in chars)
        own = chars[text.index(figure) : text.index(figure) + len(figure)]
        return (
            (min(c["x0"] for c in own) + max(c["x1"] for c in own)) / 2,
            (min(c["top"] for c in own) + max(c["bottom"] for c in own)) / 2,
        )


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 400])
def test_everybody_can_use_it(browser: Any, pack: bytes, tmp_path: Path, colours: str, width: int) -> None:
    """axe-core finds nothing against WCAG 2.2 A and AA, and nothing is wider than the window."""
    axe = peer("axe.min.js").read_text("utf-8")
    tab = Shown(
        browser, pack, tmp_path, viewport={"width": width, "height": 900}, color_scheme=colours, bypass_csp=True
    )
    tab.page.evaluate(axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = tab.page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    wide = tab.page.evaluate("document.documentElement.scrollWidth")
    tab.context.close()
    assert [(v["id"], [n["html"][:90] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    assert wide <= width


def test_a_text_shows_its_lines_and_cells(browser: Any, tmp_path: Path) -> None:
    made = audit(str(FIXTURES / "performance.md"))
    tab = Shown(browser, html([Told("performance.md", made)]), tmp_path)
    rings = tab.page.eval_on_selector_all(".sheet mark.ring", "all => all.map(m => m.textContent)")
    assert "3,021" in rings
    assert "46%" in rings
    assert tab.page.locator(".sheet td .tick").count() == 10
    assert tab.complaints == []
    tab.context.close()


HARM = (
    "<script>window.harmed=1</script></style></title><img src=x onerror=harmed=1>]]>=1+1\x1b[2J\u202eabc" + "w" * 10_000
)


def test_a_hostile_paper_does_no_harm(browser: Any, tmp_path: Path) -> None:
    made = report(total(message=HARM, quote=HARM, where=HARM), path=HARM[:200])
    tab = Shown(
        browser,
        html([Told(HARM[:200], made), Told(HARM, error=HARM)]),
        tmp_path,
        viewport={"width": 400, "height": 700},
    )
    assert tab.page.evaluate("window.harmed") is None
    assert tab.page.evaluate("document.images.length") == 0
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 400
    assert [url for url in tab.requests if not url.startswith("file:")] == []
    assert tab.complaints == []
    tab.context.close()


def test_the_policy_forbids_what_the_report_does_not_bring(browser: Any, pack: bytes, tmp_path: Path) -> None:
    tab = Shown(browser, pack, tmp_path)
    tab.page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'harmed = 1'}))")
    assert tab.page.evaluate("window.harmed") is None
    assert any("Content Security Policy" in said for said in tab.complaints)
    tab.context.close()


def test_the_print_has_boxes_to_tick_and_no_filter(browser: Any, pack: bytes, tmp_path: Path) -> None:
    tab = Shown(browser, pack, tmp_path)
    tab.page.emulate_media(media="print")
    assert tab.page.locator(".boxes").first.is_visible()
    assert not tab.page.locator("#filter").is_visible()
    tab.context.close()


def test_the_same_report_gives_the_same_bytes(pack: bytes) -> None:
    path = FIXTURES / "scrutiny-pack.pdf"
    assert pictured(path.read_bytes(), audit(str(path))) == pack
