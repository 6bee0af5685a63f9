#!/bin/sh
# Expected: the text of a page of the law is its headings and their words; where an article says no more than "Abrogé.",
# it says so.
# What happens: of a page on which each article is a heading and a paragraph, trafilatura keeps the paragraphs: none of
# the headings "Article 1" to "Article 8" is in the text or the Markdown. Of three articles that say "Abrogé." one is
# left. It reads as sound text, in which no article has its number. With each article as a point of a list, all are there.
# For French law: another converter for pages of headings and paragraphs, or a check that the numbers are there.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.6

venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import trafilatura

WORDS = (
    "Les ailes du moulin tournent au vent du nord, sauf les jours où le garde se repose.",
    "Abrogé.",
    "Le garde tient un registre des sacs de farine livrés à la commune.",
    "Abrogé.",
    "Un arrêté fixe le prix du sac.",
    "Abrogé.",
    "Le prix est affiché à la porte.",
    "Les ailes sont visitées chaque année par un charpentier agréé par le préfet du département.",
)

def page(article):
    body = "".join(article.format(n, words) for n, words in enumerate(WORDS, 1))
    return f"<html><body><h1>Code des moulins</h1>{body}</body></html>"

def counts(text):
    return sum(f"Article {n}" in text for n in range(1, 9)), text.count("Abrogé.")

headed = page("<h3>Article {}</h3><p>{}</p>")
listed = page("<ul><li><h3>Article {}</h3><div>{}</div></li></ul>")
print("trafilatura", version("trafilatura"))
seen = []
for name, html, form in (("txt", headed, "txt"), ("Markdown", headed, "markdown"), ("txt, points of a list", listed, "txt")):
    seen.append(counts(trafilatura.extract(html, output_format=form) or ""))
    print(f"  {name}: {seen[-1][0]} of 8 headings, {seen[-1][1]} of 3 repealed articles")
if seen != [(0, 1), (0, 1), (8, 3)]:
    sys.exit("changed: trafilatura no longer drops the headings of articles and all but one of those that are repealed")
PY
