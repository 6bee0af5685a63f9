"""The docs site: Sphinx, with pages in Markdown, and pages that are made from the code when it is built."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "cpp-corpus"
author = "The cpp-corpus developers"
copyright = f"2026, {author}"  # noqa: A001 - the name that Sphinx reads
release = metadata.version("cpp-corpus")

extensions = ["made_pages", "myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton"]
exclude_patterns = ["_ext", "_site"]

html_theme = "furo"
html_title = f"cpp-corpus {release}"
html_show_sourcelink = False
html_copy_source = False

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 4

autodoc_class_signature = "mixed"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True, "exclude-members": "model_config"}
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
