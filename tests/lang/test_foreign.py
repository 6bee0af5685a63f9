import pytest

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.lang.foreign import _acts, _countries, _rows, country_behind, foreign_act_at, head_country


@pytest.mark.parametrize(
    ("behind", "country"),
    [
        (" belge", "be"),
        (" Belge", "be"),
        (" BELGE", "be"),
        ("\n  belge", "be"),
        (" bruxellois", "be"),
        (" wallonne", "be"),
        (" luxembourgeois", "lu"),
        (" luxembourgeoise", "lu"),
        (" du Grand-Duché de Luxembourg", "lu"),
        (" suisse", "ch"),
        (" suisses", "ch"),
        (" cantonaux", "ch"),
        (" du canton de Vaud", "ch"),
        (" du Québec", "ca"),
        (" du Quebec", "ca"),
        (" québécois", "ca"),
        (" du Bas-Canada", "ca"),
        (" allemand", "de"),
        (" allemande", "de"),
        (" italien", "it"),
        (" espagnols", "es"),
        (" marocain", "ma"),
        (" de Côte d'Ivoire", "ci"),
        (" monégasque", "mc"),
        (" des Etats-Unis", "us"),
        (" grecques", "gr"),
        (" de l'OHADA", "ohada"),
    ],
)
def test_behind_the_name_of_an_act(behind: str, country: str) -> None:
    text = f"le code du moulin{behind}, article 7"
    assert country_behind(text, 17) == (17 + len(behind), country)


@pytest.mark.parametrize(
    "behind",
    [
        "", " ", ", belge", " (belge)", " français", " du moulin", " et belge", " de la roue", " du Québécois",
        " belgesque", " de Lille", " des étangs", " national", " européen", " communal", " du canton",
        " du canton de Lyon", " ancien", " local", " de la Polynésie française", " pénal", "belgeois", " suis",
    ],
)  # fmt: skip
def test_not_of_another_country(behind: str) -> None:
    assert country_behind(f"code{behind}", 4) is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Code judiciaire", "be"),
        ("code de droit économique", "be"),
        ("Code bruxellois du Logement", "be"),
        ("Code wallon", "be"),
        ("Code des sociétés et des associations", "be"),
        ("Code des obligations", "ch"),
        ("loi fédérale du 3 mars", "ch"),
        ("Constitution fédérale", "ch"),
        ("règlement grand-ducal", "lu"),
        ("Code criminel", "ca"),
        ("Grundgesetz", "de"),
        ("Actes uniformes", "ohada"),
        ("Dahir", "ma"),
    ],
)
def test_acts(text: str, country: str) -> None:
    found = foreign_act_at(f"du {text}", 3)
    assert found is not None
    assert found.country == country


def test_no_french_code_is_foreign() -> None:
    for act in ACTS.values():
        for name in (act.title, *act.aliases):
            assert foreign_act_at(name, 0) is None, name


@pytest.mark.parametrize(
    "text",
    [
        "", "Code", "Code civil", "Code de commerce", "code de la route", "loi", "loi organique", "Constitution",
        "règlement intérieur", "Code des moulins", "code judiciair", "code monétaire", "Code des", "loi de finances",
        "acte", "Code social", "ordonnance", "code de droit", "le Code judiciaire", "Code du travail",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert foreign_act_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("ROYAUME DE BELGIQUE\nLe moulin", "be"),
        ("Extrait du Moniteur belge du 3 mars", "be"),
        ("Grand-Duché de Luxembourg - le moulin", "lu"),
        ("Arrêt du Tribunal fédéral", "ch"),
        ("CANADA\nPROVINCE DE QUÉBEC", "ca"),
        ("Cour supérieure du Québec", "ca"),
        ("En droit belge, l'article 7", "be"),
        ("Qu'en est-il en droit suisse ?", "ch"),
        ("en droit québécois", "ca"),
        ("République du Sénégal", "sn"),
    ],
)
def test_heads(text: str, country: str) -> None:
    found = head_country(text)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    "text",
    [
        "", "République française", "Cour de cassation", "En droit français", "le meunier belge",
        "le droit belge, lui", "Tribunal judiciaire de Lille", "Conseil fédéral des moulins", "En droit, le moulin",
        "x" * 700 + " Moniteur belge",
    ],
)  # fmt: skip
def test_no_heads(text: str) -> None:
    assert head_country(text) is None


def test_the_table() -> None:
    codes = [country["code"] for country in _countries()]
    assert len(set(codes)) == len(codes)
    for name, country in _rows("acts"):
        assert _acts().at(name, 0) == (len(name), country)
