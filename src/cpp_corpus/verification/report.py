"""Answers as a report: as JSON, as SARIF 2.1.0, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from cpp_corpus.model.manifest import SCHEMA_VERSION
from cpp_corpus.model.verified import CitationStatus, Verified, in_short
from cpp_corpus.sarif import sarif_location, sarif_log, sarif_rule

__all__ = ["as_json", "as_sarif", "counts"]

_RULES: Mapping[CitationStatus, tuple[str, str, str]] = {
    CitationStatus.NO_SUCH_PART: ("error", "The article has no such part.", "Check the part against the article."),
    CitationStatus.NO_SUCH_ARTICLE: (
        "error",
        "The act has no such article.",
        "Check the number; the message names the nearest ones, and where the article went.",
    ),
    CitationStatus.NO_SUCH_DIVISION: ("error", "The act has no such division.", "Check its kind and its number."),
    CitationStatus.NOT_IN_FORCE: (
        "error",
        "The article is not law on the day.",
        "Cite the law of the day, or give the day of the version with @ or --at.",
    ),
    CitationStatus.UNKNOWN_ACT: ("error", "No act is known by this name.", "Check the spelling of its title."),
    CitationStatus.UNREADABLE: ("error", "The citation cannot be read.", "Write it as the message shows."),
    CitationStatus.UNCLEAR: (
        "warning",
        "It is not decided whether what is cited exists.",
        "Name the act, or look at the article: its source may not show its parts.",
    ),
    CitationStatus.NOT_COVERED: (
        "note",
        "The corpus does not hold the act.",
        "Verify with a corpus that has it, or accept it with --accept not_covered.",
    ),
}
"""The level, the meaning and the advice of each status but ``exists``."""


def counts(answers: Iterable[Verified]) -> dict[str, int]:
    """Answers by status, in the order of the statuses; those that do not occur are left out."""
    found = Counter(answer.status for answer in answers)
    return {status.value: found[status] for status in CitationStatus if found[status]}


def as_json(answers: Sequence[Verified]) -> bytes:
    """``{"schema_version", "counts", "citations"}``, a citation a line."""
    head = orjson.dumps({"schema_version": SCHEMA_VERSION, "counts": counts(answers)})
    lines = b",\n".join(answer.model_dump_json().encode("utf-8", "replace") for answer in answers)
    return head[:-1] + b',"citations":[\n' + lines + (b"\n" if lines else b"") + b"]}\n"


def as_sarif(answers: Sequence[Verified], version: str) -> bytes:
    """A SARIF log of one run: the statuses as rules, a result for each citation that does not hold."""
    places = {status: at for at, status in enumerate(_RULES)}
    rules = [sarif_rule(status.value, title, advice, level) for status, (level, title, advice) in _RULES.items()]
    results = [_result(answer, places[answer.status]) for answer in answers if not answer.exists]
    return sarif_log(rules, results, version)


def _result(answer: Verified, rule: int) -> dict[str, Any]:
    more = {
        "read": answer.read,
        "day": None if answer.day is None else answer.day.isoformat(),
        "nearest": list(answer.nearest) or None,
        "moved_to": list(answer.moved_to) or None,
    }
    words = in_short(answer.text).encode("utf-8", "replace").decode()
    result: dict[str, Any] = {
        "ruleId": answer.status.value,
        "ruleIndex": rule,
        "level": _RULES[answer.status][0],
        "message": {"text": f"“{words}”: {answer.message}"},
        "properties": {name: value for name, value in more.items() if value is not None},
    }
    if answer.path is not None:
        place = sarif_location(
            answer.path, startLine=answer.line, charOffset=answer.start, charLength=answer.end - answer.start
        )
        result["locations"] = [{"physicalLocation": place}]
    return result
