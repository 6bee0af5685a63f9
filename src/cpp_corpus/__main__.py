"""``python -m cpp_corpus``: the command line."""

from cpp_corpus.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
