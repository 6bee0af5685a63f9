"""How acts are named: one form for each nature of text."""

from __future__ import annotations

from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import ABBREVIATION
from cpp_corpus.normalizer.recognize.grammar.designations.codes import ANNEX, CODE
from cpp_corpus.normalizer.recognize.grammar.designations.courts import COURT
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import FOREIGN
from cpp_corpus.normalizer.recognize.grammar.designations.laws import LAW, OTHER, SHORT
from cpp_corpus.normalizer.recognize.grammar.designations.names import NAME
from cpp_corpus.normalizer.recognize.grammar.designations.publications import PUBLICATION
from cpp_corpus.normalizer.recognize.grammar.designations.second_ones import THAT
from cpp_corpus.normalizer.recognize.grammar.designations.treaties import CONSTITUTION, PROTOCOL, TREATY
from cpp_corpus.normalizer.recognize.grammar.designations.union import UNION
from cpp_corpus.normalizer.recognize.rule import Form
from cpp_corpus.table import Table, no_instance_of

__all__ = ["DESIGNATIONS", "forms_at"]

DESIGNATIONS: Table[Form] = Table(
    "designations",
    {
        form.name: form
        for form in (
            *(ANNEX, CODE, COURT, LAW, UNION, CONSTITUTION, NAME, PROTOCOL, TREATY),
            *(PUBLICATION, SHORT, THAT, ABBREVIATION, FOREIGN, OTHER),
        )
    },
    fault=no_instance_of(Form),
)
"""The forms, in the order in which they are tried.

Other packages add to it by entry points of the group ``cpp_corpus.designations``.
"""


class _ByLetter:
    """The forms by the letter at which they may begin; made anew when the table has changed."""

    def __init__(self, table: Table[Form]) -> None:
        self._table = table
        self._made_of = -1
        self._forms: dict[str, tuple[Form, ...]] = {}

    def at(self, letter: str) -> tuple[Form, ...]:
        """The forms that may begin with a letter, in lower case."""
        if self._made_of != self._table.changes:
            forms = tuple(self._table.values())
            changes = self._table.changes
            letters = {letter for form in forms for letter in form.letters}
            self._forms = {letter: tuple(form for form in forms if letter in form.letters) for letter in letters}
            self._made_of = changes  # at last: other threads go on when they see it
        return self._forms.get(letter, ())


forms_at = _ByLetter(DESIGNATIONS).at
"""The forms that may begin with a letter, in lower case, in order."""
