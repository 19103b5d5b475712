"""What is documented is what there is."""

import re

from massage_atlas.diagnostics import Code
from projects import ROOT

PAGE = (ROOT / "docs/reference/diagnostics.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"^### ([a-z0-9-]+)\n\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)


def test_every_code_has_one_section_and_every_section_a_code():
    """The reference has the codes in the order in which the program has them."""
    assert [code.value for code in Code] == [code for code, _ in SECTIONS]


def test_a_section_names_the_severity_and_the_meaning_that_the_program_has():
    """Each section begins with the severity and the sentence of its code."""
    assert [f"**{code.severity.value.capitalize()}.** {code.summary}" for code in Code] == [
        text.split("\n")[0] for _, text in SECTIONS
    ]


def test_a_section_shows_what_is_wrong_and_what_is_right():
    """A person who looks up a problem finds an explanation and two different examples."""
    for code, text in SECTIONS:
        wrong, right = re.findall(r"^(?:Wrong|Right):\n\n```[a-z]+\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)
        assert wrong != right, code
        assert len(text.split("\n\n")[1].split()) > 12, code


def test_the_reference_is_in_plain_words():
    """Authors are therapists."""
    assert [] == re.findall(
        r"(?i)\b(mapping|sequence of|scalar|NoneType|traceback|pydantic|parse[rd]?|tuple|dict)\b", PAGE
    )


def test_every_form_is_described():
    """The forms that `--format` takes are those of the reference."""
    from massage_atlas.diagnostics.drawing import FORMS

    assert list(FORMS) == re.findall(r"^\| `([a-z]+)` \|", PAGE, re.MULTILINE)
