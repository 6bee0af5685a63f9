"""``python -m quality``: measure, compare with the floors, show what changed. Exits 1 below a floor."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence

from cpp_corpus.model.reference import Reference
from quality import changes, floors, shared
from quality.measure import FIELDS, QUALIFIERS, Verdict, judged, register_figures, whole
from quality.measure import figures as figures_of
from quality.passages import passages, registers

_SHOWN = 20


def main() -> int:
    """The whole gate; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m quality", description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to today's figures")
    parser.add_argument("--failures", action="store_true", help="show each failure on the labelled passages, and stop")
    parser.add_argument("--since", default="HEAD", metavar="COMMIT", help="show references gained and lost since it")
    options = parser.parse_args()

    verdicts = [judged(passage) for passage in passages()]
    if options.failures:
        _show_failures([*verdicts, *(judged(passage) for own in registers().values() for passage in own)])
        return 0
    figures = {f"labelled.{name}": value for name, value in figures_of(whole(verdicts)).items()}
    _show_labelled(verdicts, figures)
    others = {register: list(map(judged, own)) for register, own in registers().items()}
    measured = register_figures(others)
    _show_registers(others, measured)
    figures |= {f"labelled-registers.{name}": value for name, value in measured.items()}
    if shared.SHARED.is_dir():
        figures |= shared.run()
    else:
        print("\nNo ../shared: what needs real law is left out.")
    _show_changes(options.since)
    return _judge(figures, lift=options.lift)


def _show_labelled(verdicts: Sequence[Verdict], figures: dict[str, float]) -> None:
    evaluation = whole(verdicts)
    flawless = sum(verdict.is_flawless for verdict in verdicts)
    print(f"Labelled passages: {len(verdicts)}, {flawless} of them without a flaw (--failures shows the others)\n")
    print(f"{'kind':10}{'labels':>8}{'precision':>11}{'recall':>9}{'F1':>9}")
    for kind, score in [*evaluation.kinds.items(), ("all", evaluation.score)]:
        labels = score.agreed + score.missed
        precision, recall, f1 = (figures[f"labelled.{kind}.{name}"] for name in ("precision", "recall", "f1"))
        print(f"{kind:10}{labels:8}{precision:11.4f}{recall:9.4f}{f1:9.4f}")
    shares = ", ".join(f"{name} {figures[f'labelled.{name}']:.4f}" for name in FIELDS)
    print(f"of the {evaluation.score.agreed} that agree, equal: {shares}")


def _show_registers(verdicts: Mapping[str, Sequence[Verdict]], figures: Mapping[str, float]) -> None:
    names = ("f1", *FIELDS, *QUALIFIERS)
    print(f"\nOther registers\n{'':28}{'labels':>7}" + "".join(f"{name:>10}" for name in names))
    for register in [*verdicts, "all"]:
        score = whole(each for own in verdicts.values() for each in own if register in {"all", _register(each)}).score
        shares = (figures.get(f"{register}.{name}") for name in names)
        cells = "".join(f"{'' if share is None else f'{share:.4f}':>10}" for share in shares)
        print(f"{register:28}{score.agreed + score.missed:7}{cells}")


def _register(verdict: Verdict) -> str:
    return verdict.passage.source.split(".")[0]


def _show_failures(verdicts: Sequence[Verdict]) -> None:
    for verdict in verdicts:
        passage = verdict.passage
        if not verdict.is_flawless:
            print(f"\n{passage.source}: {passage.title}  [{passage.act} {passage.article}]")
        missed = [each.gold for each in verdict.evaluation.missed]
        invented = [each.found for each in verdict.evaluation.invented]
        for sign, references in (("missed  ", missed), ("invented", invented)):
            for reference in filter(None, references):
                print(f"  {sign} {reference} ({reference.via})   {_near(passage.text, reference)}")
        for each in verdict.evaluation.differing:
            if each.gold is None or not each.agrees:  # those that do not agree stand above
                continue
            for name in each.differing:
                wanted, got = getattr(each.gold, name), getattr(each.found, name)
                print(f"  {name}: want {wanted}, got {got}   {_near(passage.text, each.gold)}")


def _near(text: str, r: Reference) -> str:
    return " ".join(
        f"{text[max(0, r.start - 60) : r.start]}⟦{text[r.start : r.end]}⟧{text[r.end : r.end + 40]}".split()
    )


def _show_changes(commit: str) -> None:
    try:
        found = changes.since(commit)
    except (subprocess.CalledProcessError, FileNotFoundError):
        print(f"\nNo git history, or no {commit}: what changed is not shown.")
        return
    print(f"\nSince {commit}, on {found.texts} texts: {found.same} references as before, {len(found.gained)} gained, "
          f"{len(found.lost)} lost, {len(found.changed)} with another via or relation")  # fmt: skip
    for name, lines in (("gained", found.gained), ("lost", found.lost), ("changed", found.changed)):
        for line in lines[:_SHOWN]:
            print(f"  {name}: {line}")
        if len(lines) > _SHOWN:
            print(f"  {name}: … and {len(lines) - _SHOWN} more")


def _judge(figures: dict[str, float], *, lift: bool) -> int:
    kept = floors.read()
    low = floors.below(figures, kept)
    print(f"\nFloors: {len(kept)}, of which {len(low)} not held")
    for name in low:
        print(f"  {name}: {figures.get(name, 0.0):.4f}, floor {kept[name]:.3f}")
    if lift:
        floors.write(floors.raised(figures, kept))
        print(f"  written to {floors.FLOORS.name}")
    return bool(low)


if __name__ == "__main__":
    sys.exit(main())
