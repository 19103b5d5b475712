"""The registry: one line a kind of record, with its folder and the words for it."""

from dataclasses import dataclass

from massage_atlas.records.approach import Approach
from massage_atlas.records.base import Record
from massage_atlas.records.claim import Claim
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.reference import Reference
from massage_atlas.records.region import Region
from massage_atlas.records.structure import Structure
from massage_atlas.records.technique import Technique
from massage_atlas.records.term import Term


@dataclass(frozen=True)
class Kind:
    """A kind of record."""

    name: str
    """Its word in links and messages."""
    folder: str
    """Where its records lie, relative to the project's folder."""
    url: str
    """The first part of its pages' addresses."""
    label: str
    """What readers call one page of it."""
    plural: str
    """What readers call all of them."""
    model: type[Record]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("technique", "techniques", "techniques", "Technique", "Techniques", Technique),
        Kind("condition", "conditions", "conditions", "Health condition", "Conditions", Condition),
        Kind(
            "contraindication",
            "content/contraindications",
            "contraindications",
            "When not to",
            "When not to",
            Contraindication,
        ),
        Kind("approach", "content/approaches", "approaches", "Type of massage", "Types of massage", Approach),
        Kind("region", "content/regions", "regions", "Body area", "Body areas", Region),
        Kind(
            "structure",
            "content/structures",
            "structures",
            "Under the skin",
            "Muscles, nerves, vessels, joints",
            Structure,
        ),
        Kind("claim", "content/claims", "claims", "True or not?", "True or not?", Claim),
        Kind("term", "content/terms", "terms", "Word", "Words", Term),
        Kind("reference", "content/references", "references", "Source", "Sources", Reference),
    )
}
"""Every kind by its name, in the order pages list them."""
