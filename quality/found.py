"""A process of its own, so that two versions of the library can be asked the same: texts in, references out.

A line of the input is ``{"text", "act", "article"}``; a line of the output is the list of its references, each as
``[start, end, kind and target, via and relation]``.
"""

from __future__ import annotations

import json
import sys

from cpp_corpus import find_references

if __name__ == "__main__":
    for line in sys.stdin:
        sample = json.loads(line)
        found = find_references(sample["text"], act=sample["act"], article=sample["article"])
        rows = [[r.start, r.end, str(r), f"{r.via}, {r.relation}"] for r in found]
        sys.stdout.write(json.dumps(rows) + "\n")
