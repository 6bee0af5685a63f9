#!/usr/bin/env bash
# typer 0.12.5 with click 8.5.1, which its requirement (click>=8.0.0) admits: a command of an application whose callback
# has an eager flag is not run, prints nothing, and ends with status 0. typer 0.26 and later bring a click of their own.
# Hence `typer>=0.26` in pyproject.toml.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check typer==0.12.5 click==8.5.1

cat >app.py <<'PYTHON'
from typing import Annotated

import typer

app = typer.Typer()


def version(wanted: bool) -> None:
    if wanted:
        raise typer.Exit


@app.callback()
def callback(_: Annotated[bool, typer.Option("--version", callback=version, is_eager=True)] = False) -> None: ...


@app.command()
def greet(name: str) -> None:
    print("hello", name)


app()
PYTHON

seen="printed: '', status 0"
status=0
printed=$(venv/bin/python app.py greet world 2>/dev/null) || status=$?
got="printed: '$printed', status $status"
echo "typer 0.12.5, click 8.5.1: $got"
[ "$got" = "$seen" ] || { echo "it was: $seen" >&2; exit 1; }
