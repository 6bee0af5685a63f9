"""Every code of a finding, provoked by the smallest input that has it; and the table of the codes."""

from __future__ import annotations

import ast
import gzip
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import (
    ArticleNumber,
    Corpus,
    Finding,
    FindingCode,
    FindingOrigin,
    Limits,
    Link,
    Severity,
    Span,
    ingest,
)
from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.table import CHECKS
from cpp_corpus.errors import MissingExtraError
from cpp_corpus.export.exported import read_export
from cpp_corpus.ingest import Adapter, Entry, FileEntry, RawFile
from cpp_corpus.model.document import Document, Facts
from cpp_corpus.model.findings_page import page
from cpp_corpus.normalizer.identify import identify
from cpp_corpus.pipeline.atlas import build_atlas
from cpp_corpus.pipeline.stages import process_file, worker_died
from cpp_corpus.tokenizer import tokenize
from tests.normalizer.identify.fiction import Law, atlas_of, dump_of, invented_laws

ROOT = Path(__file__).parents[1]
MIRROR, DUMP = ROOT / "fixtures" / "mirror", ROOT / "fixtures" / "dumps" / "sabliers.txt"
MOULINS = "code-des-moulins"
LONG = "Le garde des vents tient un registre des moulins, où il inscrit chaque matin la force et la direction du vent"


def of_files(**files: str | bytes) -> Callable[[Path], Iterable[Finding]]:
    """What there is to say of some files of one act; a name is that of a page, with ``__`` for folders."""

    def provoke(folder: Path) -> Iterator[Finding]:
        pages = {"l100": "Le moulin à vent est libre de tourner.", **files}
        for name, content in pages.items():
            path = folder / "in" / MOULINS / (name.replace("__", "/") + ("" if "." in name else ".md"))
            path.parent.mkdir(parents=True, exist_ok=True)
            text = (
                content if isinstance(content, bytes) or content.startswith(("#", "Code")) else page_of(path, content)
            )
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        corpus = cpp_corpus.load(folder / "in")
        corpus.export(folder / "out")
        yield from read_export(folder / "out").findings
        yield from corpus.audit()

    return provoke


def page_of(path: Path, words: str) -> str:
    return f"# Article {path.stem.upper()}\n\n<p>{words}</p>"


def two_decrees_of_a_day(folder: Path) -> Iterable[Finding]:
    for nor in ("ECOX3100012D", "MERX3100099D"):
        text = (
            f"Décret du 4 mai 2031 relatif au vent\n\nNOR : {nor}\n\nDécrète :\n\nArticle 1er\n\nLe vent est libre.\n"
        )
        (folder / f"{nor}.txt").write_text(text, encoding="utf-8")
    return cpp_corpus.load(folder).findings


def named(name: str, content: str | bytes) -> Callable[[Path], Iterable[Finding]]:
    """The same of one file with a name of its own."""
    return of_files(**{name: content})


def of_a_dump(edit: Callable[[list[Law]], list[Law]], *, dated: bool = True) -> Callable[[Path], Iterable[Finding]]:
    """What there is to say of the numbers of a dump of an edited code."""
    laws = invented_laws()
    return lambda _: identify(dump_of(edit(laws)), atlas_of(laws, dated=dated)).findings


def of_numbers_from(source: Path | None, text: Path = DUMP) -> Callable[[Path], Iterable[Finding]]:
    """What there is to say of where numbers are looked up; ``None`` for a damaged file."""

    def provoke(folder: Path) -> Iterable[Finding]:
        damaged = folder / "damaged.atlas"
        damaged.write_bytes(b"damaged")
        return cpp_corpus.load(text, numbers_from=damaged if source is None else source).findings

    return provoke


def a_file_that_is_gone(folder: Path) -> Iterable[Finding]:
    return process_file(FileEntry(str(folder / "gone.md"), is_named=True)).findings


def a_fault(folder: Path) -> Iterable[Finding]:
    def broken(_entry: Entry) -> None:
        raise RecursionError("too deep")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest, "read_entry", broken)
        return process_file(FileEntry(str(folder), is_named=True)).findings


def a_file_at_which_workers_die(folder: Path) -> Iterable[Finding]:
    return worker_died(FileEntry(str(folder), is_named=True)).findings


