"""The site of a corpus: what it costs to build, and in Chromium how long views take, dead links, barriers, requests.

    python benchmarks/site_browser.py SITE [--articles 200]
    python benchmarks/site_browser.py SITE --texts FOLDER

SITE is a folder that ``cpp-corpus site`` wrote; with ``--texts`` it is made here, and the processor time of the site
stands beside that of ``normalize``. Needs playwright, Debian's chromium, and for barriers the axe of the tests. The
exit status is 1 where a link leads nowhere, a request goes outside, the console has an error, or axe finds a serious or
critical barrier.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from cpp_corpus.site.packing import unpacked

QUERIES = (
    "garde à vue",
    "permis de construire",
    "article",
    "l'État",
    "préfet",
    "moulin",
    "bail commercial",
    "taxe foncière",
    "706-73",
    "l811-2 csi",
)
EACH = 10  # views of each kind that axe looks at
AXE = Path(__file__).parents[1] / "tests" / "site" / "vendored" / "axe.min.js"
RESOLVED, REPEALED = 0, 1  # states of references that are links


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--articles", type=int, default=200, help="articles to open")
    parser.add_argument("--texts", type=Path, help="texts of which the site is made first")
    options = parser.parse_args()
    site = options.site.resolve()
    if options.texts is not None:
        _build(options.texts, site)
    files = [path for path in site.rglob("*") if path.is_file()]
    print(f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")
    dead = _dead_links(site)
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        wrong = _times(browser, site, options.articles)
        barriers = _barriers(browser, site)
        browser.close()
    return int(bool(dead or wrong or barriers))


def _build(texts: Path, site: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = _cost("normalize", str(texts), "-o", f"{folder}/out")
        second = _cost("site", f"{folder}/out", "-o", str(site))
    print(f"site: {second:.1f} s of processor time, {second / first:.2f} of normalize")


def _cost(*command: str) -> float:
    """Seconds of processor time of a command, its processes included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "cpp_corpus", *command], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# ---------------------------------------------------------------------------------------------------------------------


def _acts(site: Path) -> list[str]:
    about = json.loads((site / "data/corpus.js").read_text("ascii")[len("SITE.begin(") : -2])
    return [act[0] for act in about["acts"]]


def _records(site: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((site / "data" / "art").iterdir()):
        yield from unpacked(path)


def _dead_links(site: Path) -> int:
    """How many links of all articles lead to nothing: targets, what cites an article, divisions."""
    acts = _acts(site)
    known = set(acts)
    for at, act in enumerate(acts):
        table = unpacked(site / "data" / "act" / f"{at}.js")
        known.update(f"{act}/{line[0]}" for line in table["a"])
        known.update(f"{act}#{division[2]}" for division in table["d"])
    links = 0
    dead = set()
    for record in _records(site):
        for name in (*_targets(record), *(citing[0] for citing in record["c"])):
            links += 1
            if name not in known and not _is_reached(name, known):
                dead.add(name)
    print(f"{links:,} links, {len(dead)} lead nowhere {sorted(dead)[:5] if dead else ''}")
    return len(dead)


def _targets(record: dict[str, Any]) -> Iterator[str]:
    for reference in record["r"]:
        if reference[4] in (RESOLVED, REPEALED):
            yield from reference[5]


def _is_reached(name: str, known: set[str]) -> bool:
    """Whether the script finds a division whose path leaves out levels."""
    act, _, path = name.partition("#")
    steps = path.split("..")[0].split("/")

    def is_in(own: list[str]) -> bool:
        rest = iter(own)
        return own[-1] == steps[-1] and all(step in rest for step in steps)

    return bool(path) and any(is_in(each.split("#")[1].split("/")) for each in known if each.startswith(f"{act}#"))


# ---------------------------------------------------------------------------------------------------------------------


def _times(browser: Browser, site: Path, count: int) -> list[str]:
    """What went wrong."""
    ids = sorted(record["i"] for record in _records(site))
    chosen = random.Random(7).sample(ids, min(count, len(ids)))  # noqa: S311 - chance is no secret
    asked: list[str] = []
    errors: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: errors.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"file://{site}/index.html")
    _print("article", [_shown(page, f"#/article/{each}") for each in chosen])
    _print("search, first", [_shown(page, f"#/search/{query}") for query in QUERIES])
    _print("search, again", [_shown(page, f"#/search/{query} ") for query in QUERIES])
    page.close()
    outside = [url for url in asked if not url.startswith(("file://", "data:"))]
    print(f"{len(outside)} requests to outside, {len(errors)} errors on the console {errors[:3] if errors else ''}")
    return [*outside, *errors]


def _shown(page: Page, route: str) -> float:
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


def _barriers(browser: Browser, site: Path) -> int:
    """How many serious or critical findings axe has on views of each kind."""
    chance = random.Random(8)  # noqa: S311
    ids = sorted(record["i"] for record in _records(site))
    acts = _acts(site)
    routes = [f"#/article/{each}" for each in chance.sample(ids, min(EACH, len(ids)))]
    routes += [f"#/code/{each}" for each in chance.sample(acts, min(EACH, len(acts)))]
    routes += [f"#/search/{query}" for query in QUERIES[:EACH]]
    routes += ["#/", "#/codes", "#/findings", "#/about", "#/changes", "#/nothing"]
    routes += [f"#/changes/{act}/2015-01-01/2024-01-01" for act in acts[:EACH]]
    found = []
    for scheme in ("light", "dark"):
        page = browser.new_context(bypass_csp=True, color_scheme=scheme).new_page()
        page.goto(f"file://{site}/index.html")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for route in routes:
            _shown(page, f"{route} ")
            violations = page.evaluate("async () => (await axe.run()).violations.map(v => [v.id, v.impact])")
            found += [(route, *each) for each in violations if each[1] in ("serious", "critical")]
        page.context.close()
    print(f"axe on {len(routes)} views in two colours: {len(found)} serious or critical {found[:3] if found else ''}")
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
