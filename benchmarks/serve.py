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
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from urllib.parse import urlencode

import orjson

import cpp_corpus

_PARTS = ("", ", al. 2", ", 1°", ", II", ", al. 40")
_BATCH = 50
_NONSENSE = (
    b"GET /verify HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /verify?text=%FF%FE&at=never HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /find?citation=%00%00&limit=-1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"DELETE /verify HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"POST /verify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{\"text\":[",
    b"POST /verify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nnull",
    b"POST /verify HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}",
    b"POST /search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"query\": 1}",
    b"POST /article HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
    b"GET /article?article=" + b"1-" * 9_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
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
    chance = random.Random(0)
    for _ in range(count):
        text = chance.choice(citations) + chance.choice(_PARTS)
        yield b"GET /verify?" + urlencode({"text": text}).encode() + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"


def batches_of(citations: Sequence[str], count: int) -> Iterator[bytes]:
    """Questions by POST, each about many citations."""
    chance = random.Random(1)
    for _ in range(count):
        body = orjson.dumps({"text": "\n".join(chance.choices(citations, k=_BATCH))})
        head = f"POST /verify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        yield f"{head}\r\n\r\n".encode() + body


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


def measured(name: str, server: int, load: Callable[[], Load], each: int = 1) -> None:
    """Run a load and print what it showed."""
    before = cpu(server)
    seen = load()
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
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            line = server.stderr.readline() if server.stderr else ""
            port = int(line.rpartition("/ (")[0].rpartition(":")[2])
            print(line.strip(), f"{memory(server.pid):.0f} MB")
            pid, clients = server.pid, options.clients
            for turn in range(1, 11):
                wanted = requests_of(citations, options.requests // 10)
                measured(f"verify, {turn} of 10", pid, lambda wanted=wanted: asyncio.run(asked(port, wanted, clients)))
            wanted = batches_of(citations, max(options.requests // 200, 10))
            measured(f"verify by {_BATCH}", pid, lambda: asyncio.run(asked(port, wanted, clients)), _BATCH)
            nonsense = iter(_NONSENSE * max(options.requests // 1000, 1))
            measured("nonsense", pid, lambda: asyncio.run(asked(port, nonsense, clients, close=True)), 0)
            print(f"peak {memory(pid, 'VmHWM'):.0f} MB")
        finally:
            server.terminate()
    print(f"ended with {server.returncode}")


if __name__ == "__main__":
    main()