def a_format_without_its_packages(folder: Path) -> Iterable[Finding]:
    def read(_file: RawFile) -> Iterator[Document]:
        raise MissingExtraError("reading moulins", "graph")

    (folder / "1.moulin").write_text("moulin", encoding="utf-8")
    moulin = Adapter("moulin", "a mill", "a mill", lambda file: file.head == "moulin", read, extra="graph")
    ingest.ADAPTERS.add("moulin", moulin)
    try:
        return process_file(FileEntry(str(folder / "1.moulin"), is_named=True)).findings
    finally:
        ingest.ADAPTERS.remove("moulin")


def an_archive_with(*names: str, **limits: int) -> Callable[[Path], Iterable[Finding]]:
    def provoke(folder: Path) -> Iterable[Finding]:
        with zipfile.ZipFile(folder / "a.zip", "w") as archive:
            for name in names:
                archive.writestr(name, "# Article 1\n\n<p>Rien.</p>")
        return cpp_corpus.load(folder / "a.zip", limits=Limits(**limits)).findings

    return provoke


def a_file_of_many_lines(folder: Path) -> Iterable[Finding]:
    (folder / "1.md").write_text("# Article 1\n\n<p>Le vent.</p><p>La pluie.</p>", encoding="utf-8")
    return process_file(FileEntry(str(folder / "1.md"), is_named=True), limits=Limits(lines=1)).findings


def an_archive_that_is_cut_off(folder: Path) -> Iterable[Finding]:
    (folder / "1.md").write_text("# Article 1\n\n<p>Rien.</p>", encoding="utf-8")
    (folder / "2.md.gz").write_bytes(gzip.compress(b"# Article 2")[:-3])
    return cpp_corpus.load(folder).findings


def listed_links(words: str) -> Callable[[Path], Iterable[Finding]]:
    """Of an article whose source lists one link, to article 3."""

    def provoke(_: Path) -> Iterable[Finding]:
        page = ingest.read_bytes(f"# Article L1\n\n<p>{words}</p>".encode(), f"{MOULINS}/l1.md")
        (article,) = tokenize(page.documents[0]).articles
        link = Link(span=Span(0, 0), href="LEGIARTI000000000003", act=MOULINS, article="l3", kind="CITATION")
        return Corpus([article.model_copy(update={"links": (link,)})]).audit()

    return provoke


def a_hidden_folder(folder: Path) -> Iterable[Finding]:
    (folder / ".git").mkdir()
    (folder / "1.md").write_text("# Article 1\n\n<p>Rien.</p>", encoding="utf-8")
    return cpp_corpus.load(folder).findings


def facts_that_its_words_contradict(_: Path) -> Iterable[Finding]:
    (document,) = ingest.read_bytes(b"# Article 12\n\n<p>Rien.</p>", "x.md").documents
    (draft,) = document.drafts
    contradicted = draft._replace(facts=Facts(number=ArticleNumber("13")))
    return tokenize(replace(document, drafts=(contradicted,))).findings


def another_act_than_the_one_given(folder: Path) -> Iterable[Finding]:
    (folder / MOULINS).mkdir()
    (folder / MOULINS / "1.md").write_text("# Article 1\n\n<p>Rien.</p>", encoding="utf-8")
    return cpp_corpus.load(folder, act="code-penal").findings


def a_page_alone(folder: Path) -> Iterable[Finding]:
    (folder / "1.md").write_text("# Article 1\n\n<p>Rien.</p>", encoding="utf-8")
    return cpp_corpus.load(folder / "1.md").findings


def of_another_code(folder: Path) -> Iterable[Finding]:
    (folder / "other.atlas").write_bytes(build_atlas(MIRROR, acts=["code-des-moulins-et-des-horloges"]).to_bytes())
    return cpp_corpus.load(DUMP, numbers_from=folder / "other.atlas").findings


ANNEXE = "Code des sabliers\n\nVersion en vigueur au 01 mars 2020\n\n  • Annexe I\n\n    Liste des sables."


def two_answers(folder: Path) -> Iterable[Finding]:
    for words in ("Le vent.", "La pluie."):
        article = {"id": "LEGIARTI000000000001", "num": "1", "texteHtml": words, "dateDebut": "2016-01-01"}
        titles = [{"cid": "LEGITEXT000000000001", "titreLong": "Code des sabliers"}]
        (folder / f"{words}json").write_text(json.dumps({"article": {**article, "textTitles": titles}}), "utf-8")
    return cpp_corpus.load(folder).findings


