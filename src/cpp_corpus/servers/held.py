"""The corpus of a server: opened once, and again where another store took the place of its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import NamedTuple

from pydantic import BaseModel
from xxhash import xxh3_64_hexdigest

import cpp_corpus
from cpp_corpus.corpus import Corpus
from cpp_corpus.errors import InputError
from cpp_corpus.servers.problems import within
from cpp_corpus.servers.questions import ServerQuestion
from cpp_corpus.store.database import is_store, store_file

__all__ = ["HeldCorpus"]

_PAUSE = 1.0  # seconds between two looks at the file


class _State(NamedTuple):
    corpus: Corpus
    key: str


class HeldCorpus:
    """The corpus of ``paths``, which ``load`` reads; it can be asked in several threads at once.

    >>> held = HeldCorpus(["fixtures/mirror"], cpp_corpus.load)
    >>> held.corpus.acts, len(held.key)
    (('code-des-moulins-et-des-horloges', 'code-des-sabliers'), 16)
    """

    def __init__(self, paths: Sequence[Path | str], load: Callable[..., Corpus]) -> None:
        self._load = load
        self._paths = tuple(map(Path, paths))
        single = len(self._paths) == 1 and is_store(self._paths[0])
        self._file = store_file(self._paths[0]) if single else None
        self._lock = Lock()
        self._looked = monotonic()
        self._mark = self._marked()
        self._state = self._opened()

    @property
    def corpus(self) -> Corpus:
        """The corpus as it is now."""
        self._look()
        return self._state.corpus

    @property
    def key(self) -> str:
        """A text that changes with the corpus and with the program: for what is kept of answers elsewhere."""
        self._look()
        return self._state.key

    def answer(self, question: ServerQuestion, given: BaseModel, seconds: float) -> BaseModel:
        """The answer to a question; ``InputError`` where the store is damaged, else as ``ServerQuestion.answer``.

        After ``seconds`` a question that takes long ends with a ``QuestionError``.
        """
        with within(seconds):
            corpus = self.corpus
            try:
                return question.answer(corpus, given)
            except InputError:  # another store may be in its place since the look
                self._look(at_once=True)
                if self._state.corpus is corpus:
                    raise
            return question.answer(self._state.corpus, given)

    # -----------------------------------------------------------------------------------------------------------------

    def _look(self, *, at_once: bool = False) -> None:
        """Open the store again if its file is another one."""
        if self._file is None or (monotonic() - self._looked < _PAUSE and not at_once):
            return
        with self._lock:
            self._looked = monotonic()
            mark = self._marked()
            if mark is None or mark == self._mark:  # gone for a moment: what is open can still be read
                return
            try:
                self._state = self._opened()
            except InputError:
                return
            self._mark = mark

    def _marked(self) -> tuple[int, ...] | None:
        if self._file is None:
            return None
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns

    def _opened(self) -> _State:
        marks = self._marked() or (id(self), monotonic())
        return _State(self._load(*self._paths), xxh3_64_hexdigest(repr((cpp_corpus.__version__, marks)).encode()))
