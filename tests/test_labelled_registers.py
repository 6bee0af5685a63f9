"""The labelled passages of other registers: their form, and the recogniser's figures on them against the floors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.model.reference import AmendmentOperation, ReferenceKind, Relation, Via
from quality import floors
from quality.labels import Label, LabelledText, read_labels
from quality.measure import judged, register_figures
from quality.passages import labelled_registers, passages, registers

TEXTS = labelled_registers()
LABELS = [label for text in TEXTS for label in text.labels]

VIAS = {*map(str, Via)}
REASONS = {
    "foreign-act",
    "act-without-id",
    "act-unclear",
    "unknown-name",
    "no-act-named",
    "no-act-before",
    "number-unclear",
}
OPERATIONS = {*map(str, AmendmentOperation)}

_DAY = r"\d{4}-\d\d-\d\d"
_NUMBERED = rf"(?:loi|ordonnance|decret|arrete|circulaire):(?:\d{{2,4}}-\d+|{_DAY})"
ACT_ID = re.compile(
    rf"{_NUMBERED}"
    r"|(?:reglement|directive|decision|decision-cadre)-ue:\d+/\d+"
    r"|traite:[a-z0-9-]+|constitution:(?:1958|1946)|declaration:1789"
    r"|decision-cc:\d+-\d+-(?:dc|qpc)|decision-ce:\d+|decision-cass:\d\d-\d\d\.\d{3}"
    r"|decision-caa:\d\d[a-z]{2}\d{5}|decision-ta:[a-z-]+:(?:\d{7}|\d\d-\d{4,5})|decision-ca:[a-z-]+:\d\d/\d{5}|decision-tc:\d+"
    r"|decision-cjue:(?:[ct]-)?\d+/\d\d|decision-cedh:\d+/\d\d"
    r"|boi:boi-[a-z0-9-]+|idcc:\d+"
)
VERSION = re.compile(rf"former|(?:before|from):{_NUMBERED}|at:{_DAY}")
NUMBER = re.compile(
    r"(?:lo|[lrda]|u[a-z]-|[a-z]{2,3}-|[ivx]+[.-]?)?\d+(?:\.\d+)*[a-z]?(?:-[0-9a-z]+)*|unique|preliminaire"
)
PART = re.compile(r"(?:[IVX]+|[ivx]+|\d+|\d+°|[a-zA-Z])(?: (?:bis|ter|quater))?|(?:al|ph)-?\d+|tiret\d+")
DIVISION = re.compile(
    r"(?:partie|livre|titre|chapitre|section|annexe|considerant)(?:\.(?:[ivxl]+|\d+(?:-\d+)?))?"
    r"(?:/(?:livre|titre|chapitre|section)\.(?:[ivxl]+|\d+))*"
)

EXAMPLE = """# Head

## A title

`- -`

    l'article ⟦12⟧, devenu ⟦14⟧, de la loi n° 2031-1 ;
    l'article ⟦3⟧ des statuts ; ⟦règlement (UE)
    2031/7⟧ et son article ⟦4⟧

