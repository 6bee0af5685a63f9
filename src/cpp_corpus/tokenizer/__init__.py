"""The tokenizer: from documents to article records, with alinéas, markers, notes and tables."""

from cpp_corpus.tokenizer.headings import is_placeholder
from cpp_corpus.tokenizer.records import tokenize

__all__ = ["is_placeholder", "tokenize"]
