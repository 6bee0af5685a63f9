"""What sources give: entries, in which order, and what is passed over."""

from __future__ import annotations

import io
import itertools
import os
import pickle
import random
from errno import ENAMETOOLONG
from pathlib import Path

import pytest

from cpp_corpus.errors import InputError
from cpp_corpus.ingest import SOURCES, FileEntry, PassedOver, entries, unpacked
from cpp_corpus.ingest.sources import entries_by_place


def made(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def found(root: Path) -> list[str]:
    return [Path(entry.path).relative_to(root).as_posix() for entry in entries([root])]


def test_files_of_a_folder_come_before_its_subfolders_and_numbers_by_their_value(tmp_path: Path) -> None:
    made(tmp_path, "b/1.md", "a-b/1.md", "a/2.md", "a/10.txt", "a/1/3.md", "a.md")
    assert found(tmp_path) == ["a.md", "a/2.md", "a/10.txt", "a/1/3.md", "a-b/1.md", "b/1.md"]


def test_every_file_is_an_entry_whatever_its_name(tmp_path: Path) -> None:
    made(tmp_path, "README.md", "a/readme.md", "image.png", "keep.TXT", "no-suffix")
    assert found(tmp_path) == ["README.md", "image.png", "keep.TXT", "no-suffix", "a/readme.md"]


def test_hidden_entries_and_version_control_are_passed_over(tmp_path: Path) -> None:
    made(tmp_path, ".git/x.md", ".hidden.md", "CVS/1.md", "1.md")
    given = list(entries([tmp_path]))
    passed = [Path(entry.path).name for entry in given if isinstance(entry, PassedOver)]
    assert passed == [".git", ".hidden.md", "CVS"]
    assert {entry.kind for entry in given if isinstance(entry, PassedOver)} == {"hidden"}
    assert [entry.path for entry in given if isinstance(entry, FileEntry)] == [f"{tmp_path}/1.md"]


def test_a_named_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    made(tmp_path, ".x.strange")
    assert list(entries([tmp_path / ".x.strange"])) == [FileEntry(f"{tmp_path}/.x.strange", is_named=True)]


def test_nothing_twice(tmp_path: Path) -> None:
    made(tmp_path, "a/1.md", "a/2.md", "a/.3.md")
    files = [tmp_path / "a/2.md", tmp_path / "a/2.md", tmp_path / "a/.3.md"]
    given = [entry for entry in entries([*files, tmp_path, tmp_path / "a"]) if isinstance(entry, FileEntry)]
    assert given == [
        FileEntry(f"{tmp_path}/a/1.md"),
        FileEntry(f"{tmp_path}/a/2.md", is_named=True),
        FileEntry(f"{tmp_path}/a/.3.md", is_named=True),
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# Article 1\n\nx")))
    (entry,) = unpacked(entries(["-"]))
    assert not isinstance(entry, PassedOver)
    assert (entry.path, entry.size(), entry.open().read(), entry.is_named) == ("-", 14, b"# Article 1\n\nx", True)


def test_entries_travel_between_processes(tmp_path: Path) -> None:
    made(tmp_path, "1.md")
    (entry,) = entries([tmp_path])
    assert pickle.loads(pickle.dumps(entry)) == entry  # noqa: S301 - our own


def test_a_file_that_is_gone_has_no_size(tmp_path: Path) -> None:
    assert [FileEntry(str(tmp_path / name)).size() for name in ("gone", "nul\0")] == [0, 0]


def test_files_come_last_among_the_sources() -> None:
    assert list(SOURCES)[-1] == "file"


def test_links_that_go_in_circles(tmp_path: Path) -> None:
    made(tmp_path, "a/1.md")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert names(tmp_path) == [f"{tmp_path}/a/1.md"]
    assert names(tmp_path / "a") == [f"{tmp_path}/a/1.md"]


def test_a_missing_path_stops_before_anything_is_read(tmp_path: Path) -> None:
    made(tmp_path, "1.md")
    with pytest.raises(InputError, match="no such file"):
        entries([tmp_path, tmp_path / "nowhere"])


def test_a_folder_that_cannot_be_looked_into_is_an_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then reading it says why, and what stands beside it is read."""
    made(tmp_path, "1.md", "deep/2.md", "too-deep/3.md")
    scandir = os.scandir

    def failing(path: str) -> object:
        if path.endswith("too-deep"):
            raise OSError(ENAMETOOLONG, "File name too long", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", failing)
    assert found(tmp_path) == ["1.md", "deep/2.md", "too-deep"]


def given_of(*places: Path | str) -> tuple[list[tuple[str, bool]], list[tuple[str, int]]]:
    """The files of places with whether they are named, and what is passed over by kind."""
    found = list(entries(places))
    files = sorted((os.path.realpath(each.name), each.is_named) for each in found if isinstance(each, FileEntry))
    assert len({name for name, _ in files}) == len(files)
    return files, sorted((each.kind, each.times) for each in found if isinstance(each, PassedOver))


def names(*places: Path | str) -> list[str]:
    return sorted(each.name for each in entries(places) if isinstance(each, FileEntry))


@pytest.mark.parametrize("name", ["a-link", "z-link"])
def test_the_real_place_wins_whatever_the_name_of_the_link(tmp_path: Path, name: str) -> None:
    made(tmp_path, "code-penal/1.md", "code-penal/livre-ier/2.md")
    (tmp_path / name).symlink_to(tmp_path / "code-penal")
    (tmp_path / f"{name}.md").symlink_to(tmp_path / "code-penal/1.md")
    assert names(tmp_path) == [f"{tmp_path}/code-penal/1.md", f"{tmp_path}/code-penal/livre-ier/2.md"]
    assert given_of(tmp_path)[1] == [("link", 2)]
    linked = tmp_path / name
    for places in ([linked, tmp_path], [tmp_path, linked], [linked, tmp_path / "code-penal"]):
        assert names(*places) == names(tmp_path)


def test_a_link_is_followed_to_what_is_not_read_elsewhere(tmp_path: Path) -> None:
    made(tmp_path, "in/1.md", "in/.store/2.md", "out/3.md", "out/b/4.md", "out/b/5.md")
    links = {"l2.md": "in/.store/2.md", "l3.md": "out/3.md", "m3.md": "out/3.md", "a": "out/b", "n": "out", "o": "out"}
    for name, target in links.items():
        (tmp_path / "in" / name).symlink_to(tmp_path / target)
    (tmp_path / "in" / "gone.md").symlink_to("nothing")
    expected = ["1.md", "a/4.md", "a/5.md", "gone.md", "l2.md", "l3.md"]
    assert names(tmp_path / "in") == [f"{tmp_path}/in/{name}" for name in expected]
    assert given_of(tmp_path / "in")[1] == [("hidden", 1), ("link", 2)]
    assert f"{tmp_path}/out/3.md" in names(tmp_path / "in", tmp_path / "out")
    assert f"{tmp_path}/out/b/4.md" in names(tmp_path / "in", tmp_path / "out/b")


def test_a_hidden_link_is_not_followed(tmp_path: Path) -> None:
    made(tmp_path, "out/1.md", "in/2.md")
    for name in (".a", "b"):
        (tmp_path / "in" / name).symlink_to(tmp_path / "out")
    assert names(tmp_path / "in") == [f"{tmp_path}/in/2.md", f"{tmp_path}/in/b/1.md"]
    assert given_of(tmp_path / "in")[1] == [("hidden", 1)]


def test_roots_that_overlap_give_each_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "r/1.md", "r/sub/2.md", "r/sub/.x/3.md", "r/.h/4.md", "r/.5.md", "r/sub/deep/6.md")
    (tmp_path / "l").symlink_to(tmp_path / "r")
    monkeypatch.chdir(tmp_path)
    alone = given_of("r")
    for spelled in itertools.permutations(["./r/sub", "r", f"{tmp_path}/r/sub/deep", "l", "r/../r"], 3):
        if {"r", "l", "r/../r"} & set(spelled):
            assert given_of(*spelled) == alone
    assert given_of("r", "r/.h")[1] == [("hidden", 1), ("hidden", 1)]
    assert given_of("r/.h", "r", "r/.5.md") == given_of("r/.5.md", "l", "./r/.h")
    files, passed = given_of("r", "r/.h", "r/.5.md")
    assert [name for name, is_named in files if is_named] == [f"{tmp_path}/r/.5.md"]
    assert len(files) == 5
    assert passed == [("hidden", 1)]


def test_a_named_file_stays_named_where_its_folder_is_given(tmp_path: Path) -> None:
    made(tmp_path, "r/1.md", "r/2.md")
    (tmp_path / "l.md").symlink_to(tmp_path / "r/2.md")
    for places in ([tmp_path / "r", tmp_path / "r/2.md"], [tmp_path / "l.md", tmp_path / "r"]):
        assert list(entries(places)) == [
            FileEntry(f"{tmp_path}/r/1.md"),
            FileEntry(f"{tmp_path}/r/2.md", is_named=True),
        ]


def test_an_export_is_passed_over_in_a_folder_but_read_where_it_is_given(tmp_path: Path) -> None:
    made(tmp_path, "r/1.md", "r/out/2.md")
    (tmp_path / "r/out/corpus.json").write_text('{"schema_version":"1.0"}')
    assert given_of(tmp_path / "r")[1] == [("export", 1)]
    files, passed = given_of(tmp_path / "r", tmp_path / "r/out")
    assert [Path(name).name for name, _ in files] == ["1.md", "2.md", "corpus.json"]
    assert passed == []


def by_place(*places: Path | str) -> tuple[list[str], list[str]]:
    """The files of places that are asked for in the order in which they are given, as by ``refs``; what is not read."""
    found = [each for _, inside in entries_by_place(map(str, places)) for each in inside]
    passed = sorted(f"{each.kind} {each.path} {each.times}" for each in found if isinstance(each, PassedOver))
    return sorted(each.name for each in found if isinstance(each, FileEntry)), passed


def test_of_links_in_several_folders_the_first_is_followed_whatever_the_order(tmp_path: Path) -> None:
    made(tmp_path, "code-civil/1.md", "code-penal/2.md", "out/3.md", "out/b/4.md")
    for name in ("code-civil", "code-penal"):
        (tmp_path / name / "l.md").symlink_to("../out/3.md")
    (tmp_path / "code-civil/b").symlink_to("../out/b")
    (tmp_path / "code-penal/a").symlink_to("../out")
    given = [tmp_path / "code-penal", tmp_path / "code-civil", tmp_path / "code-civil/1.md"]
    expected = by_place(*sorted(given))
    assert {f"{tmp_path}/code-civil/{name}" for name in ("1.md", "b/4.md", "l.md")} < set(expected[0])
    for places in itertools.permutations(given):
        assert by_place(*places) == expected
        assert [Path(place).name for place, _ in entries_by_place(map(str, places))] == [
            place.name for place in places if place.is_dir()
        ]
        assert names(*places) == expected[0]


def tree(root: Path, chance: random.Random) -> tuple[list[Path], list[Path]]:
    """Folders and files, hidden ones too, and links among them; the links."""
    folders, files = [root], []
    links: list[Path] = []
    for at in range(chance.randint(2, 6)):
        folders.append(chance.choice(folders) / f"{chance.choice(['a', 'b', '.h'])}{at}")
        folders[-1].mkdir()
    for at in range(chance.randint(2, 6)):
        files.append(chance.choice(folders) / f"{chance.choice(['x', '.z'])}{at}.md")
        files[-1].touch()
    for at in range(chance.randint(0, 6)):
        target = chance.choice([*folders, *files, *links])
        links.append(chance.choice(folders) / f"{chance.choice(['0', 'l', 'z', '.k'])}{at}")
        links[-1].symlink_to(target)
    return [*folders, *files], links


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_given_each_file_is_read_once(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    places, links = tree(tmp_path, chance)
    given = [place for place in chance.choices([*places, *links], k=3) if place.exists()]
    expected = given_of(*given)
    for ordered in itertools.permutations(given):
        assert given_of(*ordered) == expected
        assert by_place(*ordered) == by_place(*given)
        assert names(*ordered) == by_place(*given)[0]
    assert given_of(*(os.path.relpath(place) for place in given)) == expected
    read = {name for name, _ in expected[0]}
    assert read == {name for place in given for name, _ in given_of(place)[0]}
    for place in given:
        if place == Path(os.path.realpath(place)) and place.is_dir():
            real = {str(each) for each in place.iterdir() if each.is_file() and not each.is_symlink()}
            assert {name for name in real if "/." not in name[len(str(place)) :]} <= set(names(*given))
