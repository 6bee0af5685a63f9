"""Targets that read what the library wrote (exports, stores, atlases, annotations …), archives and clones."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import orjson

import cpp_corpus
from cpp_corpus.atomic import unfinished
from cpp_corpus.errors import CorpusError
from cpp_corpus.export.exported import damaged_files
from cpp_corpus.export.folder import KEPT
from cpp_corpus.ingest import Entry, FileEntry, Limits, PassedOver, unpacked
from cpp_corpus.lang.learned import LearnedAct, read_learned, written
from cpp_corpus.limits import LimitReached
from cpp_corpus.model.atlas import Atlas
from cpp_corpus.pipeline.atlas import build_atlas
from cpp_corpus.pipeline.first_pass import KEPT_FILES
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


def _kept(data: bytes) -> None:
    """What earlier runs into a folder have kept, of one that is complete and of two that have ended early.

    The run ends with the bytes of one that has nothing, or says that what it found is damaged.
    """
    for pages, wanted in seeds.exports_of_pages():
        for names in ((), (KEPT_FILES[0],), (KEPT_FILES[2],), (KEPT_FILES[0], KEPT_FILES[2])):
            with _folder({}) as folder:
                out = folder / "out"
                if names:
                    unfinished(out).mkdir()
                else:
                    shutil.copytree(seeds.kept_export(), out)
                    (out / KEPT).write_bytes(data)
                for name in names:
                    (unfinished(out) / name).write_bytes(data)
                try:
                    summary = seeds.normalized(pages, out)
                except CorpusError as error:
                    check("first-pass." in str(error), f"another error: {error}")
                    continue
                found = {path.name: path.read_bytes() for path in out.iterdir() if path.name != KEPT}
                check(found == wanted, "other bytes")
                check(summary.counts["sources"] == len(pages), "other counts")


def _learned(data: bytes) -> None:
    with _folder({"tables.json": data}) as folder, suppress(CorpusError):
        acts = read_learned(folder / "tables.json")
        check(written(acts), "an empty table")


def _history(data: bytes) -> None:
    """A dated history as the source of the numbers of a dump, and of an atlas."""
    with _folder({"history.jsonl": data}) as folder:
        made = cpp_corpus.load(seeds.FIXTURES / "dumps" / "sabliers.txt", numbers_from=folder / "history.jsonl", jobs=1)
        check(len(made), "no articles")
        with suppress(CorpusError):
            build_atlas(folder / "history.jsonl", jobs=1)


def _clone(data: bytes) -> None:
    """The history of a clone; ``data`` is what git imports: commits with their dates, names and pages."""
    with _folder({}) as folder:
        git = ("git", f"--git-dir={folder}")
        subprocess.run([*git, "init", "-q", "--bare", "--initial-branch=main"], check=True)
        subprocess.run([*git, "fast-import", "--quiet", "--force"], input=data, check=False, capture_output=True)
        with suppress(CorpusError):
            build_atlas(folder, jobs=1)


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


def _in_history() -> tuple[bytes, ...]:
    return ((seeds.FIXTURES / "history" / "codes.jsonl").read_bytes()[:_HISTORY],)


_HISTORY = 12_000  # bytes: each line is a page, and a short history is read often


def _imported() -> tuple[bytes, ...]:
    """A mirror of which a page is added, changed and removed."""
    page = "code-des-sabliers/titre-ier/l1.md"
    commits = []
    for at, change in enumerate(
        (f"M 644 inline {page}\ndata <<END\n# Article L1\n\nLe vent.\nEND\n", "", f"D {page}\n")
    ):
        who = f"committer A <a@b> {1_500_000_000 + at * 10_000_000} +0000"
        commits.append(f"commit refs/heads/main\n{who}\ndata <<END\nx\nEND\n{change}\n")
    text = "\n".join(commits)
    return (text.encode(), text.replace("Le vent.", "La pluie.").replace("1500000000", "-86400").encode())


def _learned_tables() -> tuple[bytes, ...]:
    act = LearnedAct("code-des-nuages", "Code des nuages", date(2025, 1, 1), "a mirror", ("l1", "2", "706-73"))
    return (written({act.id: act}),)


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
    Target(
        "first-pass",
        "what earlier runs have kept, first-pass.db, that was cut or changed",
        lambda: (seeds.kept(),),
        _kept,
        ("pipeline.first_pass", "pipeline.packed"),
        tries=10,
    ),
    Target(
        "tables", "tables of codes that a user has learned", _learned_tables, _learned, ("lang.learned",), tries=100
    ),
    Target("history", "a dated history", _in_history, _history, ("pipeline.atlas.versions",), tries=10),
    Target("clone", "the history of a git clone", _imported, _clone, ("pipeline.atlas.repository",), tries=5),
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
