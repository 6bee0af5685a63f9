"""Targets of what is made of texts for other programs and people: files of every format, comparisons, answers."""

from __future__ import annotations

import asyncio
import csv
import json
import sqlite3
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from functools import cache
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any

from lxml import etree

import cpp_corpus
from cpp_corpus.comparison.page import page
from cpp_corpus.errors import CorpusError
from cpp_corpus.export import EXPORTERS
from cpp_corpus.ingest import read_bytes
from cpp_corpus.notebook.views import VIEWS
from cpp_corpus.servers.questions import QUESTIONS
from fuzz import seeds
from fuzz.target import Target, check

__all__ = ["MADE_TARGETS"]

_PATH = "code-des-nuages/livre-ier/l1.md"


def _corpus(data: bytes, folder: Path) -> cpp_corpus.Corpus | None:
    place = folder / _PATH
    place.parent.mkdir(parents=True)
    place.write_bytes(data)
    with suppress(CorpusError):
        return cpp_corpus.load(folder, seeds.FIXTURES / "mirror" / "code-des-sabliers")
    return None


def _written(data: bytes) -> None:
    """A text in every format: other programs read each file, and the library reads the same corpus."""
    with tempfile.TemporaryDirectory() as scratch:
        corpus = _corpus(data, Path(scratch, "in"))
        if corpus is None:
            return
        out = Path(scratch, "out")
        corpus.export(out, formats=[name for name in EXPORTERS if name != "spacy"])
        for path in sorted(out.iterdir()):
            if path.suffix in _READERS:
                _READERS[path.suffix](path)
        check(cpp_corpus.load(out) == corpus, "another corpus in the export")
        for record in (*corpus.articles[:5], *corpus.findings[:5], corpus, corpus.graph):
            _check_html(str(VIEWS[type(record).__name__](record)) if type(record).__name__ in VIEWS else "")
        check(corpus.graph.to_dot().encode(), "a drawing that is no text")


def _xml(path: Path) -> None:
    etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _json(path: Path) -> None:
    json.loads(path.read_bytes())


def _csv(path: Path) -> None:
    rows = list(csv.reader(StringIO(path.read_text("utf-8"), newline="")))
    check(len({len(row) for row in rows}) == 1, "rows of different lengths")
    check(not any(cell[:1] in "=+-@\t\r" for row in rows for cell in row if cell), "a cell that is a formula")


def _database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as base:
        check(base.execute("PRAGMA quick_check").fetchone() == ("ok",), "a damaged database")


_READERS: Mapping[str, Callable[[Path], None]] = {
    ".xml": _xml,
    ".graphml": _xml,
    ".gexf": _xml,
    ".json": _json,
    ".jsonld": _json,
    ".csv": _csv,
    ".db": _database,
    ".sqlite": _database,
}


