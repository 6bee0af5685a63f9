"""``cpp-corpus refs``: what is read, and what is shown of it."""

from __future__ import annotations

import io
import json
import sys
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import pytest
from rich.console import Console
from rich.text import Text
from typer.testing import CliRunner

from cpp_corpus import find_references
from cpp_corpus.cli import app, refs_view
from cpp_corpus.limits import MOST
from cpp_corpus.normalizer.recognize.explain import explain

TEXT = "Vu\r\nles articles 63 et 77 du code de procédure pénale ;\nvu l'article 5 du cahier des charges."

runner = CliRunner()


def run(*args: str | Path, stdin: str | bytes | None = None) -> tuple[int, str, str]:
    result = runner.invoke(app, ["refs", *map(str, args)], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def shown(text: str, *, why: bool = False, width: int = 120, wide: bool = True) -> str:
    explained = explain(text) if why else []
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", width=width, highlight=False)
    for part in refs_view.rendered(text, find_references(text), explained, wide=wide):
        console.print(part)
    return out.getvalue()


def test_lines() -> None:
    status, out, err = run("-", stdin="l'article 7, 3°, du code civil")
    assert (status, err) == (0, "")
    assert out.split("\n")[0].split("\t") == ["10-11", "7", "article", "code-civil 7 3°", "refers_to", "explicit"]


def test_lines_of_what_is_not_known() -> None:
    _, out, _ = run("-", "--act", "code-penal", stdin="l'article précédent, l'article 5 du traité, le titre II")
    assert [line.split("\t")[3] for line in out.splitlines()] == ["code-penal ?", "? 5", "code-penal titre.ii"]


def test_explain() -> None:
    status, out, _ = run(
        "-", "-e", stdin="l'article 7 du code civil ; l'article 9 du même code ; l'article 5 du traité"
    )
    assert status == 0
    assert "\trule: article (act: code), from «article 7 du code civil»\n" in out
    assert "\tact: the same as «code civil», named before\n" in out
    assert "\tunresolved: no act of that nature is named before" in out


def test_json() -> None:
    _, out, _ = run("-", "--json", stdin="l'article 7 du code civil")
    assert "explanation" not in json.loads(out)
    _, out, _ = run("-", "--json", "--explain", stdin="l'article 7 du code civil")
    line = json.loads(out)
    assert (line["act"], line["article"], line["text"]) == ("code-civil", "7", "7")
    assert line["explanation"]["rule"] == "article"


@pytest.mark.parametrize("act", ["code-penal", "Code pénal", "C. pén."])
def test_the_act_that_speaks(act: str) -> None:
    _, out, _ = run("-", "--json", "--act", act, "--article", "R. * 610-5", stdin="le premier alinéa")
    assert (json.loads(out)["act"], json.loads(out)["article"]) == ("code-penal", "r610-5")


def test_an_act_that_no_list_has() -> None:
    _, out, _ = run("-", "--json", "--act", "loi:2019-222", stdin="l'article 5")
    assert json.loads(out)["act"] == "loi:2019-222"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--act", "sport nautique"], "no act is known as 'sport nautique'"),
        (["--act", "CPCE"], "'CPCE' may mean code-des-postes-et-des-communications-electroniques or"),
        (["--article", "beau temps"], "not an article number: 'beau temps'"),
    ],
)
def test_a_speaker_that_is_none(args: list[str], said: str) -> None:
    status, out, err = run("-", *args, stdin="l'article 5")
    assert (status, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("l'été, article 3".encode("cp1252"), "is not UTF-8; read as Windows-1252"),
        ("\ufeffl'été, article 3".encode(), ""),
        ("l'été, article 3".encode("utf-16"), ""),
        ("l'été, l'hiver, ".encode() + b"\xff article 3", "read as utf-8, with 1 damaged place"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "text"
    path.write_bytes(data)
    status, out, err = run(path, "--json")
    assert status == 0
    line = json.loads(out)
    assert line["article"] == "3"
    assert said in err
    assert err.count("\n") == bool(said)


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"PK\x03\x04", b"\0\1\2" * 50])
def test_what_is_no_text(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd"
    path.write_bytes(data)
    status, out, err = run(path)
    assert (status, out) == (1, "")
    assert err.startswith(f"cpp-corpus: {path}: is ")
    assert run("-", stdin=data)[2].startswith("cpp-corpus: standard input: is ")


def message(encoding: str) -> bytes:
    """An e-mail message that cites an article, with its words in an encoding."""
    made = EmailMessage()
    made["From"], made["Subject"] = "a@law.example", "Avis"
    made.set_content("Vu l'article 7 du code civil, arrêté", cte=encoding)
    return bytes(made)


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("options", [[], ["--to", "jsonl"]])
def test_messages_whose_words_are_encoded_are_refused(tmp_path: Path, encoding: str, options: list[str]) -> None:
    file = tmp_path / "avis.eml"
    file.write_bytes(message(encoding))
    status, out, err = run(file, *options)
    assert (status, out) == (1, "")
    assert err.startswith(f"cpp-corpus: {file}: is an e-mail message. Save its words as text")
    _, out, err = run("-", stdin=message(encoding))
    assert (out, err.partition(". ")[0]) == ("", "cpp-corpus: standard input: is an e-mail message")


def test_messages_whose_words_are_text_are_read(tmp_path: Path) -> None:
    file = tmp_path / "avis.eml"
    file.write_bytes(message("8bit"))
    assert run(file)[1].split("\t")[3] == "code-civil 7"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path, "a\0b"):
        status, out, err = run(path)
        assert (status, out) == (1, "")
        assert err.count("\n") == 1


