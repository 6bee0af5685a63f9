"""Archives as sources: the same texts as in a folder, in a stable order, and nothing that an archive may do to harm."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import random
import subprocess
import sys
import tarfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
import zstandard
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import InputError, Limits
from cpp_corpus.cli import app
from cpp_corpus.export.folder import KEPT
from cpp_corpus.ingest import DataEntry, PassedOver, entries, unpacked
from cpp_corpus.pipeline.batch import normalize

PAGE = "# Article {}\n\n<p>Le vent de l'article L1 souffle.</p>"
PAGES = {f"code-des-nuages/livre-ier/{name}.md": PAGE.format(name.upper()).encode() for name in ("l1", "l2", "l10")}
KINDS = ("zip", "tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst")


def tarred(files: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


PACK: Mapping[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor().compress,
}


def packed(kind: str, files: Mapping[str, bytes]) -> bytes:
    if kind == "zip":
        return zipped(files)
    data = tarred(files)
    return data if kind == "tar" else PACK[kind.removeprefix("tar.")](data)


def read(path: Path, **limits: int) -> tuple[dict[str, bytes], list[PassedOver]]:
    """The entries of an archive by their paths in it, and what is passed over."""
    found = list(unpacked(entries([path]), Limits(**limits)))
    held = {str(each).removeprefix(f"{path}/"): each.data for each in found if isinstance(each, DataEntry)}
    return held, [each for each in found if isinstance(each, PassedOver)]


def codes(passed: Iterable[PassedOver]) -> dict[str, int]:
    return dict(Counter(f"{each.code}: {each.kind}" for each in passed))


@pytest.mark.parametrize("kind", KINDS)
def test_an_archive_is_a_folder(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"law.{kind}"
    path.write_bytes(packed(kind, PAGES))
    corpus = cpp_corpus.load(path)
    ids = [article.id for article in corpus]
    assert ids == [f"code-des-nuages/{number}" for number in ("l1", "l2", "l10")]
    first = corpus["code-des-nuages", "L1"]
    assert first.source.path == f"{path}/code-des-nuages/livre-ier/l1.md"
    assert [division.slug for division in first.divisions] == ["livre-ier"]
    assert corpus.findings == ()


def test_members_of_a_zip_file_are_sorted_and_those_of_a_tar_are_not(tmp_path: Path) -> None:
    names = ["b/10.md", "b/2.md", "a/1.md"]
    for kind in ("zip", "tar"):
        (tmp_path / kind).write_bytes(packed(kind, dict.fromkeys(names, b"x")))
    assert list(read(tmp_path / "zip")[0]) == ["a/1.md", "b/2.md", "b/10.md"]
    assert list(read(tmp_path / "tar")[0]) == names


@pytest.mark.parametrize("kind", PACK)
def test_a_packed_file_is_one_entry(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"code-des-nuages.md.{kind}"
    path.write_bytes(PACK[kind](PAGE.format("L1").encode()))
    assert [article.number and article.number.normalized for article in cpp_corpus.load(path)] == ["l1"]
    assert list(read(path)[0]) == ["code-des-nuages.md"]


@pytest.mark.parametrize("kind", ["gz", "bz2", "xz", "zst"])
def test_streams_one_after_the_other_are_one(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(PACK[kind](b"un ") + PACK[kind](b"deux"))
    assert list(read(tmp_path / "a")[0].values()) == [b"un deux"]


def test_padding_between_streams_of_xz(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(lzma.compress(b"un ") + bytes(8) + lzma.compress(b"deux") + bytes(4))
    assert list(read(tmp_path / "a")[0].values()) == [b"un deux"]


@pytest.mark.parametrize("name", ["law.zip", "law.tar.gz", "law.tgz", "law", "code-des-nuages.zip"])
def test_the_name_of_an_archive_does_not_count_as_a_suffix(name: str, tmp_path: Path) -> None:
    data = zipped({"l1.md": PAGE.format("L1").encode()}) if "zip" in name else packed("tar.gz", PAGES)
    (tmp_path / name).write_bytes(data)
    act = cpp_corpus.load(tmp_path / name).articles[0].act
    assert act == (None if name == "law.zip" else "code-des-nuages")


@pytest.mark.parametrize("outer", KINDS)
def test_an_archive_in_an_archive(outer: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(packed(outer, {f"in.{kind}": packed(kind, PAGES) for kind in KINDS}))
    held, passed = read(tmp_path / "a")
    assert passed == []
    assert len(held) == len(KINDS) * len(PAGES)
    assert held["in.zip/code-des-nuages/livre-ier/l1.md"] == PAGES["code-des-nuages/livre-ier/l1.md"]


def test_no_deeper_than_the_limit(tmp_path: Path) -> None:
    data = zipped(PAGES)
    for _ in range(3):
        data = zipped({"in.zip": data, "1.md": b"x"})
    (tmp_path / "a").write_bytes(data)
    held, passed = read(tmp_path / "a")
    assert sorted(held) == ["1.md", "in.zip/1.md"]
    assert codes(passed) == {"archive-limit: .zip": 1}
    assert len(read(tmp_path / "a", depth=4)[0]) == 3 + len(PAGES)


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
def test_names_of_tar_archives(form: int, tmp_path: Path) -> None:
    long = "/".join(["dossier-des-vents"] * 6) + "/l1.md"
    names = [long, "./code-des-nuages/l2.md", "à l'été.md"]
    (tmp_path / "a").write_bytes(tarred(dict.fromkeys(names, b"x"), form))
    assert list(read(tmp_path / "a")[0]) == [long, "code-des-nuages/l2.md", "à l'été.md"]


def test_what_an_archive_must_not_do(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind in (
            ("../out.md", tarfile.REGTYPE),
            ("/etc/out.md", tarfile.REGTYPE),
            ("a/../../out.md", tarfile.REGTYPE),
            ("link.md", tarfile.SYMTYPE),
            ("hard.md", tarfile.LNKTYPE),
            ("pipe.md", tarfile.FIFOTYPE),
            ("device.md", tarfile.CHRTYPE),
            ("folder", tarfile.DIRTYPE),
            (".git/HEAD", tarfile.REGTYPE),
            ("__MACOSX/._1.md", tarfile.REGTYPE),
            ("1.md", tarfile.REGTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info, io.BytesIO())
    held, passed = read(tmp_path / "a.tar")
    assert list(held) == ["1.md"]
    assert codes(passed) == {
        "archive-member: path": 3,
        "archive-member: link": 2,
        "archive-member: device": 2,
        "passed-over: hidden": 2,
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar"]


def test_what_a_zip_file_must_not_do(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../out.md", "x")
        archive.writestr("..\\out.md", "x")
        link = zipfile.ZipInfo("link.md")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        device = zipfile.ZipInfo("device.md")
        device.external_attr = 0o020666 << 16
        archive.writestr(device, "")
        archive.writestr("rare.md", "x", zipfile.ZIP_BZIP2)
        archive.writestr("a/1.md", "x")
    data = bytearray((tmp_path / "a.zip").read_bytes())
    at = data.rindex(b"a/1.md") - 46  # its row in the list at the end
    held, passed = read(tmp_path / "a.zip")
    assert list(held) == ["a/1.md"]
    assert codes(passed) == {
        "archive-member: path": 2,
        "archive-member: link": 1,
        "archive-member: device": 1,
        "archive-member: .md": 1,
    }
    data[at + 8] |= 1  # encrypted
    (tmp_path / "a.zip").write_bytes(data)
    assert [each.reason for each in read(tmp_path / "a.zip")[1] if each.path.endswith("1.md")] == ["encrypted"]


def test_one_finding_for_each_kind(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name in ("1.md", "2.md", "3.md"):
            info = tarfile.TarInfo(name)
            info.type = tarfile.SYMTYPE
            archive.addfile(info)
        info = tarfile.TarInfo("4.md")
        info.size = len(PAGE.format("4").encode())
        archive.addfile(info, io.BytesIO(PAGE.format("4").encode()))
    corpus = cpp_corpus.load(tmp_path / "a.tar", act="code-penal")
    assert [(each.kind, each.count) for each in corpus.unread] == [("link", 3)]
    assert [finding.message[:44] for finding in corpus.findings if finding.code == "archive-member"] == [
        "Not read (3 times): a link in an archive. Th"
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_limits(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(packed(kind, {f"{at}.md": b"x" * 700_000 for at in range(1, 9)}))
    for limit, left in (({"entries": 3}, 3), ({"size": 2_500_000}, 3)):
        held, passed = read(path, **limit)
        assert len(held) <= left
        (one,) = passed
        assert (one.code, str(next(iter(limit))) in one.advice) == ("archive-limit", True)
    held, passed = read(path, entry_size=1000)
    assert (held, codes(passed)) == ({}, {"archive-limit: .md": 8})


@pytest.mark.parametrize("kind", ["gz", "bz2", "xz", "zst", "zip"])
def test_a_bomb_goes_off_at_the_limit(kind: str, tmp_path: Path) -> None:
    zeros = bytes(64 << 20)
    (tmp_path / "a").write_bytes(zipped({"0": zeros}) if kind == "zip" else PACK[kind](zeros))
    del zeros
    held, passed = read(tmp_path / "a")
    assert held == {}
    (one,) = passed
    assert (one.code, "ratio" in one.advice) == ("archive-limit", True)


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(InputError, match="depth"):
        Limits(depth=0)


@pytest.mark.parametrize("kind", KINDS)
def test_an_archive_cut_anywhere(kind: str, tmp_path: Path) -> None:
    chance = random.Random(11)
    files = {f"{at}.md": chance.randbytes(900) for at in range(12)}
    data = packed(kind, files)
    for cut in (*range(6, 120, 7), *(chance.randrange(len(data)) for _ in range(60)), len(data) - 1):
        (tmp_path / "a").write_bytes(data[:cut])
        found = list(unpacked(entries([tmp_path / "a"])))
        held = {each.path.removeprefix(f"{tmp_path}/a/"): each.data for each in found if isinstance(each, DataEntry)}
        assert all(files.get(name, each) == each for name, each in held.items())
        if kind != "tar":  # its filling at the end may be missing without harm
            assert [each.code for each in found if isinstance(each, PassedOver)] == ["damaged-archive"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_archive_never_raises(kind: str, tmp_path: Path) -> None:
    chance = random.Random(12)
    data = packed(kind, {f"{at}.md": b"Le vent souffle." * 20 for at in range(12)})
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(4):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        (tmp_path / "a").write_bytes(damaged)
        list(unpacked(entries([tmp_path / "a"])))


def test_a_damaged_member_of_a_zip_file_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"1.md": b"un" * 40, "2.md": b"deux" * 40}))
    data[data.index(b"1.md") + 6] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(data)
    held, passed = read(tmp_path / "a.zip")
    assert (list(held), codes(passed)) == (["2.md"], {"damaged-archive: .md": 1})


def test_a_damaged_archive_in_an_archive_leaves_the_others(tmp_path: Path) -> None:
    inner = packed("tar.gz", PAGES)
    (tmp_path / "a.tar").write_bytes(tarred({"in.tgz": inner[: len(inner) // 2], "1.md": b"x"}))
    held, passed = read(tmp_path / "a.tar")
    assert "1.md" in held
    assert codes(passed) == {"damaged-archive: .tgz": 1}


def test_what_came_before_the_damage_is_read(tmp_path: Path) -> None:
    chance = random.Random(13)
    data = packed("tar.gz", {**PAGES, "noise": chance.randbytes(100_000)})
    (tmp_path / "a.tgz").write_bytes(data[: len(data) // 2])
    corpus = cpp_corpus.load(tmp_path / "a.tgz")
    assert len(corpus) == len(PAGES)
    assert [(str(each.code), str(each.severity)) for each in corpus.findings] == [("damaged-archive", "error")]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_an_archive_without_files(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(packed(kind, {}))
    (tmp_path / "b.md").write_text(PAGE.format("1"), encoding="utf-8")
    if kind == "tar":  # zeros alone are no tar archive
        with tarfile.open(tmp_path / "a", "w") as archive:
            info = tarfile.TarInfo("folder")
            info.type = tarfile.DIRTYPE
            archive.addfile(info)
    assert [each.reason for each in cpp_corpus.load(tmp_path / "a", tmp_path / "b.md").unread] == [
        "an archive without files"
    ]


def test_an_office_document_is_no_archive(tmp_path: Path) -> None:
    for name, first in (("a.docx", "[Content_Types].xml"), ("b.docx", "word/document.xml"), ("c.odt", "mimetype")):
        (tmp_path / name).write_bytes(zipped({first: b"x", "[Content_Types].xml ": b"x"}))
    (tmp_path / "d.docx").write_bytes(zipped({"a.xml": b"x", "[Content_Types].xml": b"x"}))
    found = list(unpacked(entries([tmp_path])))
    assert [type(each).__name__ for each in found] == ["FileEntry"] * 4


def test_without_zstandard_the_finding_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    (tmp_path / "a.zst").write_bytes(PACK["zst"](b"x"))
    _, (one,) = read(tmp_path / "a.zst")
    assert (one.code, "'zstd'" in one.reason) == ("missing-extra", True)


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_jobs_and_engines_do_not_matter(kind: str, tmp_path: Path) -> None:
    many = {f"code-des-nuages/l{at}.md": PAGE.format(f"L{at}").encode() for at in range(1, 400)}
    path = tmp_path / f"law.{kind}"
    path.write_bytes(packed(kind, many))
    for jobs in (1, 2):
        normalize([path], tmp_path / f"out{jobs}", jobs=jobs)
    names = sorted(each.name for each in (tmp_path / "out1").iterdir() if each.name != KEPT)
    assert [(tmp_path / "out1" / name).read_bytes() for name in names] == [
        (tmp_path / "out2" / name).read_bytes() for name in names
    ]
    assert cpp_corpus.load(path, jobs=2) == cpp_corpus.load(path)


def test_members_are_sent_to_engines_in_bundles(tmp_path: Path) -> None:
    taken = []

    class Seen(cpp_corpus.Engine):
        def map(self, work, items):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            for item in items:
                taken.append(str(item))
                yield work(item)

    many = {f"code-des-nuages/l{at}.md": PAGE.format(f"L{at}").encode() for at in range(1, 300)}
    (tmp_path / "law.tar").write_bytes(packed("tar", many))
    progress: list[tuple[int, int]] = []
    normalize([tmp_path / "law.tar"], tmp_path / "out", engine=Seen(), progress=lambda *each: progress.append(each))
    assert [each.rpartition("/")[2] for each in taken] == [
        "l1.md and 63 more",
        "l65.md and 63 more",
        "l129.md and 63 more",
        "l193.md and 63 more",
        "l257.md and 42 more",
    ]
    assert progress[-1] == (299, 299)


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "gz"])
def test_standard_input_may_be_an_archive(kind: str) -> None:
    data = (
        PACK["gz"](PAGE.format("L1").encode()) if kind == "gz" else packed(kind, {"l1.md": PAGE.format("L1").encode()})
    )
    program = "import cpp_corpus; print([a.source.path for a in cpp_corpus.load('-')])"
    done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True)  # noqa: S603
    assert done.stdout.decode().strip() == ("['-/-']" if kind == "gz" else "['-/l1.md']")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for data, count in ((packed("tar.gz", PAGES), 3), (PAGE.format("L1").encode(), 1)):
        writer = subprocess.Popen(  # noqa: S603
            [
                sys.executable,
                "-c",
                "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())",
                tmp_path / "pipe",
            ],
            stdin=subprocess.PIPE,
        )
        assert writer.stdin is not None
        writer.stdin.write(data)
        writer.stdin.close()
        assert len(cpp_corpus.load(tmp_path / "pipe")) == count
        assert writer.wait() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_the_way_back_to_the_bytes_of_a_member(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"law.{kind}"
    path.write_bytes(packed(kind, PAGES))
    corpus = cpp_corpus.load(path)
    article = corpus["L2"]
    offsets = corpus.offsets(article)
    assert offsets is not None
    start = article.text.index("vent")
    span = offsets.span(article.text, cpp_corpus.Span(start, start + 4))
    assert PAGES["code-des-nuages/livre-ier/l2.md"][span.slice] == b"vent"
    path.unlink()
    assert corpus.offsets("L1") is None


def test_the_limits_of_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(packed("tar", PAGES))
    out = ["normalize", str(tmp_path / "a.tar"), "-o", str(tmp_path / "out"), "-j", "1"]
    result = CliRunner().invoke(app, [*out, "--limit", "entries=2", "--limit", "ratio=9"])
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        0,
        "2 files read, 1 not read (1 .tar: the rest of an archive of more than 2 files), 2 articles",
    )
    assert "--limit entries=NUMBER" in result.stderr
    result = CliRunner().invoke(app, [*out, "--limit", "wind=2"])
    assert (result.exit_code, "entries, size" in result.stderr) == (2, True)


def test_a_header_without_end_takes_little_time(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(b"\x1f\x8b\x08\x08" + b"x" * 20_000_000)  # the name of a file that never ends
    begin = time.process_time()
    held, passed = read(tmp_path / "a.gz")
    assert (held, codes(passed)) == ({}, {"damaged-archive: .gz": 1})
    assert time.process_time() - begin < 2


def test_a_member_without_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("x"), b"# Article L1\n\nLe vent.")
        archive.writestr("code-des-nuages/l2.md", b"# Article L2\n\nLa pluie.")
    data = path.read_bytes()
    for mark, length in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):  # its name becomes a part of what is behind it
        at = data.index(mark) + length
        data = data[:at] + b"\0\0\x01\0" + data[at + 4 :]
    path.write_bytes(data)
    assert [article.id for article in cpp_corpus.load(path)][:1] == ["code-des-nuages/l2"]
