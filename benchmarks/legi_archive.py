"""What it costs to read an archive of LEGI: a ``.tar.gz`` of many small files, streamed through ``normalize``.

    python benchmarks/legi_archive.py [--files 200000] [--jobs 2] [--archive FILE]

Makes an archive of an invented code in the layout of the publisher (nine articles in ten, else lists of sections), or
takes the one at ``--archive``, made by an earlier run. Prints articles a second of wall clock and the memory: that of
the largest process, and the largest sum over all processes, measured ten times a second.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

_WORDS = (
    "Le meunier qui moud le grain tient un registre des vents, où il inscrit chaque matin la force et la direction.",
    "Lorsque la roue s'arrête, le garde en informe l'autorité du moulin, dans les conditions prévues à l'article {a}.",
    "Les dispositions des articles {a} et {b} ne sont pas applicables aux moulins à marée.",
    "Un arrêté du ministre chargé des horloges fixe les modalités d'application du présent article.",
    "Par dérogation au II de l'article {a}, le sablier peut être retourné une fois par jour.",
    "1° La meule dormante est posée sur un bâti de chêne ;",
    "2° La meule courante est rhabillée au moins une fois l'an ;",
    "3° Le blutoir est nettoyé dans les conditions du chapitre Ier du titre II.",
    "La loi n° {law} du 3 mai 2001 relative aux horloges est applicable à la garde des moulins.",
    "Le fait de moudre sans licence est puni de l'amende prévue à l'article {b} du code des sabliers.",
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def main() -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--archive", type=Path, help="where the archive is, or is to be made")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        archive = options.archive or Path(scratch) / "legi.tar.gz"
        if not archive.exists():
            _make(archive, options.files)
        out = Path(scratch) / "out"
        arguments = ["normalize", str(archive), "-o", str(out), "--jobs", str(options.jobs)]
        wall, largest, together, printed = _measured(arguments)
    print(printed.strip())
    articles = int(printed.split(" articles")[0].rsplit(maxsplit=1)[-1].replace(",", ""))
    print(f"\n{archive.stat().st_size / 1e6:.0f} MB packed" if options.archive else "")
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = spent.ru_utime + spent.ru_stime
    print("| articles | wall s | articles/s | CPU s | largest process MB | all processes MB |")
    print("|---|---|---|---|---|---|")
    memory = f"{largest / 1e6:.0f} | {together / 1e6:.0f}"
    print(f"| {articles} | {wall:.1f} | {articles / wall:.0f} | {cpu:.1f} | {memory} |")
    return 0


def _make(archive: Path, files: int) -> None:
    with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
        for name, text in _files(files):
            data = text.encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))


def _files(count: int) -> Iterator[tuple[str, str]]:
    chance = Random(11)  # noqa: S311 - texts, no secrets
    code = "legi/global/code_et_TNC_en_vigueur/code_en_vigueur/LEGI/TEXT/00/00/99/99/{0:02}/LEGITEXT0000999999{0:02}"
    for at in range(count):
        number = f"{at:09}"
        path = "/".join((number[:1], number[1:3], number[3:5], number[5:7]))
        folder = code.format(at * 20 // count)
        if at % 10:
            yield f"{folder}/article/LEGI/ARTI/{path}/LEGIARTI000{number}.xml", _article(at, count, chance)
        else:
            yield f"{folder}/section_ta/LEGI/SCTA/{path}/LEGISCTA000{number}.xml", _section(at)


def _number(at: int) -> str:
    return f"{'LRD'[at % 3]}{1 + at // 5000}{1 + at // 500 % 9}{1 + at // 50 % 9}-{1 + at % 50}"


def _article(at: int, count: int, chance: Random) -> str:
    act = f"LEGITEXT0000999999{at * 20 // count:02}"
    title = f"Code des moulins, tome {at * 20 // count + 1}"
    near = [_number(max(at + chance.randrange(-400, 400), 0)) for _ in range(2)]
    lines = (
        chance.choice(_WORDS).format(a=near[0], b=near[1], law=f"2001-{chance.randrange(1, 999)}")
        for _ in range(chance.randrange(2, 9))
    )
    links = "".join(
        f'<LIEN cidtexte="{act}" datesignatexte="2999-01-01" id="LEGIARTI000{chance.randrange(count):09}" '
        f'naturetexte="CODE" nortexte="" num="{each}" numtexte="" sens="{sens}" typelien="CITATION">'
        f"{title} - art. {each} (V)</LIEN>"
        for each in near
        for sens in ("source", "cible")
    )
    levels = ""
    for kind, rank in (("Section", at // 50 % 9), ("Chapitre", at // 500 % 9), ("Titre", at // 5000)):
        titled = f'<TITRE_TM debut="2000-01-01" fin="2999-01-01" id="LEGISCTA000{at // 50:09}">'
        levels = f"<TM>{titled}{kind} {rank + 1} : Des vents de la place {at // 50}</TITRE_TM>{levels}</TM>"
    return (
        f"{_HEAD}<ARTICLE>\n<META>\n<META_COMMUN>\n<ID>LEGIARTI000{at:09}</ID>\n<ANCIEN_ID/>\n<ORIGINE>LEGI</ORIGINE>\n"
        f"<URL>article/LEGI/ARTI/LEGIARTI000{at:09}.xml</URL>\n<NATURE>Article</NATURE>\n</META_COMMUN>\n<META_SPEC>\n"
        f"<META_ARTICLE>\n<NUM>{_number(at)}</NUM>\n<ETAT>VIGUEUR</ETAT>\n<DATE_DEBUT>2010-01-01</DATE_DEBUT>\n"
        "<DATE_FIN>2999-01-01</DATE_FIN>\n<TYPE>AUTONOME</TYPE>\n</META_ARTICLE>\n</META_SPEC>\n</META>\n<CONTEXTE>\n"
        f'<TEXTE autorite="" cid="{act}" date_publi="2999-01-01" date_signature="2999-01-01" ministere="" '
        f'nature="CODE" nor="" num="">\n<TITRE_TXT c_titre_court="{title}" debut="2000-01-01" fin="2999-01-01" '
        f'id_txt="{act}">{title}'
        f'</TITRE_TXT>\n{levels}\n</TEXTE>\n</CONTEXTE>\n<VERSIONS>\n<VERSION etat="VIGUEUR">\n'
        f'<LIEN_ART debut="2010-01-01" etat="VIGUEUR" fin="2999-01-01" id="LEGIARTI000{at:09}" num="{_number(at)}" '
        'origine="LEGI"/>\n</VERSION>\n</VERSIONS>\n<NOTA>\n<CONTENU/>\n</NOTA>\n<BLOC_TEXTUEL>\n<CONTENU>\n'
        + "".join(f"<p>{line}</p>\n" for line in lines)
        + f"</CONTENU>\n</BLOC_TEXTUEL>\n<LIENS>\n{links}\n</LIENS>\n</ARTICLE>\n"
    )


def _section(at: int) -> str:
    listed = "".join(
        f'<LIEN_ART debut="2010-01-01" etat="VIGUEUR" fin="2999-01-01" id="LEGIARTI000{each:09}" num="{_number(each)}" '
        'origine="LEGI"/>\n'
        for each in range(at + 1, at + 10)
    )
    return (
        f"{_HEAD}<SECTION_TA>\n<ID>LEGISCTA000{at:09}</ID>\n<TITRE_TA>Section {at}</TITRE_TA>\n<STRUCTURE_TA>\n{listed}"
        "</STRUCTURE_TA>\n</SECTION_TA>\n"
    )


def _measured(arguments: list[str]) -> tuple[float, int, int, str]:
    """Seconds, and bytes of the largest process and of all together, of a run of the command; what it prints."""
    start = time.perf_counter()
    program = "from cpp_corpus.cli import main; main()"
    run = subprocess.Popen(  # noqa: S603 - this program
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    largest = together = 0
    while run.poll() is None:
        held = [_resident(process) for process in _family(run.pid)]
        largest, together = max([largest, *held]), max(together, sum(held))
        time.sleep(0.1)
    printed, _ = run.communicate()
    return time.perf_counter() - start, largest, together, printed


def _family(process: int) -> list[int]:
    """A process and those that it started, on Linux."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
    except OSError:
        children = []
    return [process, *(each for child in children for each in _family(int(child)))]


def _resident(process: int) -> int:
    """Bytes of memory that a process has, of which those shared with others are counted for each."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text("utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