def test_a_damaged_archive_is_told_also_beside_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("l'article 7 du code civil", "utf-8")
    with ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("b.txt", "l'article 9 du code civil " * 50)
    whole = (tmp_path / "b.zip").read_bytes()
    (tmp_path / "b.zip").write_bytes(whole[: len(whole) // 2])
    status, out, err = run(tmp_path)
    assert (status, out.count("\n")) == (0, 1)
    assert "b.zip: is the rest of a damaged archive" in err
    status, out, err = run(tmp_path / "b.zip")
    assert (status, out) == (1, "")
    assert err.startswith(f"cpp-corpus: {tmp_path / 'b.zip'}: is the rest of a damaged archive")


@pytest.mark.parametrize(("name", "module"), [("a.tar.zst", "zstandard"), ("a.pdf", "pypdfium2")])
def test_a_missing_extra_is_told_with_what_to_install(
    name: str, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"\x28\xb5\x2f\xfd" + bytes(40) if module == "zstandard" else b"%PDF-1.4\n")
    (tmp_path / "b.txt").write_text("l'article 7 du code civil", "utf-8")
    for path in (tmp_path / name, tmp_path):
        err = run(path)[2]
        assert err.count("\n") == 1
        assert f"Install it: `pip install '{module}" in err


def test_nothing_to_find() -> None:
    assert run("-", stdin="") == (0, "", "")
    assert "no reference" in shown("Il fait beau.")


def test_a_terminal_shows_the_text_in_colour() -> None:
    out = shown(TEXT)
    assert "les articles \x1b[1;32m63\x1b[0m" in out
    assert " et \x1b[1;32m77\x1b[0m du code" in out
    assert "\r" not in out
    for cell in ("code-de-procedure-penale 77", "\x1b[31m? 5", "explicit"):
        assert cell in out


def test_a_narrow_terminal_has_a_column_less() -> None:
    assert "explicit" not in shown(TEXT, width=80, wide=False)


def test_a_terminal_shows_why() -> None:
    out = shown(TEXT, why=True)
    assert "the act" not in out.split("Vu")[0]
    assert "named in full here, «code de procédure pénale»" in out
    assert "unresolved" in out


def test_a_terminal_is_not_steered_by_the_text() -> None:
    text = "\x1b[2J\x07 l'article\x0b5 \x9b1m"
    assert "\x1b[2J" not in shown(text)
    assert "\x9b" not in shown(text)
    assert "\x07" not in shown(text)
    assert "\x0b" not in shown(text, why=True)


def test_square_brackets_are_no_markup() -> None:
    assert "[bold]" in shown("[bold]l'article 5[/nothing]")


def test_lines_are_counted() -> None:
    rows = [Text.from_ansi(row).plain.split() for row in shown(TEXT).splitlines()[-3:]]
    assert [row[:2] for row in rows] == [["2", "63"], ["2", "77"], ["3", "5"]]


# --- Folders and formats ---------------------------------------------------------------------------------------------

SPEECH = "Vu l'article 7 du code civil & la loi n° 2030-12,"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Plain texts, an article page, and what is no text."""
    made = tmp_path / "texts"
    (made / "deep").mkdir(parents=True)
    (made / "a.txt").write_text(SPEECH, "utf-8")
    (made / "deep" / "b.md").write_text("le code pénal", "utf-8")
    (made / "l212-8.md").write_bytes(PAGE.read_bytes())
    for number in range(3):
        (made / f"{number}.pdf").write_bytes(b"%PDF-1.7 x")
    return made


PAGE = Path("fixtures/pages/l212-8.txt")


def test_a_folder_is_read(folder: Path) -> None:
    (folder / "l212-8.md").unlink()
    status, out, err = run(folder)
    assert status == 0
    assert [line.split("\t")[::2] for line in out.splitlines()] == [
        [str(folder / "a.txt"), "7", "code-civil 7", "explicit"],
        [str(folder / "a.txt"), "loi n° 2030-12", "loi:2030-12", "explicit"],
        [str(folder / "deep" / "b.md"), "code pénal", "code-penal", "explicit"],
    ]
    assert err == f"cpp-corpus: 3 files .pdf, the first {folder}/0.pdf: is a PDF file that cannot be opened\n"


def test_the_results_are_the_same_for_any_number_of_jobs(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"l'article {number} du code civil", "utf-8")
    alone = run(tmp_path, "--jobs", "1")
    assert alone[1].count("\n") == 40
    assert run(tmp_path, "--jobs", "2") == alone


def test_articles_say_their_act() -> None:
    page = Path("fixtures/mirror/code-des-moulins-et-des-horloges/partie-legislative")
    status, out, err = run(page, "--json", "--jobs", "1")
    assert (status, err) == (0, "")
    lines = [json.loads(line) for line in out.splitlines()]
    assert all(line["source_id"].startswith("code-des-moulins-et-des-horloges/") for line in lines)
    assert any(line["via"] == "default" and line["act"] == "code-des-moulins-et-des-horloges" for line in lines)
    assert any(line["note"] is not None for line in lines)
    _, explained, _ = run(page, "--json", "--explain", "--jobs", "1")
    without = [
        {name: value for name, value in json.loads(line).items() if name != "explanation"}
        for line in explained.splitlines()
    ]
    assert without == lines


def test_standard_input_may_be_of_any_format() -> None:
    _, out, _ = run("-", "--json", stdin=PAGE.read_bytes())
    lines = [json.loads(line) for line in out.splitlines()]
    assert lines
    assert all(line["path"] == "-" and line["source_id"].endswith("/l212-8") for line in lines)


# --- --to ------------------------------------------------------------------------------------------------------------


def test_html_and_markdown() -> None:
    status, out, err = run("-", "--to", "markdown", "--href", "/{act}/{article}", "--href", "/{act}", stdin=SPEECH)
    assert (status, err) == (0, "")
    assert "Vu l'article [7](/code-civil/7) du code civil \\& la [loi n° 2030-12](/loi%3A2030-12)," in out
    _, out, _ = run("-", "--to", "html", "--href", "legifrance", stdin=SPEECH)
    assert 'href="https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT' in out
    assert "</html>" in out


def test_files(tmp_path: Path, folder: Path) -> None:
    status, out, err = run(folder, "--to", "brat", "-o", tmp_path / "gold")
    assert (status, out) == (0, "")
    assert f"cpp-corpus: {tmp_path}/gold: 3 texts, " in err
    assert "3 files .pdf" in err
    assert len(list((tmp_path / "gold").glob("*.ann"))) == 3
    status, _, err = run(folder, "--to", "brat", "-o", tmp_path / "gold")
    assert status == 1
    assert "is a folder with files in it" in err


def test_counts_of_what_was_changed() -> None:
    text = "les 1° et 2° de l'article 7 du code civil"
    assert run("-", "--to", "bio", stdin=text)[2] == "cpp-corpus: bio: 1 overlapping\n"


def test_nothing_to_write(tmp_path: Path) -> None:
    status, out, _ = run(tmp_path / "nowhere", "--to", "jsonl", "-o", tmp_path / "out.jsonl")
    assert (status, out) == (1, "")
    assert list(tmp_path.iterdir()) == []


PAGE_WITH_SCRIPTS = """<html><head><title>L'article 3 du code civil</title></head><body>
<style>/* l'article 4 du code civil */</style><SCRIPT>var x = "l'article 5 du code civil";</SCRIPT>
<!-- l'article 6 du code civil -->
<p>Vu l'article <a href="x">7</a> du <b>code civil</b>, <!-- l'article 8 --> et l'article 9 du même code.</p>
"""


@pytest.mark.parametrize("options", [[], ["--explain"]])
def test_what_no_reader_of_a_page_sees_is_not_read(options: list[str]) -> None:
    """And positions are those in the file."""
    status, out, err = run("-", "--json", *options, stdin=PAGE_WITH_SCRIPTS)
    lines = [json.loads(line) for line in out.splitlines()]
    assert (status, err, [line["article"] for line in lines]) == (0, "", ["7", "9"])
    assert [PAGE_WITH_SCRIPTS[line["start"] : line["end"]] for line in lines] == ["7", "9"]
    start, end = lines[1]["antecedent"]
    assert PAGE_WITH_SCRIPTS[start:end].startswith("code civil")
    for line in lines if options else ():
        start, end = line["explanation"]["span"]
        assert line["start"] >= start > PAGE_WITH_SCRIPTS.index("<p>")
        assert line["end"] <= end


def test_a_page_is_written_as_it_is() -> None:
    _, out, _ = run("-", "--to", "jsonl", stdin=PAGE_WITH_SCRIPTS)
    written = json.loads(out)
    assert written["text"] == PAGE_WITH_SCRIPTS
    assert len(written["references"]) == 2


@pytest.mark.parametrize("text", ["<p>1 <!-- l'article 7 du code civil</p>", "<script>l'article 7 du code civil <b>"])
def test_comments_that_do_not_end_are_text(text: str) -> None:
    assert run("-", stdin=text)[1].split("\t")[3] == "code-civil 7"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--to", "docx"], "there is no format 'docx'; there are: jsonl, html, markdown, brat"),
        (["--to", "brat"], "brat writes a folder of files; name it with --out"),
        (["--to", "html", "--json"], "goes without --json and --explain"),
        (["--out", "x"], "goes with --to"),
        (["--href", "/{act}"], "goes with --to"),
    ],
)
def test_options_that_do_not_go_together(args: list[str], said: str) -> None:
    status, out, err = run("-", *args, stdin=SPEECH)
    assert (status, out) == (2, "")
    assert said in " ".join(err.replace("│", " ").split())


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("/{acte}", "no field {acte}"),
        ("/{", "cannot be read"),
        ("javascript:x", "begins with 'javascript'"),
        ("{act}:x", "begins with '{act}'"),
    ],
)
@pytest.mark.parametrize("form", ["markdown", "html"])
def test_links_that_are_refused_before_anything_is_written(pattern: str, said: str, form: str) -> None:
    for text in (SPEECH, ""):
        status, out, err = run("-", "--to", form, "--href", pattern, stdin=text)
        assert (status, out) == (2, "")
        assert said in " ".join(err.replace("│", " ").split())
        assert "--href" in err


@pytest.mark.parametrize(("count", "said"), [(1, "1 text, 1 reference"), (2, "2 texts, 2 references")])
def test_counts_have_their_noun(tmp_path: Path, count: int, said: str) -> None:
    names = [tmp_path / f"{at}.txt" for at in range(count)]
    for name in names:
        name.write_text("l'article 7 du code civil", encoding="utf-8")
    _, _, err = run(*names, "--to", "jsonl", "-o", tmp_path / "out.jsonl")
    assert err == f"cpp-corpus: {tmp_path}/out.jsonl: {said}\n"


@pytest.mark.parametrize(
    "text",
    [
        "Article 3\n\nLe vent est régi par l'article 7 du code civil.\n",
        "Code des nuages\nVersions\nLiens relatifs\nVersions\nSelon l'article 7 du code civil.\n",
    ],
)
def test_a_text_without_certain_articles_is_plain_text(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    status, out, _ = run(tmp_path / "a.txt")
    assert status == 0
    assert "code-civil 7" in out


def test_office_documents_without_articles(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Vu l'article 9 du code civil, le vent est tombé.")
    document.save(tmp_path / "decision.docx")
    status, out, err = run(tmp_path / "decision.docx")
    assert (status, err) == (0, "")
    assert [line.split("\t")[3] for line in out.splitlines()] == ["code-civil 9"]


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/1.txt").write_text("l'article 7 du code civil")
    (tmp_path / "in/2.txt").symlink_to("1.txt")
    (tmp_path / "l").symlink_to("in")
    places: list[str | Path] = [
        tmp_path / "in/1.txt",
        tmp_path / "l/1.txt",
        tmp_path / "in",
        tmp_path / "l",
        f"{tmp_path}/in/../in/1.txt",
    ]
    for given in (places, places[::-1], places[2:]):
        status, out, err = run(*given)
        assert (status, err) == (0, "")
        assert [line.split("\t")[0] for line in out.splitlines()] == [str(tmp_path / "in/1.txt")]


def test_a_limit_that_is_none() -> None:
    status, _, err = run("-", "--limit", "foo=1", stdin="x")
    assert status == 2
    assert "there is no limit 'foo'; there are: entries, " in err
    for given in ("lines=x", "lines=0", "lines=", "lines=000", "lines=٣", "lines=+1", "lines=1_0", f"lines={1 << 63}"):
        status, _, err = run("-", "--limit", given, stdin="x")
        assert (status, f"'{given}': a whole number from 1 to {MOST}" in err) == (2, True)
    status, _, err = run("-", "--limit", "lines=" + "9" * 5000, stdin="x")
    assert (status, "…" in err, len(err) < 1000) == (2, True, True)
    assert run("-", "--limit", f"lines=0{MOST}", stdin="x")[0] == 0
