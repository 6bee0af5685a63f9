"""What it costs to number a flat dump, and how the cost grows with its length.

    .venv/bin/python benchmarks/identify.py DUMP [REFERENCE]

The dump is read whole and in halves; each time reading and tokenising alone is measured beside it, in one process. The
reference is loaded first, and its loading is a line of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cpp_corpus import ingest, tokenizer
from cpp_corpus.model.article import Article
from cpp_corpus.normalizer.identify import identify
from cpp_corpus.pipeline.atlas import number_source

Made = TypeVar("Made")
ROUNDS = 5


def best(work: Callable[[], Made]) -> tuple[float, Made]:
    """The shortest processor time of some rounds, in seconds, and what was made."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        made = work()
        times.append(time.process_time() - start)
    return min(times), made


def articles_of(data: bytes) -> list[Article]:
    """The articles of a dump, as they stand."""
    documents = ingest.read_bytes(data, "dump.txt").documents
    return [article for document in documents for article in tokenizer.tokenize(document).articles]


def main() -> None:
    """Measure and print."""
    data = Path(sys.argv[1]).read_bytes()
    reference = sys.argv[2] if len(sys.argv) > 2 else None
    act = articles_of(data)[0].act
    if act is None:
        sys.exit("the code of this dump is not known")
    start = time.process_time()
    found = number_source(reference).atlas(act)
    if found.atlas is None:
        sys.exit(f"no reference for {act}: {' '.join(map(str, found.findings))}")
    print(f"reference loaded in {time.process_time() - start:.2f} s: {len(found.atlas):,} versions")
    bullets = data.decode().split("• ")
    print("articles  numbered  reading s  numbering s  ratio  numbering a thousand articles")
    for part in (len(bullets) // 4, len(bullets) // 2, len(bullets)):
        piece = "• ".join(bullets[:part]).encode()
        reading, articles = best(lambda piece=piece: articles_of(piece))  # type: ignore[misc]
        numbering, made = best(lambda articles=articles: identify(articles, found.atlas))  # type: ignore[misc]
        known = sum(article.number is not None for article in made.articles)
        rate = 1000 * numbering / len(articles)
        print(f"{len(articles):8} {known:9} {reading:10.3f} {numbering:12.3f} {numbering / reading:6.1f}  {rate:.3f} s")


if __name__ == "__main__":
    main()
