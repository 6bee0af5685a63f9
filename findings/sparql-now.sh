#!/bin/sh
# Expected: in SPARQL, "2999-01-01"^^xsd:date < NOW() does not hold: by the calendar it is false, and by the letter of
# the standard a type error, since NOW() is an xsd:dateTime.
# What happens: rdflib orders literals of different types by their type, and every xsd:date is less than NOW(). A
# query for articles that have ended also finds those that are in force until 2999, and one for articles in force
# finds none. No error, no warning.
# For French law: compare with STRDT(SUBSTR(STR(NOW()), 1, 10), xsd:date), or with a date written into the query.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0

venv/bin/python - <<'PY'
import sys

import rdflib

GRAPH = """
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:moulins:l811-2> eli:date_no_longer_in_force "2999-01-01"^^xsd:date .
<urn:moulins:l811-3> eli:date_no_longer_in_force "1990-06-30"^^xsd:date .
"""
QUERY = """
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?article WHERE { ?article eli:date_no_longer_in_force ?end FILTER(%s) } ORDER BY ?article
"""
graph = rdflib.Graph().parse(data=GRAPH, format="turtle")

def found(condition):
    return [str(row.article).rpartition(":")[2] for row in graph.query(QUERY % condition)]

print("rdflib", rdflib.__version__, "- l811-2 ends 2999-01-01, l811-3 ended 1990-06-30")
after, before = "?end > NOW()", "?end < NOW()"
by_date = "?end > STRDT(SUBSTR(STR(NOW()), 1, 10), xsd:date)"
for condition in (after, before, by_date):
    print(f"  FILTER({condition}): {found(condition)}")
if (found(after), found(before), found(by_date)) != ([], ["l811-2", "l811-3"], ["l811-2"]):
    sys.exit("changed: rdflib no longer finds 2999-01-01 to be before NOW()")
PY
