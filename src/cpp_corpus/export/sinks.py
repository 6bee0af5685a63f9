"""The sinks of all formats of one export; the error of a sink that fails names its format."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from cpp_corpus.errors import CorpusError, OutputError, described
from cpp_corpus.export.base import AboutCorpus, ExportedArticle, Exporter, RecordLine, Sink
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.graph import Node
from cpp_corpus.model.manifest import SourceFile

__all__ = ["Sinks"]


class Sinks:
    """The sinks of several exporters: each is given every record. A context manager that closes them.

    They write to a folder inside ``folder``; at the end what they have declared is moved to ``folder``. ``OutputError``
    if one of them fails, or writes anything else, there or beside it; then nothing is written.
    """

    def __init__(self, exporters: Mapping[str, Exporter], folder: Path) -> None:
        self._exporters = exporters
        self._target = folder
        self._folder = folder / ".sinks"
        self._folder.mkdir()
        self._others = {each.name for each in folder.iterdir()}
        self._opened = ExitStack()
        self._sinks: list[tuple[_Named, Sink]] = []

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            for name, exporter in self._exporters.items():
                named = _Named(name)
                with named:
                    sink = exporter.open(self._folder)
                opened.callback(_close, named, sink)
                self._sinks.append((named, sink))
            self._opened = opened.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._opened.close()
        if kind is None:
            self._collect()

    def _collect(self) -> None:
        """Move the files that the exporters have declared to their place."""
        declared = {name for exporter in self._exporters.values() for name in exporter.files}
        undeclared = [each.name for each in self._folder.iterdir() if each.name not in declared]
        undeclared += [f"../{each.name}" for each in self._target.iterdir() if each.name not in self._others]
        if undeclared:
            named = ", ".join(map(repr, self._exporters))
            raise OutputError(
                f"an exporter ({named}) wrote {min(undeclared)!r}, which its files do not name; nothing was written"
            )
        for each in self._folder.iterdir():
            each.rename(self._target / each.name)
        self._folder.rmdir()

    def corpus(self, about: AboutCorpus) -> None:
        """Call :meth:`Sink.corpus` of each; the other methods likewise."""
        for named, sink in self._sinks:
            with named:
                sink.corpus(about)

    def article(self, article: ExportedArticle) -> None:
        for named, sink in self._sinks:
            with named:
                sink.article(article)

    def node(self, node: Node) -> None:
        for named, sink in self._sinks:
            with named:
                sink.node(node)

    def finding(self, finding: RecordLine[Finding]) -> None:
        for named, sink in self._sinks:
            with named:
                sink.finding(finding)

    def source(self, source: RecordLine[SourceFile]) -> None:
        for named, sink in self._sinks:
            with named:
                sink.source(source)

    def ends(self) -> dict[str, dict[str, int]]:
        """End all sinks; returns the counts of each format, by its name."""
        counts = {}
        for named, sink in self._sinks:
            with named:
                counts[named.format] = dict(sink.end())
        return counts


def _close(named: _Named, sink: Sink) -> None:
    with named:
        sink.close()


class _Named:
    """A context manager around each call of a format's sink; reusable."""

    __slots__ = ("format",)

    def __init__(self, name: str) -> None:
        self.format = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: TracebackType | None) -> None:
        if isinstance(error, Exception) and not isinstance(error, (CorpusError, OSError)):
            message = f"the export format {self.format!r} failed: {described(error)}; nothing was written"
            raise OutputError(message) from error
