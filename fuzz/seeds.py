"""Inputs that are read well: the fixtures, and the same fictional codes in every other format."""

from __future__ import annotations

import atexit
import json
import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from gzip import compress as gzipped
from io import BytesIO
from lzma import compress as xz
from pathlib import Path
from unittest.mock import patch

import cpp_corpus
from cpp_corpus.export.folder import KEPT
from cpp_corpus.ingest import read_file
from cpp_corpus.pipeline import batch
from cpp_corpus.pipeline.atlas import build_atlas
from cpp_corpus.pipeline.batch import Summary
from quality.passages import passages
from tests.ingest import (
    fiction,
    made,
    renderings,
    test_dila_xml,
    test_envinorma,
    test_kali_data,
    test_legi_data,
    test_legi_js,
    test_piste,
    test_tricoteuses_json,
)
from tests.ingest import test_csv_table as rows
from tests.ingest import test_json_nested as nested
from tests.ingest import test_json_rows as records
from tests.ingest import test_legi_sqlite as databases
from tests.ingest import test_parquet as tables
from tests.ingest import test_sheets as sheets
from tests.ingest import test_text_tables as drawn
from tests.ingest import test_web_page as web

__all__ = [
    "FIXTURES",
    "archives",
    "atlases",
    "export",
    "exports_of_pages",
    "kept",
    "kept_export",
    "normalized",
    "of_format",
    "sentences",
]

FIXTURES = Path(__file__).parents[1] / "fixtures"
_ACT = "code-des-sabliers"


@cache
def of_format(name: str) -> Sequence[bytes]:
    """Files of the format of that name."""
    return tuple(_MADE[name]()) if name in _MADE else tuple(_fixtures().get(name, ()))


@cache
def sentences() -> Sequence[bytes]:
    """Passages with references, those that are labelled by hand."""
    return tuple(passage.text.encode() for passage in passages())


@cache
def archives() -> Sequence[bytes]:
    """Archives of every kind with two pages, and one in another."""
    pages = {
        "code-des-nuages/l1.md": b"# Article L1\n\nLe vent.",
        "code-des-nuages/l2.md": b"# Article L2\n\nLa pluie.",
    }
    plain, zipped = _tar(pages), _zip(pages)
    return (
        zipped,
        plain,
        gzipped(plain, mtime=0),
        xz(plain),
        gzipped(pages["code-des-nuages/l1.md"]),
        _zip({"a.zip": zipped}),
    )