CASES: Mapping[FindingCode, Callable[[Path], Iterable[Finding]]] = {
    FindingCode.EMPTY_FILE: named("l1", b""),
    FindingCode.BINARY_FILE: named("l1", bytes(range(1, 9)) * 9),
    FindingCode.UNREADABLE_FILE: a_file_that_is_gone,
    FindingCode.UNKNOWN_FORMAT: named("l1.txt", b"Des mots sans forme."),
    FindingCode.MISSING_EXTRA: a_format_without_its_packages,
    FindingCode.ENCODING_DAMAGE: named("l1", "# Article L1\n\nÉté là".encode() + b"\xff"),
    FindingCode.LEGACY_ENCODING: named("l1", "# Article L1\n\n<p>Été là.</p>".encode("cp1252")),
    FindingCode.TRUNCATED_PAGE: named("l1", "# Article L1\n\n<p>Le vent <a href='/code-des-nu"),
    FindingCode.UNREAD_COLUMNS: named("a.csv", "Code;Numéro;Texte;Avis\nCode pénal;1;Le vent souffle.;bon\n".encode()),
    FindingCode.STRAY_LINE: named("a.txt", "Code des sabliers\n\n  • Le vent.\n\nPublicité\n\n  • La pluie."),
    FindingCode.PASSED_OVER: a_hidden_folder,
    FindingCode.ARCHIVE_MEMBER: an_archive_with("1.md", "../2.md"),
    FindingCode.ARCHIVE_LIMIT: an_archive_with("1.md", "2.md", entries=1),
    FindingCode.SIZE_LIMIT: a_file_of_many_lines,
    FindingCode.DAMAGED_ARCHIVE: an_archive_that_is_cut_off,
    FindingCode.FACT_DISAGREEMENT: facts_that_its_words_contradict,
    FindingCode.UNREADABLE_FACT: named("a.csv", b"Code;Num;Texte;Etat\nCode penal;1;Le vent souffle.;peut-etre\n"),
    FindingCode.UNREADABLE_NUMBER: named("l1", "# Article § 12 & 13\n\n<p>Le vent.</p>"),
    FindingCode.ANONYMOUS_ARTICLES: named("a.txt", "Code des sabliers\n\n  • Le vent est libre."),
    FindingCode.ABSENT_ARTICLES: of_a_dump(lambda laws: [*laws[:5], *laws[7:]]),
    FindingCode.DEPTH_CONTRADICTION: of_a_dump(
        lambda laws: [*laws[:8], laws[8]._replace(path=(*laws[8].path, "section-1-essai")), *laws[9:]]
    ),
    FindingCode.NUMBERS_OF_ANOTHER_DAY: of_a_dump(lambda laws: laws, dated=False),
    FindingCode.NUMBERS_OF_ANOTHER_ACT: of_another_code,
    FindingCode.UNUSABLE_NUMBERS_FROM: of_numbers_from(None),
    FindingCode.UNNEEDED_NUMBERS_FROM: of_numbers_from(DUMP, text=MIRROR),
    FindingCode.UNKNOWN_ACT: a_page_alone,
    FindingCode.ACT_DISAGREEMENT: another_act_than_the_one_given,
    FindingCode.SAME_DAY_ACTS: two_decrees_of_a_day,
    FindingCode.DUPLICATE_HEADING: of_files(livre_ier__l1="Le vent est libre.", livre_ii__l1="Le vent est rare."),
    FindingCode.LISTED_WITHOUT_FILE: named(
        "liste.xml",
        b"<SECTION_TA><ID>LEGISCTA000000000001</ID><STRUCTURE_TA><LIEN_ART id='LEGIARTI000000000001' num='L1'/>"
        b"</STRUCTURE_TA></SECTION_TA>",
    ),
    FindingCode.REPEATED_VERSION: of_files(**{"a.txt": ANNEXE, "b.txt": ANNEXE}),
    FindingCode.DIFFERENT_WORDS: two_answers,
    FindingCode.UNRESOLVED_PART: of_files(
        l1="Le 3° de l'article L. 2 s'applique.", l2="Sont libres :</p><p>1° Le vent."
    ),
    FindingCode.INTERNAL_ERROR: a_fault,
    FindingCode.WORKER_DIED: a_file_at_which_workers_die,
    FindingCode.CONTRADICTORY_LINK: of_files(
        l1=f"Le vent de l'article <a href='/{MOULINS}/l3.md'>L. 2</a> du présent code est libre.",
        l2="Le vent.",
        l3="La pluie.",
    ),
    FindingCode.DANGLING_REFERENCE: of_files(l1="L'article L. 99 du présent code s'applique."),
    FindingCode.REPEALED_TARGET: of_files(l1="L'article L. 2 s'applique.", l2="(texte abrogé)."),
    FindingCode.MISSING_PART: of_files(
        l1="Le III de l'article L. 2 s'applique.", l2="I. - Le vent.</p><p>II. - L'eau."
    ),
    FindingCode.SELF_REFERENCE: of_files(l1="Par dérogation à l'article L. 1, le vent est libre."),
    FindingCode.REFERENCE_CYCLE: of_files(
        l1="Par dérogation à l'article L. 2, le vent est libre.",
        l2="Par dérogation à l'article L. 1, le vent est rare.",
    ),
    FindingCode.DUPLICATE_NUMBER: of_files(livre_ier__l1="Le vent est libre.", livre_ii__l1="Le vent est rare."),
    FindingCode.DUPLICATE_TEXT: of_files(l1=f"{LONG}.", l2=f"{LONG}."),
    FindingCode.DAMAGED_TEXT: of_files(l1="L'autoritÃ© est saisie."),
    FindingCode.LEFTOVER_MARKUP: of_files(l1="Le vent &amp;lt;b&amp;gt; est libre."),
    FindingCode.TRUNCATED_TEXT: of_files(l1=f"{LONG} de"),
    FindingCode.EMPTY_ARTICLE: of_files(l1="-"),
    FindingCode.NUMBERING_GAP: of_files(livre_ier__l1="Le vent.", livre_ier__l2="La pluie.", livre_ier__l4="La neige."),
    FindingCode.UNREAD_LINK: listed_links("Le vent de l'article L. 2 souffle."),
    FindingCode.UNLISTED_REFERENCE: listed_links("Le vent de l'article L. 2 souffle."),
    FindingCode.ORPHAN: of_files(l1="Le vent est libre."),
}
"""A code, and what provokes it."""


