#!/bin/sh
# Expected: a graph of citations that rustworkx writes as GraphML is read by networkx with the fields that it had.
# What happens: rustworkx counts the keys of nodes and those of edges from d1 each, so that ids repeat in the file;
# networkx keeps one key an id, the last. An article's number arrives under "relation", its state under "via": the
# values are right, their names wrong, and nothing is raised. rustworkx reads its own file well, so a round trip does
# not show it.
# For French law: write GraphML through networkx, and read each file that you hand on with a second library.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rustworkx==0.18.1 networkx==3.6.1

venv/bin/python - <<'PY'
import sys

import networkx as nx
import rustworkx as rx

graph = rx.PyDiGraph()
source = graph.add_node({"number": "706-73", "state": "in_force"})
target = graph.add_node({"number": "63-4-1", "state": "repealed"})
graph.add_edge(source, target, {"relation": "refers_to", "via": "explicit"})
rx.digraph_write_graphml(graph, "articles.graphml")

own = rx.read_graphml("articles.graphml")[0].nodes()[0]
other = nx.read_graphml("articles.graphml").nodes["n0"]
print("rustworkx", rx.__version__, "to networkx", nx.__version__)
print("  written:           ", graph[source])
print("  read by rustworkx: ", own)
print("  read by networkx:  ", other)
if own.get("number") != "706-73" or other != {"relation": "706-73", "via": "in_force"}:
    sys.exit("changed: networkx no longer reads the fields of rustworkx's articles under the names of its references")
PY
