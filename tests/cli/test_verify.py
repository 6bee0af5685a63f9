"""``cpp-corpus verify``: lines, JSON, SARIF and the exit status that a CI job gets."""

from __future__ import annotations

import json
import re
import sys
from email.message import EmailMessage
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from typer.testing import CliRunner

from cpp_corpus import Verified
from cpp_corpus.cli import app
from cpp_corpus.verification.report import as_sarif
from tests.audit.test_report import ESSENCE

MIRROR = "fixtures/mirror"
GOOD = "Vu l'article L. 112-1 du code des moulins et des horloges ;\n"
BAD = "L. 112-1@31/12/2010\nl'article 5 du code civil\nXXIV de l'article L. 112-1\n"

runner = CliRunner()


def run(*args: str | Path, stdin: str | None = None) -> tuple[int, str, str]:
    result = runner.invoke(app, ["verify", *map(str, args), "--from", MIRROR, "-j", "1"], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    good, bad = tmp_path / "good.txt", tmp_path / "bad é.txt"
    good.write_text(GOOD, encoding="utf-8")
    bad.write_text(BAD, encoding="utf-8")
    return good, bad


def test_all_exist(texts: tuple[Path, Path]) -> None:
    status, out, err = run(texts[0])
    assert status == 0
    assert out.startswith(f"{texts[0]}:1: exists: “article L. 112-1 du code des moulins et des horloges”: ")
    assert err == "1 citation: 1 exists\n"
    assert run(texts[0], "--quiet") == (0, "", err)


def test_some_do_not(texts: tuple[Path, Path]) -> None:
    status, out, err = run(*texts)
    assert status == 1
    assert [line.split(": ")[1] for line in out.splitlines()] == [
        "exists",
        "unreadable",
        "not_covered",
        "no_such_part",
    ]
    assert "4 citations: 1 exists, 1 no_such_part" in err
    assert len(run(*texts, "-q")[1].splitlines()) == 3


def test_standard_input_and_what_is_accepted() -> None:
    assert run("-", stdin=BAD)[0] == 1
    assert run("-", stdin="l'article 5 du code civil")[0] == 1
    assert run("-", "--accept", "not_covered", stdin="l'article 5 du code civil")[0] == 0
    status, out, err = run("-", stdin="Il pleut.\nIl vente.\n")
    assert (status, out, err) == (0, "", "0 citations\n")


def test_the_day_and_the_act() -> None:
    assert run("-", "--at", "2020-01-01", stdin="L. 112-1")[0] == 0
    assert run("-", "--cited-act", "code-des-sabliers", stdin="L. 112-1")[0] == 1


def test_usage() -> None:
    assert run("-", "--format", "yaml", stdin=GOOD)[0] == 2
    assert run("-", "--at", "01/01/2020", stdin=GOOD)[0] == 2
    assert run("-", "--accept", "nothing", stdin=GOOD)[0] == 2
    assert run("-", "--cited-act", "code des sablers bleus", stdin=GOOD)[0] == 2
    assert runner.invoke(app, ["verify", "-"]).exit_code == 2


def test_what_is_no_text(tmp_path: Path) -> None:
    assert run(tmp_path / "absent.txt")[0] == 2
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    status, _, err = run(tmp_path / "a.pdf")
    assert status == 2
    assert "a PDF file" in " ".join(err.replace("│", " ").split())


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_messages_whose_words_are_encoded_are_refused(tmp_path: Path, encoding: str) -> None:
    made = EmailMessage()
    made.set_content(GOOD, cte=encoding)
    file = tmp_path / "avis.eml"
    file.write_bytes(b"From: a@law.example\n" + bytes(made))
    status, out, err = run(file)
    assert (status, out) == (2, "")
    assert "it is an e-mail message. Save its words as text" in " ".join(re.sub("[│╭╰─╮╯]", "", err).split())


def test_office_documents_without_articles(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Vu l'article L. 112-1 du code des moulins et des horloges, le vent est tombé.")
    document.save(tmp_path / "decision.docx")
    status, out, err = run(tmp_path / "decision.docx")
    assert (status, out.count("exists: “article L. 112-1 du code")) == (0, 1)
    assert "1 citation: 1 exists" in err


def test_a_text_that_cites_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bonjour.\n", encoding="utf-8")
    assert run(tmp_path / "a.txt") == (0, "", "0 citations\n")


def test_json(texts: tuple[Path, Path]) -> None:
    status, out, _ = run(*texts, "--json")
    printed = json.loads(out)
    assert status == 1
    assert printed["counts"] == {"exists": 1, "no_such_part": 1, "not_covered": 1, "unreadable": 1}
    answers = [Verified.model_validate(each) for each in printed["citations"]]
    assert [(Path(each.path or "").name, each.line) for each in answers] == [
        ("good.txt", 1),
        ("bad é.txt", 1),
        ("bad é.txt", 2),
        ("bad é.txt", 3),
    ]


def test_sarif(texts: tuple[Path, Path], tmp_path: Path) -> None:
    report = tmp_path / "report.sarif"
    status, out, _ = run(*texts, "--format", "sarif", "-o", report)
    assert (status, out) == (1, "")
    log = json.loads(report.read_text(encoding="utf-8"))
    jsonschema.validate(log, ESSENCE)
    (made,) = log["runs"]
    rules = made["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in made["results"]] == ["unreadable", "not_covered", "no_such_part"]
    for result in made["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    place = made["results"][2]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("bad%20%C3%A9.txt")
    region = place["region"]
    assert region["startLine"] == 3
    assert BAD[region["charOffset"] :][: region["charLength"]] == "XXIV de l'article L. 112-1"
    assert made["results"][2]["properties"]["nearest"] == ["code-des-moulins-et-des-horloges/l112-1#IV"]
    jsonschema.validate(json.loads(as_sarif([], "0")), ESSENCE)


def test_a_file_that_is_given_twice_is_read_once(texts: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "l.txt").symlink_to(texts[0])
    once = run(texts[0])
    assert run(tmp_path / "l.txt", texts[0], texts[0]) == once


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nothing.txt")
    status, out, err = run(tmp_path / "gone.txt")
    assert (status, out) == (2, "")
    assert "is a link to something that does not exist" in " ".join(err.split())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("tag", ["", "<p>"])
def test_lines_end_in_lf_crlf_or_cr(tmp_path: Path, end: str, tag: str) -> None:
    text = tmp_path / "cr.txt"
    lines = ["a", f"{tag}b", "L. 112-1 du code des moulins et des horloges", "L. 112-5"]
    text.write_bytes(end.join(lines).encode())
    _, out, _ = run(text)
    assert [line.split(":")[1] for line in out.splitlines()] == ["3", "4"]
    _, out, _ = run(text, "--format", "sarif")
    (result,) = json.loads(out)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 4


def test_the_words_of_a_page_with_tags(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><style>a{}</style></head>\n<body><p>l&#39;article <a href='/x'>L. 112-1</a> du code des moulins "
        "et des horloges</p>\n<p>l'article 3 du <b>code</b> des brouillards</p></body></html>",
        encoding="utf-8",
    )
    status, out, _ = run(page)
    assert status == 1
    first, second = out.splitlines()
    assert first.startswith(f"{page}:2: exists: “article L. 112-1 du code des moulins et des horloges”: ")
    assert second.startswith(f"{page}:3: unknown_act: “article 3 du code des brouillards”: No act is known as")
    found = json.loads(run(page, "--json")[1])["citations"][0]
    text = page.read_text(encoding="utf-8")
    assert text[found["start"] : found["end"]].startswith("article <a href")
    assert text[found["reference"]["start"] : found["reference"]["end"]] == "L. 112-1"


def test_a_long_citation_is_quoted_in_short(tmp_path: Path) -> None:
    page = tmp_path / "long.txt"
    page.write_text("article 12 du code des " + "brouillards et des " * 100 + "rosées", encoding="utf-8")
    assert max(map(len, run(page)[1].splitlines())) < 900


def test_an_act_that_is_not_known_is_told_of_its_option(texts: tuple[Path, Path]) -> None:
    status, out, err = run(texts[0], "--cited-act", "code-penl")
    assert (status, out) == (2, "")
    assert "Invalid value for '--cited-act': no act is known as 'code-penl'" in err


def test_a_missing_extra_is_no_citation_that_does_not_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4\n")
    status, out, err = run(path)
    assert (status, out) == (2, "")
    assert "a.pdf: reading PDF files needs the extra 'pdf' of cpp-corpus: pip install 'pypdfium2" in err
