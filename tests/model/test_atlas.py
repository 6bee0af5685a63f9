import lzma
from datetime import date
from hashlib import sha256

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.errors import InputError
from cpp_corpus.model.article import Division
from cpp_corpus.model.atlas import ActAtlas, Atlas, Version
from cpp_corpus.model.fingerprint import fingerprint_of

LIVRE = Division(kind="livre", number="Ier", slug="livre-ier-du-vent")
TITRE = Division(kind="titre", number="II", title="De l'eau", slug="titre-ii-de-leau")
VERSIONS = [
    Version("L1", (LIVRE,), date(2001, 1, 1), date(2010, 5, 1), fingerprint_of("Le vent est libre.")),
    Version("L1", (LIVRE, TITRE), date(2010, 5, 1), None, fingerprint_of("Le vent est public, et libre.")),
    Version("L1-1", (LIVRE,), date(2001, 1, 1), None, None),
    Version("Annexe I", (), date(2001, 1, 1), None, fingerprint_of("mot " * 500 + "fin")),
]


def made(versions: list[Version] = VERSIONS) -> Atlas:
    return Atlas("a test", {"code-x": ActAtlas.of("code-x", versions, date(2020, 1, 1))})


def test_bytes_and_back() -> None:
    data = made().to_bytes()
    read = Atlas.from_bytes(data, "x.atlas")
    assert read.header == made().header == Atlas.header_of(data, "x.atlas")
    act, same = read.acts["code-x"], made().acts["code-x"]
    assert list(act.numbers) == ["L1", "L1", "L1-1", "Annexe I"]
    assert list(act.paths) == [(LIVRE,), (LIVRE, TITRE), (LIVRE,), ()]
    assert [sorted(act.sketch(row)) for row in range(4)] == [
        list(v.fingerprint.sketch) if v.fingerprint else [] for v in VERSIONS
    ]
    assert [act.validity(row) for row in range(4)] == [(v.valid_from, v.valid_to) for v in VERSIONS]
    assert [act.has_text(row) for row in range(4)] == [True, True, False, True]
    assert read.to_bytes() == data
    assert (act.exact, act.words) == (same.exact, same.words)


@given(st.permutations(VERSIONS))
def test_the_order_of_the_source_does_not_count(versions: list[Version]) -> None:
    assert made(versions).to_bytes() == made().to_bytes()


def test_what_is_law_on_a_day() -> None:
    act = made().acts["code-x"]
    assert act.rows_at(date(2005, 1, 1)) == [0, 2, 3]
    assert act.rows_at(date(2010, 5, 1)) == act.rows_at(None) == [1, 2, 3]
    assert act.rows_at(date(1999, 1, 1)) == []
    assert act.knows(date(2020, 1, 1))
    assert not act.knows(date(2020, 1, 2))
    assert not act.knows(None)


@pytest.mark.parametrize("cut", [0, 1, 40, 200, -1])
def test_a_damaged_file(cut: int) -> None:
    with pytest.raises(InputError, match=r"x\.atlas: .*atlas") as error:
        Atlas.from_bytes(made().to_bytes()[:cut], "x.atlas")
    assert error.value.hint is not None


@given(st.integers(0, len(made().to_bytes()) - 1), st.integers(1, 255))
def test_a_byte_is_wrong(at: int, change: int) -> None:
    """It is noticed, or it is in a word of the title or in the name of the act."""
    data = bytearray(made().to_bytes())
    data[at] ^= change
    try:
        read = Atlas.from_bytes(bytes(data), "x.atlas")
    except InputError:
        return
    assert [list(act.exact) for act in read.acts.values()] == [list(made().acts["code-x"].exact)]


def test_a_newer_layout() -> None:
    head, end, payload = made().to_bytes().partition(b"\n")
    newer = orjson.dumps({**orjson.loads(head), "schema_version": 99})
    with pytest.raises(InputError, match=r"layout 99; this program reads layout 2 \(.*install a newer"):
        Atlas.from_bytes(newer + end + payload, "x.atlas")


def test_no_atlas_at_all() -> None:
    with pytest.raises(InputError, match="is not an atlas"):
        Atlas.header_of(b"# Article 1\n\ntexte", "page.md")


def test_a_right_sum_over_wrong_bytes() -> None:
    head = orjson.loads(made().to_bytes().partition(b"\n")[0])
    for payload in (b"no xz", lzma.compress(b""), lzma.compress((5).to_bytes(8, "little") + b"[1,2]")):
        head["sha256"] = sha256(payload).hexdigest()
        with pytest.raises(InputError, match=r"x\.atlas: the atlas is damaged"):
            Atlas.from_bytes(orjson.dumps(head) + b"\n" + payload, "x.atlas")
