"""What a sentence does with its reference, by forms that are easily taken for others."""

from __future__ import annotations

import pytest

from cpp_corpus import find_references


def relations(text: str, act: str | None = None) -> str:
    """The relations of the references of a text, in order; the operation behind a colon."""
    found = find_references(text, act=act)
    return " ".join(f"{r.relation}:{r.operation}" if r.operation else str(r.relation) for r in found)


CONFORM = "la conformité de l'article L. 9-1 du code du travail à l'article 8 de la Constitution et à l'article 9"
APPLIED = "Pour l'application à Brumes des articles L. 9-1 et L. 9-2 du code du travail, le bac est un pont."
LISTED = "A modifié les dispositions suivantes :\n- Code du sport.\nArt. L131-8, Art. L322-1\n- Code civil\nArt. 4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CONFORM, "refers_to conforms_to conforms_to"),
        ("conforme à l'article 5 du code civil", "conforms_to"),
        ("sous réserve de l'article 5 du code civil", "subject_to"),
        ("sous réserve que l'article 5 du code civil soit lu", "refers_to"),
        ("il ne déroge qu'à l'article 5 du code civil", "derogates_from"),
        ("il peut être dérogé aux dispositions de l'article 5 du code civil", "derogates_from"),
        ("la loi n° 2030-12 modifiée prise pour l'application de la loi n° 2029-1", "refers_to refers_to"),
        (APPLIED, "issued_under issued_under"),
        ("Modification effectuée en conséquence de l'article 5 de la loi n° 2030-12", "amends"),
        ("Créé par Décret n°2031-586 du 20 avril 2031 - art. 1", "amends"),
        ("l'établissement créé par l'article 1er du décret n° 2031-586", "refers_to"),
        (LISTED, "amends amends amends"),
        # the active voice
        ("L'article 5 de la loi n° 2030-12 a modifié l'article L. 9-1 du code du travail.", "amends amends"),
        ("La loi n° 2030-12 du 3 mai 2030 relative aux bacs abroge l'article 3 du code civil.", "amends amends:repeal"),
        (
            "L'article 5 de la loi n° 2030-12 insère dans le code du sport un article L. 9-1.",
            "amends amends amends:create",
        ),
        ("il crée un article L. 9-1 du code du sport", "amends:create"),
        ("les données propres à compléter celles de l'article 5 du code civil", "refers_to"),
        ("L'article 5 du code civil complète l'article 6 du code civil.", "refers_to refers_to"),
        ("Le livre II du code du sport n'est pas modifié.", "refers_to"),
        # members of a list, and what is none
        (
            "Par dérogation à l'article 5 du code civil, les articles 6 et 7 du code civil sont lus.",
            "derogates_from refers_to refers_to",
        ),
        (
            "Il jouit, conformément à l'article 5 du code civil, de l'article 6 du code civil.",
            "conforms_to refers_to",
        ),
        (
            "en application de l'article 5 du code civil et, notamment, de l'article 6 dudit code",
            "issued_under issued_under",
        ),
        ("En vertu du code du travail, notamment de son article L. 1331-1", "issued_under issued_under"),
        (
            "en application de l'article 2 de la loi n° 2030-12 relative aux bacs et de l'article 5 du code civil",
            "issued_under issued_under",
        ),
        (
            "conformément à l'article 38 du code civil ; CGI, ann. II, art. 210",
            "conforms_to refers_to",
        ),
        (
            "l'article 5 du code civil, dans sa rédaction issue de la loi n° 2030-12 du 3 mai 2030, et de l'article 6",
            "refers_to amends refers_to",
        ),
        (
            "l'article 5 du code civil, dans sa rédaction antérieure à la loi n° 2030-12, et ses articles 2 et 3",
            "refers_to amends refers_to refers_to",
        ),
        ("au sens de l'article 1137, devenu 1197, du code civil", "defined_by refers_to"),
        # members of other kinds, led by the same preposition; a clause of its own
        (
            "en application du code du sport, de l'article 5 du code civil ou du titre II du code pénal",
            "issued_under issued_under issued_under",
        ),
        (
            "Par dérogation au code civil, à l'article 5 du code pénal et à l'article 6.",
            " ".join(["derogates_from"] * 3),
        ),
        ("Par dérogation au code civil, l'article 5 du code pénal est lu.", "derogates_from refers_to"),
        (
            "conformément à l'article 5 du code civil et aux dispositions générales du code pénal",
            "conforms_to conforms_to",
        ),
        (
            "en application de l'article 5 du code civil, les dispositions du code pénal fixent le péage",
            "issued_under refers_to",
        ),
        (
            "dans les conditions fixées par le code pénal, ainsi qu'aux dispositions du code du sport",
            "under_conditions_of refers_to",
        ),
        ("conformément au code civil, les lois spéciales et le code pénal", "conforms_to conforms_to"),
        (
            "dans les conditions prévues par l'article 5 de la loi n° 2030-12 portant péage des bacs et la loi n° 31-7",
            "under_conditions_of under_conditions_of",
        ),
        (
            "dans les conditions prévues par la loi n° 2030-12 modifiant les tarifs et la loi n° 2029-7",
            "under_conditions_of refers_to",
        ),
        # provisions of a kind
        ("en application des dispositions législatives du code du sport", "issued_under"),
        ("Les dispositions prévues à l'article 5 du code civil s'appliquent aux bacs.", "applies"),
        ("Les règles définies à l'article 5 du code civil sont applicables.", "defined_by"),
        ("La prime prévue à l'article 5 du code civil est applicable.", "refers_to"),
        # the verb first, and a clause behind "et"
        ("Sont applicables aux bacs, sous réserve du péage, les articles 5 et 6 du code civil.", "applies applies"),
        ("Sont applicables aux bacs :\nl'article 5 du code civil.", "refers_to"),
        ("Les tarifs sont applicables, sous réserve du péage, l'article 5 du code civil étant lu.", "refers_to"),
        ("Le bac part et l'article 5 du code civil ne s'applique que s'il revient.", "applies"),
        ("Il lit la carte et le guide de l'article 5 du code civil s'applique.", "refers_to"),
        ("Les tarifs sont applicables aux bacs soumis aux dispositions de l'article 5 du code civil.", "refers_to"),
        ("Est applicable aux bacs le 2° de l'article 5 du code civil.", "applies"),
        ("Sont applicables aux bacs les dispositions du 2° de l'article 5 du code civil.", "applies"),
        (
            "Les dispositions du 5° et, sous réserve de l'article 6, de l'article 7 du code civil s'appliquent",
            "applies subject_to applies",
        ),
        ("Elle est applicable au présent bac selon l'article 5 du code civil.", "refers_to"),
        # conditions, however they are named
        ("dans des conditions de dépôt prévues à l'article 5 du code civil", "under_conditions_of"),
        ("dans les mêmes conditions que celles définies à l'article 5 du code civil", "under_conditions_of"),
        ("selon les mêmes modalités qu'à l'article 5 du code civil", "under_conditions_of"),
        ("dans les conditions fixées pour les bacs à l'article 5 du code civil", "under_conditions_of"),
        (
            f"les conditions dans lesquelles les bacs {'et les barques ' * 7}partent sont fixées par le code du sport",
            "under_conditions_of",
        ),
        ("dans les conditions prévues, selon le cas, à l'article 5 du code civil", "under_conditions_of"),
        # a list that goes on behind a title, and before a verb that is said of something else
        (
            "en application de l'article 5 de la loi n° 2030-12 relative aux bacs et péages, du II de l'article 6",
            "issued_under issued_under",
        ),
        (
            "en application de la loi n° 2030-12 prorogeant l'état d'alerte et ses suites ou de la loi n° 2031-7",
            "issued_under issued_under",
        ),
        (
            "en application du code civil, du II de l'article 5 du code pénal, son suppléant est substitué au passeur",
            "issued_under issued_under",
        ),
        ("modifié par l'arrêté du 3 mai 2030 (Journal officiel du 4 mai 2030) et par le code civil", "amends amends"),
        # what applies, in a relative clause, too
        ("les bacs auxquels la loi n° 2030-12 est applicable", "applies"),
        ("Les dispositions du code pénal sont, en outre, applicables aux bacs.", "applies"),
        ("Les bacs et l'article 5 du code civil y sont applicables.", "applies"),
        ("Pour l'application de la partie législative du code civil", "issued_under"),
        # what is outside of a place, and of a case
        ("en dehors du port, dans les conditions prévues à l'article 5 du code civil", "under_conditions_of"),
        ("un bac en dehors d'une zone définie en application de l'article 5 du code civil", "issued_under"),
        ("en dehors des cas prévus à l'article 5 du code civil", "excludes"),
        ("hors les cas prévus à l'article 5 du code civil", "excludes"),
        # the head of a column, and the label below it
        (
            "Articles applicables\tDans leur rédaction résultant de\nAu titre Ier\t\nR. 9-1\tdu décret n° 2030-7",
            "refers_to applies amends",
        ),
    ],
)
def test_the_relation_of_each_reference(text: str, expected: str) -> None:
    assert relations(text) == expected


def test_words_that_do_not_apply() -> None:
    assert (
        relations("A l'article L. 9-1, les mots : « du bac » ne sont pas applicables.", "code-du-travail") == "applies"
    )
