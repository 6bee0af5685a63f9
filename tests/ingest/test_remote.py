"""Files at addresses: an S3 server on loopback, and fsspec's file system in memory."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import InputError, Processes
from cpp_corpus.ingest import PassedOver, entries
from cpp_corpus.pipeline.batch import normalize

fsspec = pytest.importorskip("fsspec")

FIXTURES = Path(__file__).parents[2] / "fixtures"
MIRROR = FIXTURES / "mirror" / "code-des-sabliers"


@pytest.fixture
def memory() -> Iterator[str]:
    """The address of a folder in memory that has the mirror of a fictional code."""
    system = fsspec.filesystem("memory")
    system.put(str(MIRROR), "/mirror/code-des-sabliers", recursive=True)
    system.pipe("/mirror/.git/HEAD", b"ref: refs/heads/main")
    yield "memory://mirror"
    system.rm("/mirror", recursive=True)


def texts_of(corpus: cpp_corpus.Corpus) -> dict[str, str]:
    return {article.id: article.text for article in corpus.articles}


def test_a_folder_at_an_address(memory: str) -> None:
    found = cpp_corpus.load(memory)
    assert texts_of(found) == texts_of(cpp_corpus.load(MIRROR))
    assert found.articles[0].source.path.startswith("memory://mirror/code-des-sabliers/")


def test_a_path_that_pathlib_has_shortened(memory: str) -> None:
    assert texts_of(cpp_corpus.load(Path(memory))) == texts_of(cpp_corpus.load(MIRROR))


def test_hidden_files_are_skipped(memory: str) -> None:
    assert [each.path for each in entries([memory]) if isinstance(each, PassedOver)] == ["memory://mirror/.git/HEAD"]


def test_one_file(memory: str) -> None:
    name = next(path for path in sorted(MIRROR.rglob("*.md"))).relative_to(MIRROR.parent).as_posix()
    (entry,) = entries([f"{memory}/{name}"])
    assert not isinstance(entry, PassedOver)
    assert (entry.is_named, entry.size()) == (True, (MIRROR.parent / name).stat().st_size)


def test_an_archive_at_an_address(memory: str) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(MIRROR.rglob("*.md")):
            archive.write(path, path.relative_to(MIRROR.parent))
    fsspec.filesystem("memory").pipe("/mirror/law.zip", packed.getvalue())
    assert texts_of(cpp_corpus.load(f"{memory}/law.zip")) == texts_of(cpp_corpus.load(MIRROR))


def test_a_local_address() -> None:
    assert texts_of(cpp_corpus.load(f"file://{MIRROR}")) == texts_of(cpp_corpus.load(MIRROR))


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("memory://nothing/here", "there is no such file or folder"),
        ("nosuch://bucket/mirror", "nosuch"),
    ],
)
def test_what_is_not_there(address: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        cpp_corpus.load(address)


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a bucket with the same mirror, on a server of its own on loopback."""
    server = pytest.importorskip("moto.server")
    s3fs = pytest.importorskip("s3fs")
    started = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    started.start()
    host, port = started.get_host_and_port()
    for name, value in (
        ("AWS_ENDPOINT_URL", f"http://{host}:{port}"),
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("no_proxy", "127.0.0.1,localhost"),
    ):
        monkeypatch.setenv(name, value)
    try:
        system = s3fs.S3FileSystem(skip_instance_cache=True)
        system.mkdir("law")
        system.put(str(MIRROR), "law/code-des-sabliers", recursive=True)
        yield "s3://law"
    finally:
        started.stop()


def test_a_bucket_read_by_several_processes(s3: str, tmp_path: Path) -> None:
    normalize([s3], tmp_path / "out", engine=Processes(2))
    assert texts_of(cpp_corpus.load(tmp_path / "out")) == texts_of(cpp_corpus.load(MIRROR))
    with pytest.raises(InputError, match=r"s3://nowhere: cannot be listed: .*\(check the address, and the access"):
        cpp_corpus.load("s3://nowhere")
