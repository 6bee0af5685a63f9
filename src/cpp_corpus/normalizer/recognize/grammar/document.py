"""The grammar as a page for people, made from its rules and forms: ``docs/grammar.md``.

``python -m cpp_corpus.normalizer.recognize.grammar.document`` prints it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from cpp_corpus.normalizer.recognize.grammar import RULES
from cpp_corpus.normalizer.recognize.grammar.designations import DESIGNATIONS
from cpp_corpus.normalizer.recognize.rule import Example, Form, Rule, grammar_line

__all__ = ["document"]

_HEAD = """\
# Grammar of references

Made from the rules by `make grammar`; change the rules, not this page.

A *rule* reads a phrase that refers; a *form* reads the name of an act, inside a phrase or alone. Rules and forms are
tried in the order in which they stand here. Words of the text are in `code`, parts that are defined elsewhere in
*italics*; `[ ]` may be absent, `{ }` may be repeated, `|` separates alternatives.

In the examples the anchors are **bold**; beside them the targets, in order: `act/article#locator`, `act:division`,
`act`, with the ids and locators of [model.md](model.md). The citing article is article 1 of an act called `ici`.
Near misses are read as nothing. All of them are tests.

A program or an installed package adds rules and forms to the open tables `RULES` and `DESIGNATIONS`
([extending.md](extending.md#a-rule)).
"""


def document() -> str:
    """The page, in Markdown."""
    parts = [_HEAD, "## Rules\n"]
    for rule in RULES.values():
        parts += _section(rule.name, rule.grammar, rule.examples, _begins(rule))
    parts.append("## Forms of acts\n")
    for form in DESIGNATIONS.values():
        parts += _section(form.name, _grammar(form), form.examples)
    return "\n".join(parts)


def _section(name: str, grammar: str, examples: Sequence[Example], begins: str = "") -> Iterator[str]:
    yield f"### {name}\n"
    yield f"{grammar}\n"
    if begins:
        yield f"Begins at {begins}.\n"
    yield "| text | targets |\n|---|---|"
    for example in examples:
        if example.anchors:
            targets = " ".join(f"`{target}`" for target in example.targets.split())
            yield f"| {_marked(example)} | {targets} |"
    yield ""
    misses = [_escaped(example.text) for example in examples if not example.anchors]
    if misses:
        yield f"Near misses: {', '.join(f'“{text}”' for text in misses)}.\n"


def _begins(rule: Rule) -> str:
    """The words at which a rule begins, plurals and capitals folded in."""
    words = dict.fromkeys(word.lower() if word.isupper() and len(word) > 2 else word for word in rule.first_words)
    kept = [word for word in words if not (word.lower().endswith("s") and word[:-1].lower() in words)]
    return ", ".join(f"`{word}`" for word in kept)


def _grammar(form: Form) -> str:
    return grammar_line(form.read).removesuffix(".")


def _marked(example: Example) -> str:
    return _escaped(example.marked).replace("⟦", "**").replace("⟧", "**")


def _escaped(text: str) -> str:
    return text.replace("*", r"\*").replace("|", r"\|").replace("\n", " ⏎ ")


if __name__ == "__main__":
    sys.stdout.write(document())
