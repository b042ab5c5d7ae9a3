"""Reports -> JUnit XML as Jenkins and GitLab read it: a paper is a suite, a finding a failed case of it.

The shape is that of the schema of Jenkins' xunit plugin (junit-10.xsd).
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from reportcheck.model import Finding
from reportcheck.report.places import plural
from reportcheck.report.printed import Printed, printed_pages
from reportcheck.report.told import Told
from reportcheck.report.words import place, sentence
from reportcheck.report.xmltext import xml_text


def junit(papers: Iterable[Told]) -> bytes:
    """All papers as one document. What holds is one passing case a paper, so that a clean paper is no empty suite."""
    told = list(papers)
    root = Element("testsuites", name="reportcheck")
    suites = [_suite(root, paper) for paper in told]
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    indent(root, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _suite(root: Element, paper: Told) -> Element:
    suite = SubElement(root, "testsuite", name=xml_text(paper.path))
    failures = [finding for finding in paper.findings if finding.severity != "note"]
    printed = printed_pages(paper.report) if paper.report else Printed({})
    for finding in failures:
        _case(suite, paper, finding, printed)
    for problem in paper.problems:
        case = SubElement(suite, "testcase", classname=xml_text(paper.path), name="what could be read")
        SubElement(case, "error", type="not-audited", message=xml_text(problem))
    held = len(paper.report.held) if paper.report else 0
    SubElement(suite, "testcase", classname=xml_text(paper.path), name=f"{plural(held, 'relation')} that hold")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(failures)))
    suite.set("errors", str(len(paper.problems)))
    return suite


def _case(suite: Element, paper: Told, finding: Finding, printed: Printed) -> None:
    where = place(finding, paper.report, printed) if paper.report else ""
    name = xml_text(f"{finding.rule.id} {finding.rule.name}: {where}")
    case = SubElement(suite, "testcase", classname=xml_text(paper.path), name=name)
    failure = SubElement(case, "failure", type=finding.severity, message=xml_text(finding.relation.message))
    failure.text = "\n".join(xml_text(line) for line in (where, *sentence(finding).splitlines()))
