#!/bin/sh
# Expected: odfpy's teletype.extractText gives the words of a paragraph, and a footnote apart or not at all.
# What happens: it gives the number of the note and the words of the note where the note is called, without any blank:
# "l'article 5", with note 1, becomes "l'article 51Voir …". 51 is a good number, and another article. Nothing is reported.
# For French law: walk the paragraph yourself, and set text:note aside; opinions and theses are full of notes.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check odfpy==1.4.1

venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

from odf import teletype
from odf.opendocument import OpenDocumentText, load
from odf.text import Note, NoteBody, NoteCitation, P

made = OpenDocumentText()
paragraph = P(text="Le garde invoque l'article 5")
note = Note(noteclass="footnote")
note.addElement(NoteCitation(text="1"))
body = NoteBody()
body.addElement(P(text="Voir le registre."))
note.addElement(body)
paragraph.addElement(note)
paragraph.addText(" du règlement du moulin.")
made.text.addElement(paragraph)
made.save("opinion.odt")

(read,) = load("opinion.odt").text.getElementsByType(P)[:1]
text = teletype.extractText(read)
print(f"odfpy {version('odfpy')}: {text}")
if "l'article 51Voir le registre. du règlement" not in text:
    sys.exit("changed: extractText no longer runs the call of a note into the number before it")
print("Article 5, which has note 1, has become article 51.")
PY
