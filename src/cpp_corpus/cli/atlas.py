"""``cpp-corpus atlas``: the fingerprints by which unnumbered articles are identified."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.cli import options
from cpp_corpus.cli.app import COMMANDS, new_app
from cpp_corpus.cli.options import AsJson, Jobs, act_id, with_name
from cpp_corpus.cli.output import check_exports, check_file, print_json, say, write_file
from cpp_corpus.errors import OutputError
from cpp_corpus.model.atlas import ActHeader, Atlas, AtlasHeader
from cpp_corpus.model.counting import counted
from cpp_corpus.pipeline.atlas import atlas_files, atlas_header, build_atlas

__all__ = ["app"]

app = new_app(help=COMMANDS["atlas"])


@app.command("build")
def build(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="What normalize wrote (its folder, its corpus.db, or a folder of such folders), a mirror, other "
            "texts, a history (.jsonl, .jsonl.xz, .jsonl.gz), or a git clone of a mirror.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="OUT", callback=with_name, help="Atlas to write; with --all a folder."),
    ],
    jobs: Jobs,
    act: Annotated[
        list[str] | None,
        typer.Option("--act", "-a", metavar="ACT", help="Only this act: code-penal, CPP; can be given several times."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Write an atlas for each act to the folder OUT, as ACT.atlas.")
    ] = False,
    as_of: Annotated[
        datetime | None,
        options.as_of("Last day on which SOURCE shows the law; by default the day of its last changes."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Description of SOURCE.")] = None,
    as_json: AsJson = False,
) -> None:
    """Build an atlas of the articles of SOURCE.

    It has numbers, divisions, dates and fingerprints, and no text of the law.

    Example: cpp-corpus atlas build out/ --act code-penal -o code-penal.atlas
    """
    if every:
        _check_folder(out)
    else:
        check_file(out, [source])
    acts = [act_id(name) for name in act] if act else None
    atlas = build_atlas(source, acts=acts, as_of=as_of.date() if as_of else None, title=title, jobs=jobs)
    size = _written(atlas, out) if every else _write(out, atlas)
    versions = {name: each.versions for name, each in atlas.header.acts.items()}
    total = sum(versions.values())
    if as_json:
        print_json({"path": str(out), "versions": total, "acts": versions, "bytes": size})
        return
    where = f"{counted(len(versions), 'file')} in {out}" if every else str(out)
    named = counted(len(versions), "act")
    say(f"{counted(total, 'version')} of the articles of {named}, {counted(size, 'byte')}, written to {where}")
    for name in dict.fromkeys(acts or ()):
        if name not in versions:
            say(f"{source}: has no article of {name} with a number", err=True)


@app.command("info")
def info(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Atlases; without FILE, those that are installed."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Describe an atlas: its source, its acts, its days.

    Before each act stands how many versions of articles it has, behind it the last day of law that the atlas knows.

    Example: cpp-corpus atlas info
    """
    named: Iterable[tuple[str | None, Path]] = [(None, path) for path in files] if files else atlas_files()
    for supplier, path in named:
        header = atlas_header(path)
        if as_json:
            print_json({"path": str(path), "from": supplier, "source": header.source, "acts": _facts(header)})
            continue
        say(f"{path.name}{'' if supplier is None else f' ({supplier})'}: {header.source}")
        for act, about in header.acts.items():
            say(f"  {about.versions:>9,}  {act}: {_days(about)}")


def _facts(header: AtlasHeader) -> dict[str, dict[str, object]]:
    return {act: about._asdict() for act, about in header.acts.items()}


def _days(about: ActHeader) -> str:
    if about.dated:
        return f"versions until {about.as_of}"
    return "no dates" if about.as_of is None else f"no dates; the law of {about.as_of}"


def _check_folder(out: Path) -> None:
    """``OutputError`` where atlases cannot be written to a folder; checked before the work."""
    check_exports(out / "_")
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out}: is no folder; with --all, give a folder for the atlases")
    parent = out if out.exists() else out.parent
    if not parent.is_dir():
        raise OutputError(f"{out}: cannot be written: there is no folder {parent}")
    if not os.access(parent, os.W_OK):
        raise OutputError(f"{out}: cannot be written: Permission denied")


def _written(atlas: Atlas, folder: Path) -> int:
    """Write an atlas for each act; the bytes of all."""
    folder.mkdir(exist_ok=True)
    return sum(_write(folder / f"{act}.atlas", atlas.only(act)) for act in atlas.acts)


def _write(path: Path, atlas: Atlas) -> int:
    data = atlas.to_bytes()
    write_file(path, data)
    return len(data)
