"""Targets that read what the library wrote, and archives: exports, stores, atlases, annotations."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

import orjson

import cpp_corpus
from cpp_corpus.errors import CorpusError
from cpp_corpus.export.exported import damaged_files
from cpp_corpus.ingest import Entry, FileEntry, Limits, PassedOver, unpacked
from cpp_corpus.limits import LimitReached
from cpp_corpus.model.atlas import Atlas
from cpp_corpus.store.check import faults_of
from fuzz import seeds
from fuzz.target import Target, check

__all__ = ["FILE_TARGETS"]

_LIMITS = Limits(size=1 << 26, entry_size=1 << 24, seconds=60)


def _export(name: str, data: bytes) -> None:
    """An export with ``data`` as its file ``name``: as it is, and where ``corpus.json`` has no sizes and hashes."""
    for files in (seeds.export(), _unchecked()):
        with _folder({key: value for key, value in files.items() if key != "corpus.db"} | {name: data}) as folder:
            with suppress(CorpusError):
                _read(cpp_corpus.load(folder))
            list(damaged_files(folder))


def _store(data: bytes) -> None:
    with _folder({"corpus.db": data}) as folder:
        with suppress(CorpusError):
            _read(cpp_corpus.open(folder / "corpus.db"))
        with suppress(CorpusError):
            list(faults_of(folder))


def _read(corpus: cpp_corpus.Corpus) -> None:
    """Ask a corpus for everything; it may raise ``CorpusError`` at each."""
    asked: tuple[Callable[[], object], ...] = (
        lambda: [article.text.encode() for article in corpus],
        lambda: list(corpus.references),
        lambda: (corpus.findings, corpus.sources, corpus.unread, corpus.leftovers),
        lambda: [*corpus.graph.nodes, *corpus.graph.edges],
        lambda: [corpus.cited_by(article) for article in corpus],
        lambda: corpus.find("article 3"),
        lambda: [hit.snippet() for hit in corpus.search("sable")],
        lambda: corpus.verify("les articles 3 et 12 bis du code des sabliers"),
        lambda: list(corpus.at("2021-05-01")),
        lambda: corpus.division("code-des-sabliers#titre.i"),
        corpus.audit,
    )
    for ask in asked:
        with suppress(CorpusError, KeyError):
            ask()


def _atlas(data: bytes) -> None:
    """An atlas: as it is, and with the checksum of the changed bytes."""
    for each in (data, _with_checksum(data)):
        with suppress(CorpusError):
            Atlas.header_of(each, "a.atlas")
        with suppress(CorpusError):
            atlas = Atlas.from_bytes(each, "a.atlas")
            for act in atlas.acts.values():
                for row in range(len(act)):
                    act.sketch(row)
                    act.validity(row)
            check(Atlas.from_bytes(atlas.to_bytes(), "b.atlas").to_bytes() == atlas.to_bytes(), "other bytes")
    with _folder({"a.atlas": _with_checksum(data)}) as folder, suppress(CorpusError):
        cpp_corpus.load(seeds.FIXTURES / "dumps" / "sabliers.txt", numbers_from=folder / "a.atlas", jobs=1)


def _archive(data: bytes) -> None:
    with _folder({"a": data}) as folder:
        for each in unpacked([FileEntry(str(folder / "a"), is_named=True)], _LIMITS):
            check(each.path.encode(), "a path that is no text")
            if not isinstance(each, PassedOver):
                _read_all(each)
        with suppress(CorpusError):
            list(cpp_corpus.load(folder / "a", limits=_LIMITS, jobs=1))


def _read_all(entry: Entry) -> None:
    with suppress(OSError, LimitReached), entry.open() as stream:
        while stream.read(1 << 16):
            pass


def _annotations(data: bytes) -> None:
    with _folder({"a.jsonl": data}) as folder, suppress(CorpusError):
        cpp_corpus.read_annotations(folder / "a.jsonl")


def _brat(data: bytes) -> None:
    """A folder of BRAT: the first half of the bytes, to a line of equals signs, is the text."""
    text, _, marks = data.partition(b"\n====\n")
    with _folder({"a.txt": text, "a.ann": marks}) as folder, suppress(CorpusError):
        cpp_corpus.read_annotations(folder)


# ---------------------------------------------------------------------------------------------------------------------


@contextmanager
def _folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    place = Path(tempfile.mkdtemp(prefix="fuzz-", dir=_MEMORY if _MEMORY.is_dir() else None))
    try:
        for name, data in files.items():
            (place / name).write_bytes(data)
        yield place
    finally:
        shutil.rmtree(place)


_MEMORY = Path("/dev/shm")  # noqa: S108 - files that live for a moment need no disk


@cache
def _unchecked() -> Mapping[str, bytes]:
    """The export without counts, sizes and hashes, so that its lines are read whatever they are."""
    files = dict(seeds.export())
    manifest: dict[str, Any] = orjson.loads(files["corpus.json"])
    manifest["files"] = [{"name": each["name"]} for each in manifest["files"]]
    manifest["counts"] = {}
    files["corpus.json"] = orjson.dumps(manifest)
    return files


def _with_checksum(data: bytes) -> bytes:
    head, _, payload = data.partition(b"\n")
    try:
        fields = orjson.loads(head)
        return orjson.dumps({**fields, "sha256": hashlib.sha256(payload).hexdigest()}) + b"\n" + payload
    except (ValueError, TypeError):
        return data


def _annotated() -> tuple[bytes, ...]:
    texts = [text.decode() for text in seeds.sentences()[:12]]
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "a.jsonl")
        cpp_corpus.write_annotations(cpp_corpus.find_references_in(texts), out)
        return (out.read_bytes(),)


def _in_brat() -> tuple[bytes, ...]:
    found = []
    for text in seeds.sentences()[:12]:
        with tempfile.TemporaryDirectory() as scratch:
            out = Path(scratch, "out")
            cpp_corpus.write_annotations(cpp_corpus.find_references_in([text.decode()]), out, "brat")
            parts = [next(out.glob(f"*{suffix}")).read_bytes() for suffix in (".txt", ".ann")]
            found.append(b"\n====\n".join(parts))
    return tuple(found)


def _of_export(name: str) -> Target:
    return Target(
        name=f"export-{name.partition('.')[0]}",
        description=f"an export whose {name} was cut or changed, read back",
        seeds=lambda: (seeds.export()[name],),
        run=partial(_export, name),
        modules=("export.exported", "export.manifest", "model", "graph.read"),
        tries=15,
    )


_FILES = ("corpus.json", "articles.jsonl", "references.jsonl", "findings.jsonl", "sources.jsonl", "graph.json")

FILE_TARGETS = (
    *map(_of_export, _FILES),
    Target(
        "store",
        "a store, corpus.db, that was cut or changed",
        lambda: (seeds.export()["corpus.db"],),
        _store,
        ("store",),
        tries=15,
    ),
    Target("atlas", "an atlas", seeds.atlases, _atlas, ("model.atlas", "pipeline.atlas"), tries=40),
    Target(
        "archive",
        "zip, tar and packed files, and archives in them",
        seeds.archives,
        _archive,
        ("ingest.sources",),
        tries=60,
    ),
    Target("annotations", "references of texts as lines of JSON", _annotated, _annotations, ("annotation",), tries=60),
    Target("brat", "references of texts in BRAT standoff", _in_brat, _brat, ("annotation",), tries=60),
)
"""Those of files that are opened."""
