"""What each relation is called, on the page that states it and on the page it leads to."""

from typing import NamedTuple


class Labels(NamedTuple):
    """The two names of one relation."""

    forward: str
    """The heading on the page whose record states it."""
    back: str
    """The heading on the page of the record it names."""


MENTION = "text"
"""The relation of a link inside a text."""

_CITED = Labels("Sources", "Cited by")

_LABELS = {
    ("technique", "regions"): Labels("Used only on", "Techniques used only here"),
    ("technique", "targets.structure"): Labels("Works on", "Techniques used on it"),
    ("technique", "sequence.after"): Labels("Usually comes after", "Usually comes before"),
    ("technique", "related"): Labels("Compare with", "Compare with"),
    ("condition", "regions"): Labels("Body areas", "What people have here"),
    ("condition", "structures"): Labels("What is involved", "Conditions that involve it"),
    ("condition", "techniques.technique"): Labels("Techniques used", "Used for"),
    ("condition", "benefits.techniques"): Labels("Studied with", "Studied for"),
    ("condition", "benefits.approaches"): Labels("Studied with", "Studied for"),
    ("condition", "fits.to.techniques"): Labels("Looked at with", "Looked at for"),
    ("condition", "red_flags"): Labels("When to get help", "Look out for it with"),
    ("condition", "related"): Labels("Compare with", "Compare with"),
    ("contraindication", "implied_by.fact"): Labels("Comes with", "Brings with it"),
    ("contraindication", "rules.with.fact"): Labels("Dangerous together with", "Dangerous together with"),
    ("contraindication", "rules.to.techniques"): Labels("Rules about these techniques", "Think twice if"),
    ("contraindication", "rules.unless.techniques"): Labels("Does not hold for", "Not stopped by"),
    ("contraindication", "rules.at"): Labels("Areas to leave alone", "Leave it alone with"),
    ("contraindication", "rules.unless.regions"): Labels("Does not hold on", "Not stopped here by"),
    ("contraindication", "fits.to.techniques"): Labels("Looked at with", "Looked at for"),
    ("contraindication", "structures"): Labels("What is in danger", "In danger with"),
    ("contraindication", "related"): Labels("Compare with", "Compare with"),
    ("approach", "conditions"): Labels("People book it for", "Types of massage people book"),
    ("approach", "plan.techniques"): Labels("Techniques used", "Part of"),
    ("approach", "plan.regions"): Labels("Body areas", "Worked on in"),
    ("approach", "related"): Labels("Compare with", "Compare with"),
    ("region", "parent"): Labels("Part of", "Smaller areas"),
    ("region", "endangerment.structure"): Labels("Touch with care", "Where to take care"),
    ("region", "first_check"): Labels("First, check", "Look out for it at"),
    ("structure", "regions"): Labels("Where it lies", "What lies here"),
    ("structure", "related"): Labels("Beside it", "Beside it"),
    ("claim", "about"): Labels("About", "What people say"),
    ("term", "see"): Labels("Read more", "Words to know"),
    ("term", "not_to_confuse.term"): Labels("Not to be confused with", "Not to be confused with"),
}


def labels(kind: str, relation: str) -> Labels:
    """Give the two names of a relation.

    Raises:
        KeyError: when the table has no line for it; a test holds that every link of every model has one.
    """
    if relation == MENTION:
        return Labels("Mentions", "Mentioned in")
    if relation.rpartition(".")[2] == "references":
        return _CITED
    return _LABELS[kind, relation]
