"""How much a kind of study bears here: the surest a finding from it alone can be, and what it cannot show."""

from dataclasses import dataclass

from massage_atlas.records.vocabulary import Certainty, StudyKind


@dataclass(frozen=True)
class Weight:
    """What one kind of study can carry."""

    one: str
    """What one of them is called inside a sentence."""
    many: str
    """What several of them are called inside a sentence."""
    surest: Certainty
    """The highest certainty a finding can have that rests on these alone; a check holds it."""
    shows: str
    """What it can show, in plain words."""
    cannot: str
    """What it cannot show, in plain words."""

    @property
    def heading(self) -> str:
        """Give the name of all of them as a heading."""
        return self.many[:1].upper() + self.many[1:]

    def counted(self, number: int) -> str:
        """Write how many of them there are."""
        return f"{number:,} {self.one if number == 1 else self.many}"


WEIGHTS = {
    StudyKind.COCHRANE_REVIEW: Weight(
        "Cochrane review",
        "Cochrane reviews",
        Certainty.HIGH,
        "It shows what all fair tests of one question say together, good and bad ones alike. It also says how far to "
        "trust them.",
        "It cannot be better than the trials it gathers. When those are few or weak, its answer is unsure too. It can "
        "be years old.",
    ),
    StudyKind.SYSTEMATIC_REVIEW: Weight(
        "systematic review",
        "systematic reviews",
        Certainty.HIGH,
        "It shows what many studies of one question say together. Its plan says which studies count, so that nobody "
        "picks only the ones they like.",
        "It cannot mend weak trials by adding them up. When trials differ a lot, its average can mislead.",
    ),
    StudyKind.GUIDELINE: Weight(
        "guideline",
        "guidelines",
        Certainty.HIGH,
        "It shows what a group of experts advises after looking at the studies. It weighs good against harm, and it "
        "can warn where no trial would be right.",
        "It cannot show more than the studies it rests on. Groups in two countries can read the same studies "
        "in two ways.",
    ),
    StudyKind.RCT: Weight(
        "randomised trial",
        "randomised trials",
        Certainty.MODERATE,
        "It shows if one treatment did better than another. Chance decides who gets which, so the groups are alike.",
        "One trial cannot settle a question. People can feel if they are massaged, so hopes play a part. Rare harm "
        "does not show in a small group.",
    ),
    StudyKind.COHORT: Weight(
        "cohort study",
        "cohort studies",
        Certainty.LOW,
        "It shows what happens to many people over a long time, in everyday life.",
        "It cannot show that massage was the cause. People who choose massage differ from people who do not.",
    ),
    StudyKind.CASE_REVIEW: Weight(
        "case report or review of cases",
        "case reports or reviews of cases",
        Certainty.VERY_LOW,
        "It shows that something did happen to someone. For rare harm this is often all there is, and it is enough to "
        "warn.",
        "It cannot show how often that happens, or that massage helps. What goes well is rarely written down.",
    ),
    StudyKind.NARRATIVE_REVIEW: Weight(
        "overview or laboratory study",
        "overviews or laboratory studies",
        Certainty.VERY_LOW,
        "It shows how an expert sees a field, or what happens in a small test, such as blood flow in one arm.",
        "It cannot show that people get better. The writer chooses what to tell, and a test in a laboratory is not a "
        "visit.",
    ),
    StudyKind.AGENCY_PAGE: Weight(
        "public body's page",
        "public bodies' pages",
        Certainty.LOW,
        "It shows what a health service or a profession tells the public, mostly in plain words.",
        "It cannot show which studies stand behind each sentence. It can change without notice.",
    ),
}
"""Every kind of study with its weight, strongest first."""