class _Tags(HTMLParser):
    """Checks that a page has no tag, attribute or address that runs anything."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        check(tag not in {"script", "iframe", "object", "embed", "link", "base", "form"}, f"a tag <{tag}>")
        for name, value in attrs:
            check(not name.startswith("on"), f"an attribute {name}")
            is_address = name in {"href", "src", "action"}
            check(not (is_address and (value or "").strip().lower().startswith(("javascript:", "data:"))), "an address")


def _check_html(text: str) -> None:
    parser = _Tags()
    parser.feed(text)
    parser.close()


def _diff(data: bytes) -> None:
    """Two states of a text, its halves to a line of equals signs: what changed, in words and as a page."""
    before, _, after = data.partition(b"\n====\n")
    with tempfile.TemporaryDirectory() as scratch:
        one, other = (_corpus(part, Path(scratch, name)) for name, part in (("a", before), ("b", after)))
        if one is None or other is None:
            return
        found = cpp_corpus.diff(one, other)
        check(not cpp_corpus.diff(one, one).articles, "a corpus that differs from itself")
        check(type(found).model_validate_json(found.model_dump_json()) == found, "another comparison when read")
        _check_html("".join(page(found)).partition("</style>")[2])


def _questions(data: bytes) -> None:
    """Requests to the HTTP server: the name of a question in the first line, what it is asked in the rest."""
    name, _, body = data.partition(b"\n")
    path = name.decode("utf-8", "replace")
    kind = [(b"content-type", b"application/json")]
    for method, query, sent in (("POST", b"", body), ("GET", body, b"")):
        status, answered = asyncio.run(_asked(method, f"/{path}", query, sent, kind))
        check(status < 500, f"status {status}")
        check(not answered or json.loads(answered) is not None, "an answer that is no JSON")


async def _asked(
    method: str, path: str, query: bytes, body: bytes, headers: Sequence[tuple[bytes, bytes]]
) -> tuple[int, bytes]:
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query,
        "headers": [(b"host", b"localhost"), *headers],
        "server": ("localhost", 80),
        "client": ("127.0.0.1", 1),
        "root_path": "",
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await _app()(scope, receive, send)
    return sent[0]["status"], b"".join(each.get("body", b"") for each in sent[1:])


@cache
def _app() -> Any:
    from cpp_corpus.servers.held import HeldCorpus  # noqa: PLC0415 - extras
    from cpp_corpus.servers.http_app import HttpLimits, http_app  # noqa: PLC0415

    held = HeldCorpus([seeds.FIXTURES / "mirror"], cpp_corpus.load)
    return http_app(held, QUESTIONS.values(), limits=HttpLimits(seconds=60), hosts=["localhost"])


def _pages() -> Sequence[bytes]:
    found = (data for name in ("mirror-page", "flat-dump") for data in seeds.of_format(name))
    return [data for data in found if read_bytes(data, _PATH).refusal is None]


def _pairs() -> Sequence[bytes]:
    pages = sorted(_pages(), key=len)[-8:]
    return [
        *(b"\n====\n".join((page, page.replace(b"sable", b"grain"))) for page in pages),
        b"\n====\n".join(pages[:2]),
    ]


def _requests() -> Sequence[bytes]:
    return [f"{name}\n{json.dumps(given)}".encode() for name, given in _GIVEN] + [
        f"{name}\n{'&'.join(f'{key}={value}' for key, value in given.items())}".encode() for name, given in _GIVEN
    ]


_GIVEN: Sequence[tuple[str, Mapping[str, object]]] = (
    ("find", {"citation": "L. 111-1 à L. 112-1", "limit": 2}),
    ("article", {"article": "code-des-sabliers/3", "part": "al2", "offset": 0}),
    ("verify", {"text": "Vu le 2° du II de l'article L. 112-1 du code des moulins et des horloges ;"}),
    ("references", {"article": "code-des-sabliers/3", "limit": 3}),
    ("cited-by", {"target": "code-des-sabliers#titre.i"}),
    ("cited_by", {"target": "code-des-sabliers"}),
    ("search", {"query": "sable OR vent"}),
    ("acts", {}),
)

MADE_TARGETS = (
    Target(
        "written",
        "a text in every format of an export, in notebooks and as a drawing",
        _pages,
        _written,
        modules=("export", "notebook", "graph.dot"),
        snippets=(
            b"<script>",
            b"javascript:",
            b"]]>",
            b"-->",
            b"=1+1",
            b"\x1b[2J",
            b"&#1;",
            b"\xef\xbf\xbe",
            b'" onload="',
        ),
        tries=5,
    ),
    Target("diff", "two states of a text, compared", _pairs, _diff, ("comparison",), tries=15),
    Target(
        "questions",
        "requests to the HTTP server",
        _requests,
        _questions,
        modules=("servers",),
        snippets=(b'"', b"\\u0000", b"%00", b"&limit=", b"null", b"1e99", b"@2020-01-01"),
        tries=60,
    ),
)
"""Those of what is made of texts."""
