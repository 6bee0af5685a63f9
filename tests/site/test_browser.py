"""The static site in Chromium, opened from the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus import write_site

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

FIXTURES = Path(__file__).parents[2] / "fixtures"
AXE = Path(__file__).parent / "vendored" / "axe.min.js"
MILLS = "code-des-moulins-et-des-horloges"
VIEWS = (
    "#/",
    "#/codes",
    f"#/code/{MILLS}",
    f"#/article/{MILLS}/l112-1",
    f"#/article/{MILLS}/l112-1;II",
    f"#/article/{MILLS}/r113-1",
    "#/article/code-des-nuages/l1@2010-01-01",
    "#/search/meule",
    "#/findings",
    "#/search/article",
    "#/in/code-des-sabliers/article",
    "#/changes",
    "#/changes/code-des-nuages/2009-01-01/2011-01-01",
    "#/compare/code-des-nuages/l1@2001-01-01/l1@2010-01-01",
    "#/about",
    "#/nothing",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional mirror, and a code with two versions of an article and a hostile text."""
    folder = tmp_path_factory.mktemp("texts")
    shutil.copytree(FIXTURES / "mirror", folder, dirs_exist_ok=True)
    clouds = folder / "code-des-nuages"
    clouds.mkdir()
    hostile = (
        "&lt;script&gt;document.title = 'taken'&lt;/script&gt; &lt;img src=x onerror=\"document.title='taken'\"&gt;"
    )
    versions = [("MODIFIE", "2001-01-01", "2010-01-01", "vite"), ("VIGUEUR", "2010-01-01", "2999-01-01", "lentement")]
    for at, (state, begins, ends, word) in enumerate(versions):
        facts = f"Date de début: {begins}\nDate de fin: {ends}\nIdentifiant: LEGIARTI00000000900{at}\nÉtat: {state}"
        page = f"---\n{facts}\nNuméro: L1\n---\n\n# Article L1\n\nLe nuage passe {word}.\n"
        (clouds / f"article_l1_{at}.md").write_text(page, encoding="utf-8")
    middle = "II. - Le maire compte les gouttes de pluie.\n\n"
    for at, (ends, second, what) in enumerate((("2010-01-01", middle, "un nuage"), ("2999-01-01", "", "cette pluie"))):
        text = f"I. - Le nuage passe au-dessus de la plaine.\n\n{second}III. - Nul ne retient {what} sans raison.\n"
        facts = f"Date de début: {('2001', '2010')[at]}-01-01\nDate de fin: {ends}\nÉtat: {('MODIFIE', 'VIGUEUR')[at]}"
        page = f"---\n{facts}\nIdentifiant: LEGIARTI00000000950{at}\nNuméro: L3\n---\n\n# Article L3\n\n{text}"
        (clouds / f"article_l3_{at}.md").write_text(page, encoding="utf-8")
    (clouds / "l2.md").write_text(f"# Article L2\n\n<p>{hostile}</p>\n", encoding="utf-8")
    out = folder.with_name("site")
    write_site(cpp_corpus.load(folder), out, pages=True)
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        made = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


class Seen:
    """A page, what it has asked for, and what went wrong in it."""

    def __init__(self, browser: Any, site: Path, **settings: Any) -> None:
        self.context = browser.new_context(**settings)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self._site = site
        self.page.on(
            "console", lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, route: str) -> Any:
        address = f"file://{self._site}/index.html{route}"
        if self.page.url.startswith("file://"):
            self.page.evaluate("route => { location.hash = route }", route)
        else:
            self.page.goto(address)
        self.settled(route)
        return self.page

    def settled(self, route: str) -> None:
        self.page.wait_for_function(
            "route => decodeURIComponent(document.body.dataset.shown || '') === route", arg=route
        )

    def check(self) -> None:
        assert self.wrong == []
        assert [url for url in self.asked if not url.startswith(("file://", "data:"))] == []


@pytest.fixture
def seen(browser: Any, site: Path) -> Iterator[Seen]:
    made = Seen(browser, site, viewport={"width": 1100, "height": 900})
    yield made
    made.check()
    made.context.close()


def said(page: Any, selector: str) -> str:
    """The words of the first element of a selector, with plain spaces."""
    return str(page.locator(selector).first.inner_text()).replace("\u00a0", " ").replace("\u202f", " ")


def test_an_article_with_its_references(seen: Seen) -> None:
    page = seen.open(f"#/article/{MILLS}/l221-1")
    assert "Article L. 221-1" in said(page, "h1")
    assert page.locator("nav.path a").all_inner_texts()[:2] == [
        "Code des moulins et des horloges",
        "Partie législative",
    ]
    link = page.locator(".text a.ref", has_text="L. 111-1")
    link.hover()
    page.wait_for_selector("#card:not([hidden])")
    assert "2°, article L. 111-1" in said(page, "#card")
    assert "mentionne" in said(page, "#card") or "au sens" in said(page, "#card") or "défini par" in said(page, "#card")
    link.click()
    seen.settled(f"#/article/{MILLS}/l111-1;2°")
    assert page.locator("p.aimed").count() >= 1


