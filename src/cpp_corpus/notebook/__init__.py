"""Records as HTML in notebooks (docs/notebook.md)."""
