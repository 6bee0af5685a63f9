"""Atlases from every source, and as a reference."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import orjson
import pytest

import cpp_corpus
from cpp_corpus.errors import ExtensionError, InputError
from cpp_corpus.model.atlas import Atlas
from cpp_corpus.pipeline.atlas import ATLASES, AtlasFolder, InstalledNumbers, atlas_files, build_atlas, read_atlas
from cpp_corpus.pipeline.atlas.supply import installed_atlas
from cpp_corpus.pipeline.batch import normalize

FIXTURES = Path(__file__).parents[3] / "fixtures"
SABLIERS = FIXTURES / "mirror" / "code-des-sabliers"
DUMP = FIXTURES / "dumps" / "sabliers.txt"
ACT = "code-des-sabliers"


def row(path: str, text: str, first: str, last: str | None) -> dict[str, str | None]:
    name = Path(path).stem
    return {"path": path, "valid_from": first, "valid_to": last, "page": f"# Article {name}\n\n<p>{text}</p>"}


HISTORY = [
    row(f"{ACT}/titre-ier-du-sable/1.md", "Le sable est gros.", "1990-01-01", "2000-05-01"),
    row(f"{ACT}/titre-ier-du-sable/1.md", "Le sable est fin.", "2000-05-01", None),
    row(f"{ACT}/titre-ier-du-sable/2.md", "Le sablier est de verre.", "1990-01-01", "2010-05-01"),
    row("code-des-essais/3.md", "Les essais sont libres.", "1990-01-01", None),
]


def rows_of(atlas: Atlas, act: str = ACT) -> list[tuple[str, date | None, date | None]]:
    made = atlas.acts[act]
    return [(made.numbers[at], *made.validity(at)) for at in range(len(made))]


DATED = [
    ("1", date(1990, 1, 1), date(2000, 5, 1)),
    ("1", date(2000, 5, 1), None),
    ("2", date(1990, 1, 1), date(2010, 5, 1)),
]


def test_from_a_mirror() -> None:
    atlas = build_atlas(FIXTURES / "mirror", acts=[ACT])
    assert list(atlas.acts) == [ACT]
    assert [number for number, *_ in rows_of(atlas)] == [
        "1", "2", "3", "7", "12 bis", "1649 quater B", "1649 quater B bis", "1649 quater B ter",
    ]  # fmt: skip
    assert atlas.header.acts == {ACT: (8, None, False)}


def test_from_what_normalize_wrote(tmp_path: Path) -> None:
    cpp_corpus.load(SABLIERS).export(tmp_path / "out")
    assert build_atlas(tmp_path / "out", title="x").to_bytes() == build_atlas(SABLIERS, title="x").to_bytes()


@pytest.mark.parametrize(
    ("name", "packed"),
    [("h.jsonl", bytes), ("h.jsonl.xz", lzma.compress), ("h.jsonl.gz", gzip.compress)],
    ids=["plain", "xz", "gz"],
)
def test_from_a_history(tmp_path: Path, name: str, packed: Callable[[bytes], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(packed(b"".join(orjson.dumps(each) + b"\n" for each in HISTORY)))
    atlas = build_atlas(path)
    assert sorted(atlas.acts) == ["code-des-essais", ACT]
    assert rows_of(atlas) == DATED
    assert atlas.header.acts[ACT] == (3, date(2010, 5, 1), True)  # the last change
    assert list(build_atlas(path, acts=[ACT], as_of=date(2020, 1, 1)).acts) == [ACT]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "line"),
        (b"[]", "is not a dated page"),
        (b'{"path": "code-x/1.md", "valid_from": "soon", "valid_to": null, "page": ""}', "soon"),
        (b'{"path": "code-x/1.md", "valid_from": null, "page": ""}', "valid_to"),
    ],
)
def test_a_line_of_a_history_that_is_wrong(tmp_path: Path, line: bytes, said: str) -> None:
    path = tmp_path / "h.jsonl"
    path.write_bytes(orjson.dumps(HISTORY[0]) + b"\n" + line)
    with pytest.raises(InputError, match=rf"h\.jsonl:2: .*{said}"):
        build_atlas(path)


def test_a_history_that_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "h.jsonl.xz"
    path.write_bytes(lzma.compress(orjson.dumps(HISTORY[0]))[:-9])
    with pytest.raises(InputError, match=r"h\.jsonl\.xz:.* cannot be read"):
        build_atlas(path)


def test_a_source_without_numbers() -> None:
    with pytest.raises(InputError, match=r"has no article of code-civil with a number"):
        build_atlas(SABLIERS, acts=["code-civil"])


def test_a_source_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        build_atlas(tmp_path / "nowhere")
    with pytest.raises(InputError, match="give an atlas, or texts"):
        cpp_corpus.load(DUMP, numbers_from=tmp_path / "nowhere")


@pytest.fixture
def atlas_file(tmp_path: Path) -> Path:
    path = tmp_path / "sabliers.atlas"
    path.write_bytes(build_atlas(SABLIERS).to_bytes())
    return path


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Path]:
    """The atlas of the fictional code, as another package installs it."""
    folder = tmp_path / "installed"
    folder.mkdir()
    path = folder / f"{ACT}.atlas"
    path.write_bytes(build_atlas(SABLIERS).to_bytes())
    ATLASES.add("example", AtlasFolder(folder))
    yield path
    ATLASES.remove("example")


NUMBERS = ["1", "2", "3", "4", "4 bis", "7", "12 bis", "1649 quater B", "1649 quater B bis", "1649 quater B ter"]


def test_every_source_is_a_reference(tmp_path: Path, atlas_file: Path) -> None:
    cpp_corpus.load(SABLIERS).export(tmp_path / "out")
    for reference in (atlas_file, SABLIERS, FIXTURES / "mirror", tmp_path / "out"):
        corpus = cpp_corpus.load(DUMP, numbers_from=reference, jobs=2)
        assert [str(article.number) for article in corpus] == NUMBERS
        assert {finding.code for finding in corpus.findings} == {"numbers-of-another-day"}


def test_with_numbers_references_resolve(tmp_path: Path, atlas_file: Path) -> None:
    corpus = cpp_corpus.load(DUMP, numbers_from=atlas_file)
    assert [edge.source for edge in corpus.cited_by("1")] == [f"{ACT}/3", f"{ACT}/7"]
    summary = corpus.export(tmp_path / "out")
    assert summary.states["missing"] == 0
    article = cpp_corpus.load(tmp_path / "out")["12 bis"]
    assert article.evidence == corpus["12 bis"].evidence


def test_the_dumps_of_the_fixtures_by_their_history() -> None:
    corpus = cpp_corpus.load(FIXTURES / "dumps", numbers_from=FIXTURES / "history" / "codes.jsonl")
    identified = [
        (str(article.number), str(article.identified_by), str(article.valid_from or ""), str(article.valid_to or ""))
        for article in corpus
        if article.source.path.endswith("moulins-livre-ii.txt")
    ]
    assert identified == [
        ("L210-1", "exact_text", "1998-04-01", ""),
        ("L211-1", "exact_text", "1998-04-01", ""),
        ("L211-2", "exact_text", "2015-06-01", ""),
        ("L211-3", "heading", "1990-01-01", "2010-01-01"),
        ("L211-4", "heading", "1998-04-01", "2012-06-01"),
        ("L212-1", "exact_text", "2012-01-01", ""),
        ("L212-2", "exact_text", "2009-03-05", "2017-01-01"),
        ("L212-3", "exact_text", "1998-04-01", ""),
        ("L212-9", "heading", "1998-04-01", "2013-05-14"),
        ("L221-1", "note", "", ""),
        ("L221-2", "exact_text", "1998-04-01", ""),
    ]
    assert all(article.number is not None for article in corpus)
    cut = [article for article in corpus if article.source.path.endswith("sabliers-coupe.txt")]
    assert [str(article.identified_by) for article in cut] == ["exact_text", "exact_text", "similar_text"]
    assert corpus.findings == ()
    twice = [str(article.number) for article in corpus if article.other_sources]  # both dumps have these versions
    assert twice == [str(article.number) for article in cut[:2]]


def test_a_reference_that_has_changed_is_read_again(atlas_file: Path) -> None:
    cpp_corpus.load(DUMP, numbers_from=atlas_file)
    of_another_act(atlas_file)
    assert "numbers-of-another-act" in {f.code for f in cpp_corpus.load(DUMP, numbers_from=atlas_file).findings}


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def newer(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"schema_version":2', b'"schema_version":9'))


def of_another_act(path: Path) -> None:
    path.write_bytes(build_atlas(FIXTURES / "mirror", acts=["code-des-moulins-et-des-horloges"]).to_bytes())


def no_numbers(path: Path) -> None:
    path.write_text("Code des sabliers\n\nVersion en vigueur au 01 mars 2020\n\n    • Rien.\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code", "said"),
    [
        (damaged, "unusable-numbers-from", "damaged"),
        (newer, "unusable-numbers-from", "layout 9"),
        (of_another_act, "numbers-of-another-act", "only code-des-moulins-et-des-horloges"),
    ],
)
def test_a_reference_that_cannot_be_used(atlas_file: Path, spoil: Callable[[Path], None], code: str, said: str) -> None:
    spoil(atlas_file)
    corpus = cpp_corpus.load(DUMP, numbers_from=atlas_file)
    assert len(corpus) == len(NUMBERS)  # read all the same
    assert [str(a.number) for a in corpus if a.number] == ["4", "4 bis"]
    (finding,) = [finding for finding in corpus.findings if finding.code == code]
    assert said in finding.message


def test_a_reference_without_numbers(tmp_path: Path) -> None:
    no_numbers(path := tmp_path / "dump.txt")
    corpus = cpp_corpus.load(DUMP, numbers_from=path)
    assert "no article" in next(f.message for f in corpus.findings if f.code == "unusable-numbers-from")


def test_a_dump_of_an_unknown_code(tmp_path: Path, atlas_file: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_text("Recueil\n\nVersion en vigueur au 01 mars 2020\n\n    • Rien.\n", encoding="utf-8")
    corpus = cpp_corpus.load(path, numbers_from=atlas_file)
    assert corpus.articles[0].number is None
    assert "unknown-act" in {finding.code for finding in corpus.findings}


def test_the_shipped_atlas() -> None:
    atlas = InstalledNumbers().atlas("code-de-procedure-penale").atlas
    assert atlas is not None
    assert len(atlas) > 13_000
    assert "706-73" in atlas.numbers
    assert atlas.as_of == date(2023, 12, 1)
    assert InstalledNumbers().atlas("code-des-mouettes").atlas is None


def test_an_atlas_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_atlas(tmp_path / "x.atlas")


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "The file is empty"), (b"%PDF-1.4", "PDF"), (b"Rien.", "no known format")]
)
def test_a_reference_that_cannot_be_read_says_why(tmp_path: Path, data: bytes, said: str) -> None:
    (path := tmp_path / "reference").write_bytes(data)
    (finding,) = [f for f in cpp_corpus.load(DUMP, numbers_from=path).findings if f.code == "unusable-numbers-from"]
    assert said in finding.message
    with pytest.raises(InputError, match=said):
        build_atlas(path)


def test_a_page_of_an_unknown_act_makes_no_atlas(tmp_path: Path) -> None:
    (path := tmp_path / "1.md").write_text("# Article 1\n\n<p>Rien.</p>", encoding="utf-8")
    with pytest.raises(InputError, match="has no article of a known act with a number"):
        build_atlas(path)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_wrong_with_a_reference_is_told_once(tmp_path: Path, jobs: int) -> None:
    (reference := tmp_path / "empty").touch()
    for n in range(3):
        (tmp_path / f"{n}.txt").write_bytes(DUMP.read_bytes())
    texts = [str(tmp_path / f"{n}.txt") for n in range(3)]
    corpus = cpp_corpus.load(*texts, numbers_from=reference, jobs=jobs)
    codes = [finding.code for finding in corpus.findings]
    assert codes.count("unusable-numbers-from") == 1
    assert codes.count("anonymous-articles") == 3
    summary = normalize(texts, tmp_path / "out", numbers_from=reference, jobs=jobs)
    assert summary.findings["unusable-numbers-from"] == 1
    assert corpus.export(tmp_path / "again").findings == summary.findings


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reference_that_nothing_asks_for(tmp_path: Path, jobs: int) -> None:
    texts, reference = FIXTURES / "mirror", FIXTURES / "dumps"
    (finding,) = [
        f for f in cpp_corpus.load(texts, numbers_from=reference).findings if f.code == "unneeded-numbers-from"
    ]
    assert finding.path == str(reference)
    summary = normalize([texts], tmp_path / "out", numbers_from=reference, jobs=jobs)
    assert summary.findings["unneeded-numbers-from"] == 1
    assert finding in cpp_corpus.load(tmp_path / "out").findings
    assert finding in cpp_corpus.load(tmp_path / "out", numbers_from=reference).findings
    asked = cpp_corpus.load(texts, DUMP, numbers_from=texts)
    assert "unneeded-numbers-from" not in {f.code for f in asked.findings}


def test_an_act_that_the_reference_lacks_is_looked_up_in_the_installed_atlases(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "others.atlas").write_bytes(installed.read_bytes())
    of_another_act(other := tmp_path / "others.atlas")
    for reference in (other, FIXTURES / "mirror" / "code-des-moulins-et-des-horloges"):
        corpus = cpp_corpus.load(DUMP, numbers_from=reference, jobs=2)
        assert [str(article.number) for article in corpus] == NUMBERS
        assert {finding.code for finding in corpus.findings} == {"numbers-of-another-day"}


def test_what_is_installed_stands_in_for_a_reference_that_cannot_be_read(installed: Path, tmp_path: Path) -> None:
    damaged_one = tmp_path / "damaged.atlas"
    damaged_one.write_bytes(installed.read_bytes()[:-5])
    corpus = cpp_corpus.load(DUMP, numbers_from=damaged_one)
    assert [str(article.number) for article in corpus] == NUMBERS
    (finding,) = [each for each in corpus.findings if each.code == "unusable-numbers-from"]
    assert "so an installed atlas is used" in finding.message


def test_the_reference_comes_first(installed: Path, tmp_path: Path) -> None:
    """The installed atlas has the number 1, the reference calls the same text 100."""
    page = tmp_path / "mirror" / ACT / "100.md"
    page.parent.mkdir(parents=True)
    first = next(article for article in cpp_corpus.load(SABLIERS) if str(article.number) == "1")
    page.write_text(f"# Article 100\n\n<p>{first.text}</p>", encoding="utf-8")
    assert installed.is_file()
    corpus = cpp_corpus.load(DUMP, numbers_from=tmp_path / "mirror")
    assert "1" not in {str(article.number) for article in corpus}


def test_an_installed_atlas_that_is_damaged(installed: Path) -> None:
    damaged(installed)
    corpus = cpp_corpus.load(DUMP)
    assert len(corpus) == len(NUMBERS)
    (finding,) = [each for each in corpus.findings if each.code == "unusable-numbers-from"]
    assert "so unnumbered articles stay unnumbered" in finding.message
    assert finding.path == str(installed)


def test_of_two_atlases_of_an_act_the_first_is_used(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "first"
    folder.mkdir()
    (folder / f"{ACT}.atlas").write_bytes(installed.read_bytes())
    ATLASES.add("first", AtlasFolder(folder), before="shipped")
    try:
        assert installed_atlas(ACT) == folder / f"{ACT}.atlas"
        assert [name for name, path in atlas_files() if path.stem == ACT] == ["first"]
    finally:
        ATLASES.remove("first")


def test_an_installed_atlas_is_of_the_act_of_its_name(tmp_path: Path) -> None:
    with pytest.raises(ExtensionError, match="which is no AtlasFolder"):
        ATLASES.add("other", tmp_path)  # type: ignore[arg-type] # the mistake


@pytest.mark.parametrize("jobs", [1, 2])
def test_from_a_store(tmp_path: Path, jobs: int) -> None:
    cpp_corpus.load(FIXTURES / "mirror").export(tmp_path / "out", formats="store")
    made = build_atlas(tmp_path / "out", title="x", jobs=jobs).to_bytes()
    assert made == build_atlas(tmp_path / "out" / "corpus.db", title="x").to_bytes()
    assert made == build_atlas(FIXTURES / "mirror", title="x").to_bytes()
    picked = build_atlas(tmp_path / "out", acts=[ACT], title="x", jobs=jobs)
    assert picked.to_bytes() == build_atlas(FIXTURES / "mirror", acts=[ACT], title="x").to_bytes()


def test_from_a_folder_of_exports(tmp_path: Path) -> None:
    cpp_corpus.load(SABLIERS).export(tmp_path / "a", formats="store")
    cpp_corpus.load(FIXTURES / "mirror" / "code-des-moulins-et-des-horloges").export(tmp_path / "b", formats="json")
    assert build_atlas(tmp_path, title="x").to_bytes() == build_atlas(FIXTURES / "mirror", title="x").to_bytes()
    with pytest.raises(InputError, match="has no article of code-civil with a number"):
        build_atlas(tmp_path, acts=["code-civil"])


def test_an_act_with_versions_without_days_is_undated(tmp_path: Path) -> None:
    """A day would tell nothing of those versions; another act of the source keeps its days."""
    rows = [*HISTORY, row("code-des-essais/4.md", "Les essais sont gratuits.", "1990-01-01", None)]
    rows[-1]["valid_from"] = None
    (path := tmp_path / "h.jsonl").write_bytes(b"".join(orjson.dumps(each) + b"\n" for each in rows))
    acts = build_atlas(path).header.acts
    assert acts == {"code-des-essais": (2, None, False), ACT: (3, date(2010, 5, 1), True)}