def test_a_card_by_the_keyboard(seen: Seen) -> None:
    page = seen.open(f"#/article/{MILLS}/l121-3")
    page.locator(".text .ref.missing").first.focus()
    page.wait_for_selector("#card:not([hidden])")
    assert "n’est pas dans le recueil" in page.inner_text("#card")
    page.keyboard.press("Escape")
    assert page.locator("#card").is_hidden()


def test_the_card_of_a_division_has_its_first_articles(seen: Seen) -> None:
    page = seen.open(f"#/article/{MILLS}/l112-1")
    page.locator(".text a.ref", has_text="section 2").focus()
    page.wait_for_selector("#card:not([hidden])")
    assert "L. 112-3 à L. 112-6-1-A" in said(page, "#card")


def test_what_cites_one_part(seen: Seen) -> None:
    page = seen.open(f"#/article/{MILLS}/l112-1")
    assert page.locator(".groups li").count() == 2
    page.click("p[data-locator='II/2°'] .backs")
    assert page.locator(".groups li").count() == 1
    assert said(page, ".groups li") == "L. 112-6-1-A → 2° du II"
    assert page.evaluate("document.activeElement.id") == "part"


def test_the_reference_that_is_copied_has_the_part(seen: Seen) -> None:
    seen.context.grant_permissions(["clipboard-write", "clipboard-read"])
    page = seen.open(f"#/article/{MILLS}/l112-1;II/2°")
    page.click("text=Copier la référence")
    page.wait_for_selector("text=Copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "2° du II de l’article L. 112-1 du code des moulins et des horloges"


def test_the_articles_beside_it(seen: Seen) -> None:
    page = seen.open(f"#/article/{MILLS}/r113-1")
    names = [name.replace("\u00a0", " ") for name in page.locator(".siblings a").all_inner_texts()]
    assert names == ["R. 111-1", "R.* 112-3", "R. 112-4 bis", "R. 113-1"]
    assert said(page, ".siblings a[aria-current]") == "R. 113-1"
    assert "y prend une définition" in said(page, ".legend")


def test_a_search_in_one_act(seen: Seen) -> None:
    page = seen.open("#/search/article")
    several = page.locator(".hits li").count()
    page.select_option("#within", "code-des-sabliers")
    page.wait_for_function("() => document.body.dataset.shown.startsWith('#/in/code-des-sabliers/')")
    assert 0 < page.locator(".hits li").count() < several
    assert page.locator(".hits li > .quiet", has_text="Code des moulins").count() == 0
    assert page.input_value("#q") == "article"


def test_a_link_to_an_alinea_is_kept_when_it_is_loaded_anew(seen: Seen) -> None:
    page = seen.open(f"#/article/{MILLS}/l112-1;II")
    assert page.locator("p.aimed").count() == 4
    page.reload()
    page.wait_for_selector("p.aimed")
    assert page.locator("p.aimed").first.inner_text().endswith("La demande comporte :")


def test_the_keys(seen: Seen) -> None:
    page = seen.open(f"#/article/{MILLS}/l111-1")
    page.keyboard.press("j")
    page.wait_for_function("() => !location.hash.endsWith('/l111-1')")
    after = page.evaluate("location.hash")
    page.wait_for_timeout(150)
    page.keyboard.press("k")
    seen.settled(f"#/article/{MILLS}/l111-1")
    assert after != page.evaluate("location.hash")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("L. 112-1", "Article L. 112-1"),
        ("l112-1", "Article L. 112-1"),
        ("112-1", "Article L. 112-1"),
        ("art. L. 112-1 du code des moulins", "Article L. 112-1"),
        ("2 code des sabliers", "Article 2"),
        ("garde des vents", "Article L. "),
        ("meules", "Article "),
    ],
)
def test_search(seen: Seen, asked: str, first: str) -> None:
    page = seen.open("#/")
    page.fill("#q", asked)
    page.keyboard.press("Enter")
    seen.settled(f"#/search/{asked}")
    assert said(page, ".hits li a").startswith(first)
    assert int(page.evaluate("document.body.dataset.took")) <= 1000


def test_search_finds_what_the_library_finds(seen: Seen) -> None:
    page = seen.open("#/")
    corpus = cpp_corpus.load(FIXTURES / "mirror")
    for query in ("meule", "garde des vents", "l'horloger", "MOULINS", "L. 211-1", "sable", "introuvable"):
        found = page.evaluate("async (q) => (await SITE.byWords(q, 999)).found.length", query)
        words = corpus.search(query)
        assert found >= len(words)
        assert bool(found) == bool(words)


def test_a_number_that_has_another_letter_or_suffix_is_not_found(seen: Seen) -> None:
    page = seen.open("#/")
    assert page.evaluate("async () => (await SITE.byNumber('R. 112-1')).length") == 0
    assert page.evaluate("async () => (await SITE.byNumber('L. 112-1 du code civil')).length") == 0


