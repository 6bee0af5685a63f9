"""The quality gate: what the recogniser finds, measured, against floors that only rise. ``python -m quality``."""