@pytest.mark.parametrize("code", CASES)
def test_a_code_is_provoked(code: FindingCode, tmp_path: Path) -> None:
    found = [finding for finding in CASES[code](tmp_path) if finding.code == code]
    assert found
    assert all(finding.code is code and finding.message for finding in found)


def test_every_code_is_provoked() -> None:
    assert set(CASES) == set(FindingCode)


def test_the_page_is_that_of_the_table() -> None:
    assert (ROOT / "docs" / "findings.md").read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("code", FindingCode)
def test_a_row_is_whole(code: FindingCode) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+|orphan", code)
    assert code.text.endswith(".")
    assert code.advice.endswith((".", "`."))
    assert code.severity in Severity
    assert (code.origin is FindingOrigin.AUDIT) == (code in CHECKS)


def test_no_two_codes_say_the_same() -> None:
    assert len({code.text for code in FindingCode}) == len(FindingCode)


def test_a_finding_through_the_table() -> None:
    made = Finding.build(FindingCode.EMPTY_FILE, "The file is empty.", path="a.md")
    assert made == Finding(code="empty-file", severity="error", message="The file is empty.", path="a.md")
    assert Finding.build(FindingCode.EMPTY_FILE, "", severity=Severity.INFO).severity is Severity.INFO
    assert Finding.model_validate_json(made.model_dump_json()).code is FindingCode.EMPTY_FILE


def test_a_check_of_a_user_has_a_code_of_its_own() -> None:
    class Windy(Check):
        name = "windy-article"
        title = "An article with wind in it."
        advice = "Close the window."

        def look(self, subject: Subject) -> Iterator[Finding]:
            if "vent" in subject.article.text:
                yield self.finding(subject.article, "There is wind in it.")

    assert Windy.severity is Severity.WARNING
    read = Finding.model_validate_json('{"code":"windy-article","severity":"info","message":"There is wind in it."}')
    assert (read.code, type(read.code)) == ("windy-article", str)


@pytest.mark.parametrize("name", CHECKS)
def test_the_checks_have_the_words_of_the_table(name: str) -> None:
    code = FindingCode(name)
    check = CHECKS[name]
    assert check.name is code
    assert (check.title, check.advice, check.severity) == (code.text, code.advice, code.severity)


def test_no_finding_is_made_past_the_table() -> None:
    """A code that is written as a text would have no row."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Finding"), keywords=keywords):
                    codes = [each.value for each in keywords if each.arg == "code"]
                    assert not any(isinstance(code, ast.Constant) for code in codes), f"{path}:{node.lineno}"
