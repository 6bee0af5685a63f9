"""Fuzzing: changed inputs for every reader, ``python -m fuzz`` (docs/quality.md)."""