- 12 → article loi:2031-1/12#I, explicit, refers_to, version=from:loi:2030-4, successor=2
- 14 → article loi:2031-1/14, explicit, refers_to
- 3 → article ?/3 (act-without-id), explicit, refers_to
- règlement (UE) 2031/7 → act reglement-ue:2031/7, explicit, refers_to
- 4 → article reglement-ue:2031/7/4..6#1/a, context, amends, operation=repeal
"""


def test_the_figures_hold_their_floors() -> None:
    measured = register_figures({register: list(map(judged, own)) for register, own in registers().items()})
    today = {f"labelled-registers.{name}": value for name, value in measured.items()}
    assert {name: today.get(name) for name in floors.below(today, floors.read())} == {}
    assert min(value for name, value in today.items() if name.endswith(".f1")) >= 0.97


def test_the_set_is_whole() -> None:
    assert len(TEXTS) >= 300
    assert len({text.text for text in TEXTS} | {passage.text for passage in passages()}) == len(TEXTS) + len(passages())
    assert {label.kind for label in LABELS} == set(ReferenceKind)
    assert {label.via for label in LABELS} == VIAS
    assert {label.reason for label in LABELS} - {None} == REASONS
    assert {label.operation for label in LABELS} - {None} == OPERATIONS
    assert {label.relation for label in LABELS} == set(Relation)


def test_texts_of_no_act_of_other_acts_and_of_codes() -> None:
    shares = {
        "no act": [text for text in TEXTS if text.act is None],
        "another act": [text for text in TEXTS if text.act and ":" in text.act],
        "a code": [text for text in TEXTS if text.act in ACTS],
        "no reference": [text for text in TEXTS if not text.labels],
    }
    assert {name: round(len(texts) / len(TEXTS), 1) for name, texts in shares.items()} == {
        "no act": 0.5,
        "another act": 0.3,
        "a code": 0.2,
        "no reference": 0.1,
    }


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{text.source.split('.')[0]}: {text.title}")
def test_each_label_is_of_the_form(text: LabelledText) -> None:
    spans = [(label.start, label.end) for label in text.labels]
    assert spans == sorted(spans)
    assert all(text.text[start:end].strip() == text.text[start:end] != "" for start, end in spans)
    assert text.act is None or text.act in ACTS or ACT_ID.fullmatch(text.act)
    for label in text.labels:
        assert _faults(label, text) == []


def test_the_additions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "example.md"
    path.write_text(EXAMPLE, encoding="utf-8")
    (text,) = read_labels(path)
    assert (text.act, text.article) == (None, None)
    read = [(r.act, r.article, r.to, r.locator, r.via, r.version, r.successor, r.reason) for r in text.labels]
    assert read == [
        ("loi:2031-1", "12", None, "I", "explicit", "from:loi:2030-4", 1, None),
        ("loi:2031-1", "14", None, None, "explicit", None, None, None),
        (None, "3", None, None, "explicit", None, None, "act-without-id"),
        ("reglement-ue:2031/7", None, None, None, "explicit", None, None, None),
        ("reglement-ue:2031/7", "4", "6", "1/a", "context", None, None, None),
    ]
    assert [label.operation for label in text.labels] == [None, None, None, None, "repeal"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("refers_to, version=", "refers_to, wording=", "no field wording"),
        ("amends, operation", "changes, operation", "'changes' is not a valid"),
        ("version=from:loi:2030-4, ", "version=from loi, ", "not a label"),
    ],
)
def test_a_line_that_breaks_the_additions_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "example.md"
    path.write_text(EXAMPLE.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        list(read_labels(path))


def _faults(label: Label, text: LabelledText) -> list[str]:
    """What is wrong with a label: its ids, its fields, or how they go together."""
    unknown = label.act is None or (label.kind is ReferenceKind.ARTICLE and label.article is None)
    parts = [end for part in (label.locator or "I").split("/") for end in part.split("..")]
    successor = None if label.successor is None else text.labels[label.successor]
    checks = {
        "act": label.act is None or label.act in ACTS or ACT_ID.fullmatch(label.act),
        "number": all(NUMBER.fullmatch(number) for number in (label.article, label.to) if number),
        "division": (label.division is not None) == (label.kind is ReferenceKind.DIVISION)
        and (label.division is None or DIVISION.fullmatch(label.division)),
        "locator": all(PART.fullmatch(part) for part in parts),
        "reason": (label.reason in REASONS) if unknown else label.reason is None,
        "via": label.via in VIAS and (label.via != "context" or text.act is None),
        "version": label.version is None or VERSION.fullmatch(label.version),
        "operation": label.operation is None or (label.operation in OPERATIONS and label.relation is Relation.AMENDS),
        "successor": successor is None or (successor.kind is label.kind and successor is not label),
    }
    return [name for name, held in checks.items() if not held]
