"""The text as it comes: marks of formats, kinds of blanks and hyphens, line ends; spans lead back."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize import find_references
from cpp_corpus.normalizer.recognize.text import reading
from quality.passages import labelled_registers, passages

TEXTS = [(p.source, p.text, p.act, p.article) for p in passages()]
TEXTS += [(p.source, p.text, p.act, p.article) for p in labelled_registers()]

Key = tuple[object, ...]


def key(reference: Reference) -> Key:
    """What a reference says, its place aside."""
    r = reference
    return r.kind, r.act, r.article, r.to, r.open, r.division, r.locator, r.via


@cache
def as_written(text: str, act: str | None, article: str | None) -> list[Reference]:
    """The references of a text as it is, with which those of its variants are compared."""
    return find_references(text, act=act, article=article)


def is_read_alike(variant: str, text: str, act: str | None, article: str | None) -> bool:
    """Whether a variant of a text has its references; where the same words are read, the rules see the same text."""
    if reading(variant).text == reading(text).text and len(text) > SHORT:
        return True
    after = find_references(variant, act=act, article=article)
    return Counter(map(key, after)) == Counter(map(key, as_written(text, act, article)))


SHORT = 60  # characters of a text that may be nothing but a citation, which is read as it was given


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1<sup>er</sup>", "1er"),
        ("1^er^", "1er"),
        ("1ᵉʳ", "1er"),
        (r"R\*123-4", "R*123-4"),
        ("**L. 1**", "L. 1"),
        ("*L. 1*", "L. 1"),
        ("R. *123-4", "R. *123-4"),
        ("R.** 123-4", "R.** 123-4"),
        ("_L. 1_", "L. 1"),
        ("[L. 1](https://navets.example/(1))", "L. 1"),
        ("l&#39;article&nbsp;1", "l'article 1"),
        ("&Eacute;tat", "État"),
        ("ar\u00adti\u200bcle", "article"),
        ("L. 811\u20132", "L. 811-2"),
        ("706-80\u2013706-87", "706-80\u2013706-87"),
        ("L.\n811-\n2", "L. 811-2"),
        ("du navet.\r\nLe chou", "du navet.\nLe chou"),
        ("sécu-\nrité", "sécurité"),
        ("avant-\ndernier", "avant-dernier"),
        ("au l° du I", "au 1° du I"),
        ("L. 1O1-2", "L. 101-2"),
        ("article 7\nde la loi", "article 7 de la loi"),
        ("la loi\nn° 2020-12 du 3\nmars 2020", "la loi n° 2020-12 du 3 mars 2020"),
        ("C. pr.\nciv.", "C. pr. civ."),
        ("article 5<sup>1</sup> du", "article 5 du"),
        ('article 5<sup><a href="#n">[12]</a></sup>, 2°', "article 5, 2°"),
        ("article 5 [1] du", "article 5 du"),
        ("article 5[1][2](#b) du", "article 5 du"),
        ("article 5¹² du", "article 5 du"),
        ("article 5^1^ du", "article 5 du"),
        ("le 1<sup>0</sup> du", "le 1° du"),
        ("le [1] du", "le [1] du"),
        ("articles 5 & 6 &amp; 7", "articles 5 et 6 et 7"),
        ("l'article\n\f706-73 du", "l'article 706-73 du"),
        ("l'article~5 du ~ 6", "l'article 5 du ~ 6"),
        ("les articles 5,\n      6  et 7 du", "les articles 5, 6 et 7 du"),
        ("les articles 5 et 6 de la loi\nn° 2020-12", "les articles 5 et 6 de la loi n° 2020-12"),
        ("larticle 5 de larrêté", "l'article 5 de l'arrêté"),
        ("lesarticles 5 et 6 duCGI", "les articles 5 et 6 du CGI"),
        ("l'article 208 quaterduCGI", "l'article 208 quater du CGI"),
        ("l'annexe Il au code", "l'annexe II au code"),
        ("`L. 221-18` du code", "L. 221-18 du code"),
    ],
)
def test_what_formats_add_is_not_read(written: str, read: str) -> None:
    assert reading(written).text == read


@pytest.mark.parametrize(
    "text",
    [
        "du navet ;\n2° Du chou",
        "1° Le navet ; et\n2° Le chou",
        "Titre II\nDu navet",
        "Article 7\nLe navet vole.",
        "Dans leur rédaction résultant de\nL. 313-34",
        "rédaction résultant du décret\nn° 2020-12 du 3 mars 2020\nsuite",
        "a) le navet,\nb) le chou",
    ],
)
def test_a_line_that_is_structure_stays_one(text: str) -> None:
    assert "\n" in reading(text).text


def test_spans_lead_back_to_the_text_as_it_was_given() -> None:
    text = "Voir **l'article 1<sup>er</sup>** de la [loi n° 2020-12](x) du 3 mars&nbsp;2020, et l'article R\\*123-\n4."
    found = find_references(text, act="code-penal")
    assert [text[r.start : r.end] for r in found] == ["1<sup>er</sup>", "R\\*123-\n4"]
    assert [(r.act, r.article) for r in found] == [("loi:2020-12", "1"), ("code-penal", "r123-4")]


def substituted(pattern: str, replacement: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, replacement, text)


VARIANTS: dict[str, Callable[[str], str]] = {
    "no-break spaces": substituted(r"(?<=[LRDA]\.) |(?<=article) |(?<=n°) ", "\u00a0"),
    "narrow spaces": substituted(r"(?<=[LRDA]\.) |(?<=n°) ", "\u202f"),
    "raised, HTML": substituted(r"\b(1|I)er\b", r"\1<sup>er</sup>"),
    "raised, Markdown": substituted(r"\b(1|I)er\b", r"\1^er^"),
    "bold": substituted(r"\b((?:[LRD]\. ?)?\d+-\d+)", r"**\1**"),
    "bold, HTML": substituted(r"\b((?:[LRD]\. ?)\d+-\d+)", r"<b>\1</b>"),
    "links": substituted(r"\b((?:[LRD]\. ?)\d+-\d+)", r"[\1](https://navets.example/(a)x)"),
    "escaped": substituted(r"\.(?= )", r"\\."),
    "entities": lambda text: text.replace("°", "&deg;").replace("é", "&eacute;").replace("'", "&#39;"),
    "en dashes": substituted(r"(?<=\d)-(?=\d)", "–"),
    "minus signs": substituted(r"(?<=\d)-(?=\d)", "−"),
    "no-break hyphens": substituted(r"(?<=\d)-(?=\d)", "‑"),
    "soft hyphens": substituted("article", "ar\u00adticle"),
    "zero-width spaces": substituted(r"(?<=\d)-(?=\d)", "-\u200b"),
    "apostrophes": substituted("'", "’"),
    "calls of notes, HTML": substituted(r"(?<=\d)(?=[,;]? d[ue] |[,;] )", "<sup>1</sup>"),
    "calls of notes, links": substituted(r"(?<=\d)(?=[,;]? d[ue] |[,;] )", '<a href="#n7">7</a>'),
    "calls of notes, brackets": substituted(r"(?<=\d)(?=[,;]? d[ue] |[,;] )", "[3]"),
    "calls of notes, raised": substituted(r"(?<=\d)(?=[,;]? d[ue] |[,;] )", "³"),
    "line ends of two characters": substituted("\n", "\r\n"),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_typography_changes_no_reference(name: str) -> None:
    wrong = []
    for source, text, act, article in TEXTS:
        if not is_read_alike(VARIANTS[name](text), text, act, article):
            wrong.append(source)
    assert wrong == []


@pytest.mark.parametrize("columns", [40, 50, 60, 70, 80])
def test_wrapped_at_any_column_the_same_references_come_out(columns: int) -> None:
    """All but a few: a line end behind ";" or a bare number tells no more where it ends the line by chance."""
    wrong = changed_by(columns)
    assert len(wrong) <= len(TEXTS) / 200, wrong


def test_wrapped_at_other_columns_nearly_all_come_out() -> None:
    wrong = [source for columns in (44, 57, 66, 75) for source in changed_by(columns)]
    assert len(wrong) <= 4 * len(TEXTS) / 175, wrong


@pytest.mark.parametrize("columns", [50, 72])
def test_indented_lines_are_read_as_others(columns: int) -> None:
    wrong = []
    for source, text, act, article in TEXTS:
        if not is_read_alike(textwrap.indent(wrap(text, columns)[0], "    "), text, act, article):
            wrong.append(source)
    assert len(wrong) <= len(TEXTS) / 200, wrong


def test_a_note_begins_where_it_does_whatever_marks_stand_before_it() -> None:
    note = "NOTA :\nAux termes de l'article 15 de la loi n° 2031-12, ces règles sont applicables à compter de mai."
    for before in ("l'article 7", "l'**article 7**  et [l'article 8](x)"):
        *_, last = find_references(f"{before}.\n{note}", act="code-penal", article="9")
        assert (last.act, last.relation, last.note) == ("loi:2031-12", "commencement", 0)


def changed_by(columns: int) -> list[str]:
    """The texts in which other references are found where they are wrapped."""
    wrong = []
    for source, text, act, article in TEXTS:
        wrapped, places = wrap(text, columns)
        before = Counter((key(r), r.start, r.end) for r in as_written(text, act, article))
        after = Counter(
            (key(r), places[r.start], places[r.end - 1] + 1) for r in find_references(wrapped, act=act, article=article)
        )
        if before != after:
            wrong.append(source)
    return wrong


def wrap(text: str, columns: int) -> tuple[str, list[int]]:
    """The text with line ends at blanks and behind the hyphens of numbers; where each character stood in it."""
    parts: list[str] = []
    places: list[int] = []
    start = 0
    for line in text.split("\n"):
        at = 0
        while len(line) - at > columns:
            cut = next((k for k in range(at + columns, at, -1) if line[k] == " " or _broken(line, k)), None)
            if cut is None:
                break
            blank = line[cut] == " "
            parts.append(line[at:cut] + "\n")
            places += [*range(start + at, start + cut), start + cut if blank else -1]
            at = cut + blank
        parts.append(line[at:] + "\n")
        places += range(start + at, start + len(line) + 1)
        start += len(line) + 1
    return "".join(parts)[:-1], places


def _broken(line: str, at: int) -> bool:
    return at > 1 and line[at - 1] == "-" and line[at - 2].isdigit() and line[at].isdigit()


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("l'article 1 er, 2 o, de la loi n o 2031-12", ["loi:2031-12/1#2°"]),
        ("le chapitre I er du titre II du code du sport", ["code-du-sport:titre.ii/chapitre.i"]),
        ("au 2 e alinéa de l'article 5 du code du sport", ["code-du-sport/5#al2"]),
        ("la loi du 1 er juillet 1901", ["loi:1901-07-01"]),
        ("la décision No 93-334 DC", ["decision-cc:93-334-dc"]),
    ],
)
def test_a_raised_ending_may_be_parted_from_its_number(text: str, targets: list[str]) -> None:
    assert [r.target for r in find_references(text)] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("'au titre III du code '\n    'du sport.'", ["code-du-sport:titre.iii"]),
        ('"de l\'article 35 de la loi no "\n    "20-534 du 3 mars 2020"', ["loi:20-534/35"]),
        ('x = "l\'article 35 de la " +\n    "loi n° 20-534"', ["loi:20-534/35"]),
        (" * l'article 7 du code\n * du sport, et", ["code-du-sport/7"]),
        ("# l'article 18 de la loi\n# n° 20-127", ["loi:20-127/18"]),
        ("<p>Le code du sport est ainsi modifié :</p><p>1° L'article L. 7-2 est abrogé ;</p>", ["code-du-sport/l7-2"]),
        (
            "- **Art. 7 RGPD.** Le vent ; **LPF**, art. L. 10",
            ["reglement-ue:2016/679/7", "livre-des-procedures-fiscales/l10"],
        ),
        # but not
        ("* RGPD\n* article 7 du code du sport", ["reglement-ue:2016/679", "code-du-sport/7"]),
        ("# Article 7 du code du sport\n# Vent", ["code-du-sport/7"]),
        ('"l\'article 7.",\n"du code du sport"', ["?/7", "code-du-sport"]),
    ],
)
def test_lines_of_programs_and_of_html(text: str, targets: list[str]) -> None:
    found = find_references(text)
    heads = [r.target for r in found if r.target == "code-du-sport" and r.target not in targets]  # of what is amended
    assert [r.target for r in found if r.target not in heads] == targets
    assert all(text[r.start : r.end].strip() for r in found)
