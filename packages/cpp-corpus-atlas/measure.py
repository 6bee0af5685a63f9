"""The atlases measured: each code of an export as a flat dump without headings, numbered with what is installed.

    python packages/cpp-corpus-atlas/measure.py OUT

``OUT`` is a folder that ``cpp-corpus normalize`` wrote from a mirror of December 2023. A dump has the texts of one code
in their order, of which every seventh is left out. A row has the articles, the shares that are numbered right and
wrong, the seconds that it took, and how many articles get a number if the dump has the title of the next code: these
would all be wrong. The last lines say how long a dump without a title takes, and how much memory the process has used.
"""

import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import cpp_corpus
from cpp_corpus.lang.acts import ACTS

_LEFT_OUT = 7
_OWN = re.compile(r"^\s*•|\A\s*(?:annexe|article|tableau)\b", re.IGNORECASE | re.MULTILINE)


def dump_of(articles: Sequence[cpp_corpus.Article], title: str) -> str:
    """The articles as a flat dump: a title, a day, and a bullet for each, indented by its divisions."""
    lines = [title, "", "Version en vigueur au 01 décembre 2023", ""]
    for article in articles:
        indent = " " * (2 * (len(article.divisions) + 1))
        first, *others = filter(None, map(str.strip, article.text.split("\n")))
        lines += [f"{indent}• {first}", *(f"\n{indent}  {other}" for other in others), ""]
    return "\n".join(lines)


def is_plain(article: cpp_corpus.Article) -> bool:
    """Whether an article can stand in a dump: it has a number and a text, which has no heading or bullet of its own."""
    return article.number is not None and article.text.strip() != "" and not _OWN.search(article.text)


def numbered(path: Path, text: str) -> list[str | None]:
    """The numbers that the articles of a dump get."""
    path.write_text(text, encoding="utf-8")
    return [None if each.number is None else each.number.normalized for each in cpp_corpus.load(path)]


def rows(out: str, folder: Path) -> Iterator[str]:
    """A line for each code, then the last lines."""
    corpus = cpp_corpus.open(out)
    acts = [act for act in corpus.acts if act in ACTS]
    nothing = ""
    following = dict(zip(acts, (*acts[1:], acts[0]), strict=True))
    for act, articles in groupby(corpus.articles, lambda article: article.act):
        if act is None or act not in following:
            continue
        held = list(filter(is_plain, articles))
        kept = [each for at, each in enumerate(held, 1) if at % _LEFT_OUT]
        true = [each.number.normalized for each in kept if each.number is not None]
        start = time.process_time()
        found = numbered(folder / "dump.txt", dump_of(kept, ACTS[act].title))
        took = time.process_time() - start
        if len(found) != len(true):
            yield f"{act}: {len(found)} articles in the dump, not {len(true)}"
            continue
        right = sum(map(str.__eq__, map(str, found), true))
        wrong = len(true) - right - found.count(None)
        strange = len(kept) - numbered(folder / "dump.txt", dump_of(kept, ACTS[following[act]].title)).count(None)
        share = right / len(true)
        counts = f"{len(true):6,}  right {share:.4f}  wrong {wrong:3}  as another code {strange:3}"
        yield f"{act[:64]:64} {counts}  {took:6.2f} s"
        nothing = max(nothing, dump_of(kept, "Recueil"), key=len)
    start = time.process_time()
    found = numbered(folder / "dump.txt", nothing)
    yield f"without a title: {time.process_time() - start:.2f} s, {len(found) - found.count(None)} numbered"
    yield f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(sys.argv[1], Path(folder)):
            print(row, flush=True)
