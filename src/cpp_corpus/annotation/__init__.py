"""References in any text: found in many texts, written back into them, exported, and measured.

``text`` has what the others speak of, a text and its references. ``find`` finds them in many texts; ``links`` says
where a reference leads; one module for each format, and ``formats`` has the table of them; ``evaluate`` compares
references found with those that somebody wrote down.
"""
