"""Cuts a text into the words that are looked up; the browser's script cuts what is typed in the same way."""

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f]")


def tokens(text: str) -> list[str]:
    """Give the words of a text in small Latin letters and digits, without accents and apostrophes."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['\u2019]", "", plain)).split()
