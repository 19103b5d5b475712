"""What a technique's drawing shows, beyond what its attributes and its practice already say."""

from collections.abc import Mapping

from massage_atlas.records.base import Block
from massage_atlas.records.vocabulary import Motion, Tool, Vocabulary


class FigurePlace(Vocabulary):
    """The part of the body that a technique's drawing shows."""

    LEG = "leg", "a leg, seen from above", ""
    BACK = "back", "a back, seen from above", ""
    BELLY = "belly", "a belly, seen from above", ""
    BABY = "baby", "a baby, seen from above", ""
    TENDON = "tendon", "a tendon near a joint", ""
    SCAR = "scar", "a healed scar", ""
    SHOULDER = "shoulder", "a shoulder and arm", ""
    KNEE = "knee", "a knee, seen from the side", ""
    HIP = "hip", "a leg that is lifted at the hip", ""


class FigureContact(Vocabulary):
    """What touches the body in a technique's drawing."""

    PALM = "palm", "one flat hand", ""
    PALMS = "palms", "two flat hands", ""
    CROSSED = "crossed", "two crossed hands", ""
    RESTING = "resting", "one resting hand", "It moves with the body and does not slide."
    LIFTING = "lifting", "two hands that lift and squeeze", ""
    HOLDING = "holding", "two hands that hold the limb", ""
    HEEL = "heel", "the heel of the hand", ""
    THUMB = "thumb", "a thumb", ""
    THUMBS = "thumbs", "both thumbs", ""
    FINGERTIPS = "fingertips", "two fingertips", ""
    ROLLING = "rolling", "thumbs and fingers that roll a fold", ""
    CUPPED = "cupped", "cupped hands", ""
    FOREARM = "forearm", "a forearm", ""
    KNUCKLES = "knuckles", "knuckles", ""
    EDGE = "edge", "a smooth-edged tool", ""
    DEVICE = "device", "the head of a massage gun", ""
    ROLLER = "roller", "a roller", ""


class FigureWay(Vocabulary):
    """Which way the contact goes in a technique's drawing."""

    ALONG = "along", "one way along the body", ""
    TO_AND_FRO = "to-and-fro", "there and back along the body", ""
    ACROSS = "across", "from side to side", ""
    AROUND = "around", "in circles", ""
    DOWN = "down", "straight down", ""
    APART = "apart", "drawn apart", ""
    RANGE = "range", "through the easy range", "The arc of the joint."
    AGAINST = "against", "against your own push", ""


class FigureReach(Vocabulary):
    """How far one move goes in a technique's drawing."""

    SPOT = "spot", "in one spot", ""
    SHORT = "short", "over a small area", "About the width of a hand."
    LONG = "long", "over a large area", "From one end of the part to the other."


_NOT_HANDS: Mapping[FigureContact, Tool] = {
    FigureContact.FOREARM: Tool.FOREARM,
    FigureContact.KNUCKLES: Tool.KNUCKLES,
    FigureContact.EDGE: Tool.INSTRUMENT,
    FigureContact.DEVICE: Tool.POWERED_DEVICE,
    FigureContact.ROLLER: Tool.BALL_OR_ROLLER,
}


class Figure(Block):
    """What is drawn. Depth comes from `attributes.pressure`, all other numbers from `practice`."""

    place: FigurePlace
    """The part of the body that is shown, as an example."""
    contact: FigureContact
    """What touches it; one of the technique's own tools."""
    motion: Motion
    """The move that is drawn; one of the technique's own motions."""
    way: FigureWay
    """Which way it goes."""
    reach: FigureReach
    """How far one move goes."""

    @property
    def tool(self) -> Tool:
        """Give the word that safety rules have for the contact."""
        return _NOT_HANDS.get(self.contact, Tool.HANDS)
