"""``cpp-corpus atlas``: the fingerprints by which unnumbered articles are identified."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.cli.app import COMMANDS, new_app
from cpp_corpus.cli.options import AsJson, Jobs, act_id
from cpp_corpus.cli.output import check_file, print_json, say, write_file
from cpp_corpus.model.counting import counted
from cpp_corpus.pipeline.atlas import atlas_header, build_atlas, shipped_atlases

__all__ = ["app"]

app = new_app(help=COMMANDS["atlas"])


@app.command("build")
def build(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="A mirror, other texts, an export, a history (.jsonl, .jsonl.xz), or a git clone of a mirror.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Atlas to write.")],
    jobs: Jobs,
    act: Annotated[
        list[str] | None,
        typer.Option("--act", "-a", metavar="ACT", help="Only this act: code-penal, CPP; can be given several times."),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="Last day on which SOURCE shows the law; by default the day of its last changes.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Description of SOURCE.")] = None,
    as_json: AsJson = False,
) -> None:
    """Build an atlas of the articles of SOURCE: numbers, divisions, dates and fingerprints, no text of the law.

    Example: cpp-corpus atlas build mirror/ --act code-penal -o code-penal.atlas
    """
    check_file(out, [source])
    acts = [act_id(name) for name in act] if act else None
    atlas = build_atlas(source, acts=acts, as_of=as_of.date() if as_of else None, title=title, jobs=jobs)
    data = atlas.to_bytes()
    write_file(out, data)
    total = sum(atlas.header.acts.values())
    if as_json:
        print_json({"path": str(out), "versions": total, "acts": dict(atlas.header.acts), "bytes": len(data)})
        return
    versions, named = counted(total, "version"), counted(len(atlas.acts), "act")
    say(f"{versions} of the articles of {named}, {counted(len(data), 'byte')}, written to {out}")


@app.command("info")
def info(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Atlases; without FILE, those that the package ships."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Describe an atlas: its source, its acts, the last day of law that it knows.

    Example: cpp-corpus atlas info
    """
    for path in files or shipped_atlases():
        header = atlas_header(path)
        if as_json:
            print_json(
                {
                    "path": str(path),
                    "source": header.source,
                    "as_of": header.as_of,
                    "dated": header.dated,
                    "acts": dict(header.acts),
                }
            )
            continue
        until = f"the law until {header.as_of}" if header.as_of else "no dates"
        say(f"{path.name}: {header.source}\n  knows {until}; versions of articles:")
        say("\n".join(_counts(header.acts.items())))


def _counts(acts: Iterable[tuple[str, int]]) -> Iterable[str]:
    return (f"  {count:>9,}  {act}" for act, count in acts)
