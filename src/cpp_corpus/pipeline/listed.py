"""Articles that a source lists as those of a text, and that were not read: the text is not whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xxhash import xxh3_64_intdigest

from cpp_corpus.model.document import Listed
from cpp_corpus.model.finding import Finding, FindingCode

__all__ = ["identifier_key", "missing_articles"]


def identifier_key(identifier: str) -> int:
    """The hash by which identifiers of articles are compared.

    >>> identifier_key("LEGIARTI000000000001") == identifier_key("LEGIARTI000000000002")
    False
    """
    return xxh3_64_intdigest(identifier.encode("utf-8", "replace"))


def missing_articles(lists: Iterable[tuple[str, Listed]], read: Iterable[int]) -> Iterator[Finding]:
    """A finding for each text of which articles are listed that were not read.

    ``lists`` has the path of each file with a list; ``read`` has the keys of the identifiers of all articles.

    >>> listed = Listed("LEGITEXT000000000001", "Code des moulins", (("LEGIARTI000000000001", "L1"),))
    >>> [finding.message.partition(";")[0] for finding in missing_articles([("1.xml", listed)], ())]
    ['Code des moulins: 1 listed article was in no file that was read: L1 (LEGIARTI000000000001)']
    """
    known: set[int] = set()
    texts: dict[str, _Text] = {}
    for at, (path, listed) in enumerate(lists):
        if not at:
            known.update(read)
        gone = [(name, number) for name, number in listed.articles if identifier_key(name) not in known]
        if not gone:
            continue
        known.update(identifier_key(name) for name, _ in gone)  # each is counted once
        text = texts.setdefault(listed.text, _Text(path))
        text.title = text.title or listed.title
        text.count += len(gone)
        text.first += gone[: _SHOWN - len(text.first)]
    for name, text in texts.items():
        yield text.finding(name)


# ---------------------------------------------------------------------------------------------------------------------

_SHOWN = 3  # articles that are named


class _Text:
    """What is missing of a text."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.title: str | None = None
        self.count = 0
        self.first: list[tuple[str, str | None]] = []

    def finding(self, name: str) -> Finding:
        shown = ", ".join(f"{number} ({ident})" if number else ident for ident, number in self.first)
        said = "1 listed article was" if self.count == 1 else f"{self.count:,} listed articles were"
        more = " …" if self.count > len(self.first) else ""
        message = (
            f"{self.title or name}: {said} in no file that was read: {shown}{more}; give the whole archive if the text"
            " is to be whole."
        )
        return Finding.build(FindingCode.LISTED_WITHOUT_FILE, message, path=self.path)
