"""``cpp-corpus atlas``: the fingerprints by which articles without number are known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.cli.guard import guarded
from cpp_corpus.cli.options import Jobs, act_id
from cpp_corpus.cli.output import check_file, write_file

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Make and describe atlases: what tells the numbers of articles.")


@app.command("build")
@guarded
def build(  # noqa: PLR0913, PLR0917 - the options of a command
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="A mirror, texts, what normalize wrote, a history (.jsonl, .jsonl.xz), or a git clone of a mirror.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The atlas to write.")],
    jobs: Jobs,
    act: Annotated[
        list[str] | None,
        typer.Option("--act", "-a", metavar="ACT", help="Only this act: code-penal, CPP; may be given several times."),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="Last day of which SOURCE knows the law; by default the day of the last changes that came in.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What SOURCE is, in words.")] = None,
) -> None:
    """Make an atlas of the articles of SOURCE: numbers, divisions, dates and fingerprints, no words of the law.

    Example: cpp-corpus atlas build mirror/ --act code-penal -o code-penal.atlas
    """
    from cpp_corpus.pipeline.atlas import build_atlas  # noqa: PLC0415 - heavy imports wait for their command

    check_file(out)
    acts = [act_id(name) for name in act] if act else None
    atlas = build_atlas(source, acts=acts, as_of=as_of.date() if as_of else None, title=title, jobs=jobs)
    data = atlas.to_bytes()
    write_file(out, data)
    from cpp_corpus.model.counting import counted  # noqa: PLC0415

    versions, named = counted(sum(atlas.header.acts.values()), "version"), counted(len(atlas.acts), "act")
    typer.echo(f"{versions} of articles of {named}, {counted(len(data), 'byte')}, written to {out}")


@app.command("info")
@guarded
def info(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Atlases; none for those that the package ships."),
    ] = None,
) -> None:
    """Say what an atlas is made from, of which acts and until which day.

    Example: cpp-corpus atlas info
    """
    from cpp_corpus.pipeline.atlas import atlas_header, shipped_atlases  # noqa: PLC0415

    for path in files or shipped_atlases():
        header = atlas_header(path)
        until = f"the law until {header.as_of}" if header.as_of else "no dates"
        typer.echo(f"{path.name}: {header.source}\n  knows {until}; versions of articles:")
        typer.echo("\n".join(_counts(header.acts.items())))


def _counts(acts: Iterable[tuple[str, int]]) -> Iterable[str]:
    return (f"  {count:>9,}  {act}" for act, count in acts)