def test_versions_on_a_time_line_and_their_difference(seen: Seen) -> None:
    page = seen.open("#/article/code-des-nuages/l1@2010-01-01")
    assert page.locator(".timeline li").count() == 2
    page.click("button.compare")
    page.wait_for_selector(".diff ins")
    assert page.inner_text(".diff del") == "vite"
    assert page.inner_text(".diff ins") == "lentement"
    page.locator(".timeline li:not(.here) a").click()
    page.wait_for_function("() => location.hash.includes('2001')")


def test_paragraphs_are_compared_with_those_that_are_like_them(seen: Seen) -> None:
    page = seen.open("#/compare/code-des-nuages/l3@2001-01-01/l3@2010-01-01")
    assert page.locator(".diff p").all_inner_texts() == [
        "I. - Le nuage passe au-dessus de la plaine.",
        "II. - Le maire compte les gouttes de pluie.",
        "III. - Nul ne retient uncette nuagepluie sans raison.",
    ]
    assert page.locator(".diff p > del:only-child").all_inner_texts() == ["II. - Le maire compte les gouttes de pluie."]


def test_a_version_that_another_replaces_is_not_repealed(seen: Seen) -> None:
    page = seen.open("#/article/code-des-nuages/l1@2001-01-01")
    assert said(page, "h1 .badge") == "modifié"
    assert page.locator(".timeline .quiet").all_inner_texts() == ["modifié", "en vigueur"]
    page.goto(page.url.split("index.html")[0] + "pages/index.html")
    page.click("text=Code des nuages")
    page.locator("li a", has_text="L1").first.click()
    assert said(page, "h1 .badge") == "modifié"


def test_the_neighbourhood_is_drawn(seen: Seen) -> None:
    page = seen.open(f"#/article/{MILLS}/l112-1")
    page.click("text=Dessiner le voisinage")
    page.wait_for_selector(".graph canvas")
    assert "à droite ce qu’il cite" in said(page, ".drawing")
    assert page.locator(".graph").bounding_box()["height"] >= 100


def test_the_tree_and_the_lists(seen: Seen) -> None:
    page = seen.open(f"#/code/{MILLS};partie-legislative/livre.i/titre.i/chapitre.ii/section.1")
    assert page.locator("details.aimed a", has_text="L. 112-1").is_visible()
    page = seen.open("#/changes")
    page.select_option("#of", label="Code des nuages")
    page.fill("#from", "2009-01-01")
    page.fill("#to", "2011-01-01")
    page.click("text=Montrer")
    page.wait_for_selector("text=Articles modifiés : 2")
    page.locator("li", has_text="L. 1").locator("text=comparer").click()
    page.wait_for_selector(".diff ins")
    page.reload()
    page.wait_for_selector(".diff ins")
    assert "vite" in page.inner_text(".diff del")
    page = seen.open("#/findings")
    page.locator("summary", has_text="Renvois à un article qui n’existe pas").click()
    assert "L. 112-5" in page.inner_text(".findings")


def test_hostile_texts_are_text(seen: Seen) -> None:
    page = seen.open("#/article/code-des-nuages/l2")
    assert "<script>document.title" in page.inner_text(".text")
    assert "taken" not in page.title()
    assert page.locator(".text img, .text script").count() == 0


def barriers(page: Any) -> list[list[str]]:
    """The serious and critical findings of axe on a page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations.map(v => [v.id, v.impact, v.nodes[0].html])")
    return [each for each in found if each[1] in ("serious", "critical")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_people_out(browser: Any, site: Path, scheme: str) -> None:
    """No serious or critical finding of axe on any view, in both colours."""
    seen = Seen(browser, site, color_scheme=scheme, bypass_csp=True)
    for route in VIEWS:
        page = seen.open(route)
        assert barriers(page) == [], route
    seen.context.close()


def test_pages_without_script_keep_nobody_out(browser: Any, site: Path) -> None:
    seen = Seen(browser, site, bypass_csp=True)
    for name in ("index.html", "texte-1.html", "1.html"):
        seen.page.goto(f"file://{site}/pages/{name}")
        seen.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = seen.page.evaluate(
            "async () => (await axe.run()).violations.map(v => [v.id, v.impact, v.nodes[0].html])"
        )
        assert [each for each in found if each[1] in ("serious", "critical")] == [], name
    seen.context.close()


def test_a_narrow_screen_does_not_scroll_sideways(browser: Any, site: Path) -> None:
    seen = Seen(browser, site, viewport={"width": 320, "height": 640})
    for route in VIEWS:
        page = seen.open(route)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, route
    seen.check()
    seen.context.close()


def test_dark_and_print(browser: Any, site: Path) -> None:
    seen = Seen(browser, site, color_scheme="dark")
    page = seen.open(f"#/article/{MILLS}/l112-1")
    background = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(background) == "rgb(25, 26, 28)"
    page.emulate_media(media="print")
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    assert page.locator(".top").is_hidden()
    seen.check()
    seen.context.close()


def test_a_file_that_is_missing_is_said(browser: Any, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    shutil.rmtree(tmp_path / "site" / "data" / "art")
    seen = Seen(browser, tmp_path / "site")
    page = seen.open(f"#/article/{MILLS}/l112-1")
    assert "n’ont pas pu être lues" in page.inner_text("main")
    assert page.inner_text("h1") == "Données illisibles"
    seen.context.close()
