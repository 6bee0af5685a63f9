"""References in any text: found in many texts, written back into them, exported, and measured.

``text`` has the class of a text with its references. ``find`` detects references in many texts; ``links`` makes the
addresses of targets; there is one module for each format, and ``formats`` has the table of them; ``evaluate`` compares
detected references with labelled ones.
"""
