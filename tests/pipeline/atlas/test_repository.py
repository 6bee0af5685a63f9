"""Atlases from git clones: their history, and that nothing runs which a clone names."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus.cli import app
from cpp_corpus.errors import InputError
from cpp_corpus.model.atlas import Atlas
from cpp_corpus.pipeline.atlas import build_atlas

DUMP = Path(__file__).parents[3] / "fixtures" / "dumps" / "sabliers.txt"
ACT = "code-des-sabliers"
ONE, TWO = f"{ACT}/titre-ier-du-sable/1.md", f"{ACT}/titre-ier-du-sable/2.md"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Clone:
    """A git repository whose commits have the dates of the law."""

    def __init__(self, folder: Path, *init: str) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q", *init)

    def git(self, *arguments: str, day: str = "2000-01-01", given: bytes = b"", check: bool = True) -> bytes:
        names = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        days = {f"GIT_{who}_DATE": f"{day}T12:00:00+0000" for who in ("AUTHOR", "COMMITTER")}
        command = ["git", "-C", str(self.folder), *arguments]
        environment = {**os.environ, **names, **days, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(command, check=False, env=environment, input=given, capture_output=True)  # noqa: S603 - ours
        assert not (check and done.returncode), done.stderr.decode()
        return done.stdout

    def commit(self, day: str, pages: dict[str, str | None]) -> None:
        for path, text in pages.items():
            file = self.folder / path
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(f"# Article {file.stem}\n\n<p>{text}</p>", encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-qm", "law", day=day)

    def lose(self, name: str) -> None:
        """Take an object away."""
        digits = self.git("rev-parse", name).decode().strip()
        (self.folder / ".git" / "objects" / digits[:2] / digits[2:]).unlink()


def filled(made: Clone) -> Clone:
    made.commit("1990-01-01", {ONE: "Le sable est gros.", TWO: "Le sablier est de verre.", "README.md": "x"})
    made.commit("2000-05-01", {ONE: "Le sable est moyen."})
    made.commit("2000-05-01", {ONE: "Le sable est fin.", "code-des-essais/3.md": "Les essais sont libres."})
    made.commit("2010-05-01", {TWO: None})
    return made


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return filled(Clone(tmp_path / "clone"))


def rows_of(atlas: Atlas) -> list[tuple[str, date | None, date | None]]:
    made = atlas.acts[ACT]
    return [(made.numbers[at], *made.validity(at)) for at in range(len(made))]


DATED = [
    ("1", date(1990, 1, 1), date(2000, 5, 1)),
    ("1", date(2000, 5, 1), None),
    ("2", date(1990, 1, 1), date(2010, 5, 1)),
]


def test_the_history(clone: Clone) -> None:
    atlas = build_atlas(clone.folder)
    assert sorted(atlas.acts) == ["code-des-essais", ACT]
    assert rows_of(atlas) == DATED
    assert [d.slug for d in atlas.acts[ACT].paths[0]] == ["titre-ier-du-sable"]
    assert list(build_atlas(clone.folder, acts=[ACT]).acts) == [ACT]


def test_a_bare_clone_a_second_worktree_and_borrowed_objects(clone: Clone, tmp_path: Path) -> None:
    clone.git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    clone.git("clone", "-q", "--shared", ".", str(tmp_path / "shared"))
    clone.git("worktree", "add", "-q", str(tmp_path / "worktree"))
    for name in ("bare", "shared", "worktree"):
        assert rows_of(build_atlas(tmp_path / name)) == DATED


def test_longer_names_of_objects(tmp_path: Path) -> None:
    made = Clone(tmp_path / "clone", "--object-format=sha256")
    assert rows_of(build_atlas(filled(made).folder)) == DATED


def test_a_merge_counts_from_the_day_on_which_it_is_made(clone: Clone) -> None:
    clone.git("checkout", "-qb", "side")
    clone.commit("2012-01-01", {TWO: "Le sablier est de bois."})
    clone.git("checkout", "-q", "-")
    clone.commit("2013-01-01", {"README.md": "y"})
    clone.git("merge", "-q", "--no-ff", "-m", "merge", "side", day="2014-01-01")
    assert rows_of(build_atlas(clone.folder)) == [*DATED, ("2", date(2014, 1, 1), None)]


def test_names_that_git_would_quote_and_links(clone: Clone) -> None:
    odd = f"{ACT}/titre-ier-du-sable/7\n\té.md"
    clone.commit("2015-01-01", {odd: "Rien."})
    (clone.folder / ACT / "9.md").symlink_to(clone.folder / ONE)
    clone.commit("2016-01-01", {})
    atlas = build_atlas(clone.folder, as_of=date(2020, 1, 1))
    assert rows_of(atlas)[: len(DATED)] == DATED
    assert "9" not in atlas.acts[ACT].numbers


def test_another_history_put_in_its_place_is_not_read(clone: Clone) -> None:
    empty = clone.git("commit-tree", "-m", "x", clone.git("mktree").decode().strip()).decode().strip()
    clone.git("replace", clone.git("rev-parse", "HEAD").decode().strip(), empty)
    assert clone.git("log", "--oneline").count(b"\n") == 1
    assert rows_of(build_atlas(clone.folder)) == DATED


# ------------------------------------------------------------------------------------- what a clone may not make us run

SIGNED = b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n"


def signed(clone: Clone) -> None:
    """A last commit with a signature, which a program would check."""
    commit = clone.git("cat-file", "commit", "HEAD")
    head, _, message = commit.partition(b"\n\n")
    name = clone.git("hash-object", "-t", "commit", "-w", "--stdin", given=head + b"\n" + SIGNED + b"\n" + message)
    clone.git("reset", "-q", "--hard", name.decode().strip())


def partial(clone: Clone) -> None:
    """A page that is still at the server, from where git would fetch it by a program."""
    clone.lose(f"HEAD~3:{ONE}")
    for key, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.url", str(clone.folder)),
        ("remote.origin.promisor", "true"),
    ):
        clone.git("config", key, value)


def attributes(clone: Clone) -> None:
    (clone.folder / ".git" / "info" / "attributes").write_text("*.md diff=x filter=x\n", encoding="utf-8")


def hooks(clone: Clone) -> None:
    folder = clone.folder / ".git" / "hooks"
    for name in ("post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction"):
        shutil.copy(clone.folder.parent / "program", folder / name)


def nothing(_clone: Clone) -> None:
    pass


NAMING: list[tuple[str, Callable[[Clone], None], list[str]]] = [
    ("log.showSignature=true gpg.program={}", signed, ["log"]),
    ("log.showSignature=true gpg.format=ssh gpg.ssh.program={}", nothing, []),
    ("core.fsmonitor={}", nothing, ["status"]),
    ("diff.external={}", nothing, ["log", "-p", "--ext-diff"]),
    ("diff.x.textconv={}", attributes, ["log", "-p"]),
    ("diff.x.command={}", attributes, ["log", "-p", "--ext-diff"]),
    ("filter.x.smudge={}", attributes, ["checkout", "-q", "HEAD~1"]),
    ("core.hooksPath=", hooks, ["-c", "core.hooksPath=.git/hooks", "checkout", "-q", "HEAD~1"]),
    ("remote.origin.uploadPack={}", partial, ["cat-file", "-p", f"HEAD~3:{ONE}"]),
    ("alias.rev-list=!{} alias.x=!{}", nothing, ["x"]),
    ("core.pager={} pager.log=true pager.rev-list={}", nothing, ["-p", "log"]),
    ("core.sshCommand={} remote.origin.url=ssh://x/y", partial, ["ls-remote", "ssh://x/y"]),
    ("credential.helper={} core.askPass={} core.gitProxy={} core.editor={}", nothing, []),
    ("core.alternateRefsCommand={} uploadpack.packObjectsHook={}", nothing, []),
]


@pytest.mark.parametrize(("settings", "prepare", "control"), NAMING, ids=[each[0] for each in NAMING])
@pytest.mark.parametrize("included", [False, True])
def test_nothing_runs_that_a_clone_names(
    clone: Clone, settings: str, prepare: Callable[[Clone], None], control: list[str], included: bool
) -> None:
    """The same of the file that its configuration includes. ``control`` is what runs the program otherwise."""
    marker, program = clone.folder.parent / "ran", clone.folder.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch {marker}\n", encoding="utf-8")
    program.chmod(0o755)
    prepare(clone)
    file = clone.folder.parent / "more" if included else clone.folder / ".git" / "config"
    for setting in settings.format(*[str(program)] * 4).split():
        clone.git("config", "--file", str(file), *setting.split("=", 1))
    if included:
        clone.git("config", "include.path", str(file))
    marker.unlink(missing_ok=True)
    with pytest.raises(InputError, match="lacks an object") if prepare is partial else nullcontext():
        assert rows_of(build_atlas(clone.folder)) == DATED
    assert not marker.exists()
    if control and "pager" not in settings:
        clone.git(*control, check=False)
        assert marker.exists(), "git itself does not run it, so nothing is shown"


def test_what_the_user_and_the_system_have_set_changes_nothing(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("GIT_DIR", "/nowhere"),
        ("GIT_OBJECT_DIRECTORY", "/nowhere"),
        ("GIT_CONFIG_COUNT", "x"),
        ("GIT_TRACE", "1"),
        ("GIT_DEFAULT_HASH", "sha256"),
        ("LC_ALL", "fr_FR.UTF-8"),
    ):
        monkeypatch.setenv(name, value)
    assert rows_of(build_atlas(clone.folder)) == DATED


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_clone_of_another_user(clone: Clone) -> None:
    for path in (clone.folder, clone.folder / ".git", *(clone.folder / ".git").rglob("*")):
        os.chown(path, 12345, 12345)
    assert rows_of(build_atlas(clone.folder)) == DATED


# -------------------------------------------------------------------------------------------- clones that are not whole


def shallow(clone: Clone) -> Path:
    folder = clone.folder.parent / "shallow"
    clone.git("clone", "-q", "--depth", "2", clone.folder.as_uri(), str(folder))
    return folder


def without_pages(clone: Clone) -> Path:
    folder = clone.folder.parent / "partial"
    clone.git("config", "uploadpack.allowFilter", "true")
    clone.git("clone", "-q", "--filter=blob:none", "--no-checkout", clone.folder.as_uri(), str(folder))
    return folder


def lacking(name: str) -> Callable[[Clone], Path]:
    def lose(clone: Clone) -> Path:
        clone.lose(name)
        return clone.folder

    return lose


def empty(clone: Clone) -> Path:
    return Clone(clone.folder.parent / "empty").folder


def no_repository(clone: Clone) -> Path:
    shutil.rmtree(clone.folder / ".git" / "objects")
    return clone.folder


def bad_configuration(clone: Clone) -> Path:
    (clone.folder / ".git" / "config").write_text("[[[", encoding="utf-8")
    return clone.folder


def damaged_page(clone: Clone) -> Path:
    digits = clone.git("rev-parse", f"HEAD~3:{ONE}").decode().strip()
    path = clone.folder / ".git" / "objects" / digits[:2] / digits[2:]
    path.chmod(0o644)
    path.write_bytes(b"x")
    return clone.folder


def no_day(clone: Clone) -> Path:
    commit = clone.git("cat-file", "commit", "HEAD").replace(b"12:00:00", b"")
    lines = [
        b"author x <x> 999999999999999 +0000" if line.startswith(b"author") else line for line in commit.split(b"\n")
    ]
    name = clone.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=b"\n".join(lines))
    clone.git("update-ref", "HEAD", name.decode().strip())
    return clone.folder


BROKEN: list[tuple[Callable[[Clone], Path], str]] = [
    (shallow, r"only the end of its history.*fetch --unshallow\)"),
    (without_pages, r"lacks an object, the page .*clone it again without --filter"),
    (lacking(f"HEAD~3:{ONE}"), r"lacks an object, the page code-des-.*git fsck"),
    (lacking("HEAD~2^{tree}"), r"git cannot read this clone: .*git fsck"),
    (lacking("HEAD~2"), r"git cannot read this clone: .*git fsck"),
    (damaged_page, r"this clone"),
    (empty, r"has no commit"),
    (no_repository, r"git cannot read this clone: fatal: not a git repository"),
    (bad_configuration, r"git cannot read this clone: fatal: bad config"),
    (no_day, r"no date that can be read"),
]


@pytest.mark.parametrize(("spoiled", "said"), BROKEN, ids=[each[1] for each in BROKEN])
def test_a_clone_that_is_not_whole(clone: Clone, tmp_path: Path, spoiled: Callable[[Clone], Path], said: str) -> None:
    folder = spoiled(clone)
    with pytest.raises(InputError, match=said):
        build_atlas(folder)
    done = CliRunner().invoke(app, ["atlas", "build", str(folder), "-o", str(tmp_path / "x.atlas")])
    assert done.exit_code == 1
    assert done.stderr.startswith(f"cpp-corpus: {folder}: ")
    assert done.stderr.count("\n") == 1
    corpus = cpp_corpus.load(DUMP, numbers_from=folder)
    assert len(corpus) == 10
    assert "unusable-numbers-from" in {finding.code for finding in corpus.findings}


def test_what_is_not_asked_for_may_be_missing(clone: Clone) -> None:
    clone.lose("HEAD:code-des-essais/3.md")
    assert rows_of(build_atlas(clone.folder, acts=[ACT])) == DATED


def test_without_git(clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="needs the program git"):
        build_atlas(clone.folder)