@cache
def export() -> Mapping[str, bytes]:
    """The files of an export of a fictional code, by name."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "out")
        cpp_corpus.load(FIXTURES / "mirror" / _ACT, FIXTURES / "broken").export(out, formats="json,store")
        return _files(out)


def normalized(pages: Sequence[Path], out: Path) -> Summary:
    """A run over ``pages``, which takes what earlier runs have kept for one that this program makes today."""
    with patch.object(batch, "run_key", lambda *_: "fuzz"):
        return batch.normalize(pages, out, formats="json")


@cache
def kept_export() -> Path:
    """The export of four pages, with what its run has kept; for as long as this process lives."""
    place = tempfile.mkdtemp(prefix="fuzz-kept-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    normalized(_pages()[:4], Path(place, "out"))
    return Path(place, "out")


def kept() -> bytes:
    """What a run over four pages has kept."""
    return (kept_export() / KEPT).read_bytes()


@cache
def exports_of_pages() -> Sequence[tuple[Sequence[Path], Mapping[str, bytes]]]:
    """Pages, and the files of an export of them: those of :func:`kept`, and with one fewer and one more."""
    found = []
    pages = _pages()
    for some in (pages[:4], (*pages[:2], *pages[3:5])):
        with tempfile.TemporaryDirectory() as scratch:
            batch.normalize(some, Path(scratch, "out"), formats="json", incremental=False)
            found.append((some, _files(Path(scratch, "out"))))
    return found


@cache
def atlases() -> Sequence[bytes]:
    """Atlases of the fictional codes, one of them without dates."""
    return tuple(build_atlas(FIXTURES / name, jobs=1).to_bytes() for name in ("history/codes.jsonl", "mirror"))


# ---------------------------------------------------------------------------------------------------------------------

_LARGEST = 1 << 15  # bytes of a seed


def _files(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _pages() -> Sequence[Path]:
    return (*sorted((FIXTURES / "mirror" / _ACT).rglob("*.md"))[:4], FIXTURES / "broken" / "unbalanced.md")


def _fixtures() -> Mapping[str, Sequence[bytes]]:
    """The files of ``fixtures`` by the format that takes them."""
    found: dict[str, list[bytes]] = {}
    for path in sorted(FIXTURES.rglob("*")):
        if path.is_file() and path.name != "README.md" and path.stat().st_size < _LARGEST:
            read = read_file(path)
            if read.format is not None:
                found.setdefault(read.format, []).append(path.read_bytes())
    return found


def _json(values: Iterable[object]) -> Iterable[bytes]:
    return (json.dumps(value, ensure_ascii=False, indent=1).encode() for value in values)


def _dila_xml() -> Iterable[bytes]:
    pages = fiction.pages()
    return [test_dila_xml.file_of(page, count).encode() for count, page in enumerate(pages)]


def _legi_data() -> Iterable[bytes]:
    return _json([test_legi_data.code(_ACT), test_legi_data.small(nota="Le vent.")])


def _piste() -> Iterable[bytes]:
    answers = [test_piste.answer(page, count) for count, page in enumerate(fiction.pages()[:4])]
    return [*_json([*answers, test_piste.text(_ACT)]), b"\n".join(json.dumps(each).encode() for each in answers)]


def _tricoteuses_json() -> Iterable[bytes]:
    pages = fiction.pages()[:4]
    return _json(test_tricoteuses_json.article(page, several=bool(count % 2)) for count, page in enumerate(pages))


def _parquet() -> Iterable[bytes]:
    return [tables.table(tables.FULL), tables.table({**tables.FULL, "num": "2", "notaHtml": None}, tables.FULL)]


def _csv() -> Iterable[bytes]:
    return [rows.csv_of(tables.FULL), rows.csv_of(tables.FULL, {**tables.FULL, "num": "2"}, sign=";")]


def _json_rows() -> Iterable[bytes]:
    lines = b"\n".join(json.dumps(row).encode() for row in records.ROWS)
    return [*_json([records.ROWS, {"articles": records.ROWS}]), lines]


def _json_nested() -> Iterable[bytes]:
    return _json([*nested.OBJECTS, *nested.TREES])


def _spreadsheet() -> Iterable[bytes]:
    return [make({"Feuille1": sheets.SAND}) for make in (sheets.as_xlsx, sheets.as_ods)]


def _text_table() -> Iterable[bytes]:
    return [drawn.MARKDOWN.encode(), drawn.MARKDOWN.replace("|", "│").encode()]


def _legi_sqlite() -> Iterable[bytes]:
    with tempfile.TemporaryDirectory() as scratch:
        return [databases.made(Path(scratch, "legi.sqlite")).read_bytes()]


def _web_page() -> Iterable[bytes]:
    return [web.section(*form, fiction.pages()[:5]).encode() for form in web.FORMS.values()]


_LINES = [
    "Code des sabliers",
    "Titre Ier : Du sable",
    "Article 1",
    "Le sable coule (l'article 3).",
    "Article 2",
    "1° Le jour ;",
]


def _pdf() -> Iterable[bytes]:
    return [
        made.pdf(_LINES),
        made.pdf(_LINES, ["2° La nuit.", "Titre II : Du grain", "Article 3", "Le grain est noir."]),
    ]


def _office() -> Iterable[bytes]:
    rows = [["Grain", "Prix"], ["blanc", "un"]]
    return [make(_LINES, rows) for make in (made.as_docx, made.as_odt, made.as_rtf)]


def _page_text() -> Iterable[bytes]:
    others = [text for text in vars(renderings).values() if isinstance(text, str) and "Article L112-1" in text]
    return [*_fixtures().get("page-text", ()), *(text.encode() for text in others)]


_MADE: Mapping[str, Callable[[], Iterable[bytes]]] = {
    "dila-xml": _dila_xml,
    "legi-data": _legi_data,
    "kali-data": lambda: _json([test_kali_data.agreement(), test_kali_data.agreement("section")]),
    "legi-js": lambda: _json([test_legi_js.text(_ACT)]),
    "envinorma": lambda: _json([test_envinorma.WHOLE]),
    "piste": _piste,
    "tricoteuses-json": _tricoteuses_json,
    "parquet": _parquet,
    "csv": _csv,
    "json-rows": _json_rows,
    "json-nested": _json_nested,
    "text-table": _text_table,
    "spreadsheet": _spreadsheet,
    "legi-sqlite": _legi_sqlite,
    "web-page": _web_page,
    "pdf": _pdf,
    "office": _office,
    "page-text": _page_text,
}


def _tar(files: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, BytesIO(data))
    return stream.getvalue()


def _zip(files: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()
