"""A site in Chromium: how long articles and searches take, links that lead nowhere, requests to outside.

    python benchmarks/site_browser.py SITE [--articles 200]

SITE is a folder that ``cpp-corpus site`` wrote. Needs playwright and Debian's chromium.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from cpp_corpus.site.packing import unpacked

QUERIES = ("garde à vue", "706-73", "permis de construire", "article", "l'État", "L. 121-1", "code", "préfet", "moulin")


def main() -> int:
    """Measure and print; the exit status says whether a link leads nowhere or a request went outside."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--articles", type=int, default=200, help="articles to open")
    options = parser.parse_args()
    site = options.site.resolve()
    files = [path for path in site.rglob("*") if path.is_file()]
    print(f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")
    links, dead = _links(site)
    print(f"{links:,} links, {len(dead)} lead nowhere {sorted(dead)[:5] if dead else ''}")
    outside = _in_browser(site, options.articles)
    return int(bool(dead or outside))


def _links(site: Path) -> tuple[int, set[str]]:
    acts = [act[0] for act in json.loads((site / "data/corpus.js").read_text("ascii")[len("SITE.begin(") : -2])["acts"]]
    known = set(acts)
    for at, act in enumerate(acts):
        table = unpacked(site / "data" / "act" / f"{at}.js")
        known.update(f"{act}/{line[0]}" for line in table["a"])
        known.update(f"{act}#{division[2]}" for division in table["d"])
    links = 0
    dead: set[str] = set()
    for path in (site / "data" / "art").iterdir():
        for record in unpacked(path):
            wanted = [name for each in record["r"] if each[4] < 2 for name in each[5]]
            wanted += [citing[0] for citing in record["c"]]
            links += len(wanted)
            dead.update(name for name in wanted if name not in known)
    return links, dead


def _in_browser(site: Path, count: int) -> list[str]:
    ids = [record["i"] for path in (site / "data" / "art").iterdir() for record in unpacked(path)[:3]]
    chosen = random.Random(7).sample(sorted(ids), min(count, len(ids)))  # noqa: S311 - chance is no secret
    asked: list[str] = []
    wrong: list[str] = []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"file://{site}/index.html")
        _print("article", [_shown(page, f"#/article/{each}") for each in chosen])
        _print("search, first", [_shown(page, f"#/search/{query}") for query in QUERIES])
        _print("search, again", [_shown(page, f"#/search/{query} ") for query in QUERIES])
        browser.close()
    outside = [url for url in asked if not url.startswith(("file://", "data:"))]
    print(f"{len(outside)} requests to outside, {len(wrong)} errors on the console {wrong[:3] if wrong else ''}")
    return outside


def _shown(page: Any, route: str) -> float:
    """Milliseconds until a view is shown."""
    return float(
        page.evaluate(
            """route => new Promise(resolve => {
                const start = performance.now(), before = document.body.dataset.shown;
                const shown = () => document.body.dataset.shown;
                const look = () => shown() === location.hash && shown() !== before
                    ? resolve(performance.now() - start) : setTimeout(look, 1);
                location.hash = route; look();
            })""",
            route,
        )
    )


def _print(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    late = ordered[int(len(ordered) * 0.95)]
    print(
        f"{what}: median {statistics.median(ordered):.0f} ms, 95 % within {late:.0f} ms, at most {ordered[-1]:.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
