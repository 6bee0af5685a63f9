"""What XML can hold: text and attribute values, escaped."""

from __future__ import annotations

import re

__all__ = ["escaped", "quoted"]


def escaped(text: str) -> str:
    """Text as the content of an element; characters that XML cannot hold become U+FFFD.

    >>> escaped("le <code> & l'âge")
    "le &#60;code&#62; &#38; l'âge"
    """
    if _SPECIAL.search(text) is None:
        return text
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).translate(_ESCAPES)


def quoted(value: str) -> str:
    """Text as the value of an attribute, in its quotation marks.

    >>> quoted('« 1 » & "2"')
    '"« 1 » &#38; &#34;2&#34;"'
    """
    return f'"{escaped(value)}"'


# ---------------------------------------------------------------------------------------------------------------------

_ESCAPES = {ord(sign): f"&#{ord(sign)};" for sign in '&<>"\t\n\r'}
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what must be escaped or replaced
