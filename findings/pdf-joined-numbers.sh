#!/bin/sh
# Expected: a converter that joins words which a hyphen parts at the end of a line joins letters: "pré-", "sence". A
# hyphen between two digits belongs to the number.
# What happens: pymupdf4llm, which makes Markdown of a PDF, takes that hyphen away too, and so does PyMuPDF where it is
# asked to (TEXT_DEHYPHENATE). L. 811-2 becomes L. 8112, and loi n° 2031-40 becomes loi n° 203140; both look like
# numbers, and only where a line happens to end. Numbers in the middle of a line stay right.
# For French law: take PDFs with PyMuPDF's get_text(), pypdfium2 or pypdf, which keep the hyphen and the line end.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pymupdf4llm==2.0 pymupdf==2.0 pymupdf_layout==2.0 pypdfium2==5.15.2

venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import pymupdf
import pymupdf4llm
import pypdfium2

LINES = (
    "Le meunier déclare ses sacs dans les conditions prévues à l'article L. 811-",
    "2 du code des sabliers. Le garde les compte selon l'article 706-73, en pré-",
    "sence du greffier, et l'article 12-4 de la loi n° 2031-",
    "40 du 3 mars 2031 s'applique à la vente.",
)
made = pymupdf.open()
page = made.new_page()
for at, line in enumerate(LINES):
    page.insert_text((72, 90 + 14 * at), line)
made.save("law.pdf")

texts = {
    f"pymupdf4llm {version('pymupdf4llm')} to_markdown": pymupdf4llm.to_markdown("law.pdf", use_ocr=False),
    f"pymupdf {version('pymupdf')} TEXT_DEHYPHENATE": made[0].get_text(flags=pymupdf.TEXT_DEHYPHENATE),
    f"pymupdf {version('pymupdf')} get_text": made[0].get_text(),
    f"pypdfium2 {version('pypdfium2')}": pypdfium2.PdfDocument("law.pdf")[0].get_textpage().get_text_range(),
}
joined = []
for name, text in texts.items():
    found = [number for number in ("L. 8112", "203140", "706-73", "12-4") if number in text]
    print(f"{name}: {', '.join(found)}")
    joined.append("L. 8112" in text and "203140" in text)
if joined != [True, True, False, False]:
    sys.exit("changed: the numbers that a line end parts are no longer joined by these two, or by others too")
PY
