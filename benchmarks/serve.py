"""How many questions the HTTP server answers in a second, what memory it takes, and what it does with nonsense.

python benchmarks/serve.py OUT [--requests N] [--clients N]: OUT is the folder that normalize wrote. The clients are
connections of one process on the same machine, so they share its cores with the server.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Coroutine, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple
from urllib.parse import urlencode

import orjson

import cpp_corpus

_PARTS = ("", ", al. 2", ", 1°", ", II", ", al. 40")
_BATCH = 50
_HOST = b"HTTP/1.1\r\nHost: localhost\r\n"
_JSON = b"Content-Type: application/json\r\n"
_NONSENSE = (
    b"GET /verify %s\r\n" % _HOST,
    b"GET /verify?text=%%FF%%FE&at=never %s\r\n" % _HOST,
    b"GET /find?citation=%%00%%00&limit=-1 %s\r\n" % _HOST,
    b"DELETE /verify %s\r\n" % _HOST,
    b"POST /verify %s%sContent-Length: 9\r\n\r\n[[[[[[[[[" % (_HOST, _JSON),
    b"POST /verify %s%sContent-Length: 4\r\n\r\nnull" % (_HOST, _JSON),
    b"POST /verify %sContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}" % _HOST,
    b'POST /search %s%sContent-Length: 12\r\n\r\n{"query": 1}' % (_HOST, _JSON),
    b"POST /article %sContent-Length: -5\r\n\r\n" % _HOST,
    b"GET /article?article=%s %s\r\n" % (b"1-" * 9_000, _HOST),
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
)


class Load(NamedTuple):
    """What the clients saw."""

    seconds: float
    statuses: Counter[int]
    slowest: float


def requests_of(citations: Sequence[str], count: int) -> Iterator[bytes]:
    """Questions by GET, each about one citation with a part that the article may have."""
    chance = random.Random(0)  # noqa: S311 - no secret
    for _ in range(count):
        text = chance.choice(citations) + chance.choice(_PARTS)
        yield b"GET /verify?%s %s\r\n" % (urlencode({"text": text}).encode(), _HOST)


def batches_of(citations: Sequence[str], count: int) -> Iterator[bytes]:
    """Questions by POST, each about many citations."""
    chance = random.Random(1)  # noqa: S311
    for _ in range(count):
        body = orjson.dumps({"text": "\n".join(chance.choices(citations, k=_BATCH))})
        yield b"POST /verify %s%sContent-Length: %d\r\n\r\n%s" % (_HOST, _JSON, len(body), body)


async def asked(port: int, requests: Iterator[bytes], clients: int, *, close: bool = False) -> Load:
    """Send the requests over ``clients`` connections, each one after the answer to the one before."""
    statuses: Counter[int] = Counter()
    slowest = 0.0

    async def client() -> None:
        nonlocal slowest
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for request in requests:
            began = perf_counter()
            writer.write(request)
            status, ended = await response(reader)
            statuses[status] += 1
            slowest = max(slowest, perf_counter() - began)
            if close or ended:
                writer.close()
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()

    began = perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    return Load(perf_counter() - began, statuses, slowest)


async def response(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """The status of a response, 0 where there is none, and whether the connection ends with it."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return 0, True
    length = re.search(rb"content-length: ([0-9]+)", head, re.IGNORECASE)
    await reader.readexactly(int(length[1]) if length else 0)
    return int(head.split(b" ", 2)[1]), b"connection: close" in head.lower()


def memory(process: int, what: str = "VmRSS") -> float:
    """MB of memory of a process, on Linux."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(rf"{what}:\s+([0-9]+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def cpu(process: int) -> float:
    """Seconds of CPU that a process has used, on Linux."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def measured(name: str, server: int, load: Coroutine[Any, Any, Load], each: int = 1) -> None:
    """Run a load and print what it showed; a request is about ``each`` citations."""
    before = cpu(server)
    seen = asyncio.run(load)
    count = sum(seen.statuses.values())
    used = cpu(server) - before
    rate = count / seen.seconds
    print(
        f"{name}: {rate:,.0f} requests a second ({rate * each:,.0f} citations), "
        f"{count / used if used else 0:,.0f} a second of the server's CPU, slowest {seen.slowest * 1000:.0f} ms, "
        f"{dict(seen.statuses)}, {memory(server):.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--clients", type=int, default=8)
    options = parser.parse_args()
    corpus = cpp_corpus.open(options.out)
    step = max(len(corpus) // 5_000, 1)
    articles = (corpus.articles[at] for at in range(0, len(corpus), step))
    citations = [f"art. {a.number.running} du {cpp_corpus.act_title(a.act)}" for a in articles if a.number and a.act]
    command = [sys.executable, "-m", "cpp_corpus", "serve", str(options.out), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - ours
        try:
            line = server.stderr.readline() if server.stderr else ""
            port = int(line.rpartition("/ (")[0].rpartition(":")[2])
            print(line.strip(), f"{memory(server.pid):.0f} MB")
            pid, clients = server.pid, options.clients
            for turn in range(1, 11):
                wanted = requests_of(citations, options.requests // 10)
                measured(f"verify, {turn} of 10", pid, asked(port, wanted, clients))
            wanted = batches_of(citations, max(options.requests // 200, 10))
            measured(f"verify by {_BATCH}", pid, asked(port, wanted, clients), _BATCH)
            nonsense = iter(_NONSENSE * max(options.requests // 1000, 1))
            measured("nonsense", pid, asked(port, nonsense, clients, close=True), 0)
            print(f"peak {memory(pid, 'VmHWM'):.0f} MB")
        finally:
            server.terminate()
    print(f"ended with {server.returncode}")


if __name__ == "__main__":
    main()
