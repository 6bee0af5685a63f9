#!/usr/bin/env bash
# networkx 3.6.1: write_graphml writes the key of an edge of a multigraph as the id of the edge. The keys that networkx
# itself gives count from 0 for each pair of nodes, so edges of different pairs have one id; GraphML asks that ids are
# unique, and other readers refuse the file or lose edges. Hence `ArticleGraph.to_networkx` numbers the edges itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check networkx==3.6.1

cat >write.py <<'PYTHON'
import io
from xml.etree import ElementTree

import networkx

graph = networkx.MultiDiGraph()
graph.add_edges_from([("a", "b"), ("a", "b"), ("b", "c")])
written = io.BytesIO()
networkx.write_graphml(graph, written)
root = ElementTree.fromstring(written.getvalue())
print(" ".join(edge.get("id") for edge in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")))
PYTHON

seen="0 1 0"
got=$(venv/bin/python write.py)
echo "networkx 3.6.1, ids of three edges: $got"
[ "$got" = "$seen" ] || { echo "they were: $seen" >&2; exit 1; }
