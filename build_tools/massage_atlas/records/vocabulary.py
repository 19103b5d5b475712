"""The fixed words a record may use, each with the label readers see and what it means."""

from enum import StrEnum
from typing import Self


class Vocabulary(StrEnum):
    """A list of fixed words. A member equals the word in the file and carries its label and its meaning."""

    label: str
    meaning: str

    def __new__(cls, word: str, label: str, meaning: str = "") -> Self:
        """Make the member equal to its word and carry the rest beside it."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.label = label
        member.meaning = meaning
        return member


class Family(Vocabulary):
    """The technique families: the columns of every overview of techniques."""

    STROKING = "stroking", "Stroking", "Flat hands slide along the body."
    KNEADING = "kneading", "Kneading", "Muscle or skin is lifted, pressed and rolled."
    FRICTION = "friction", "Friction", "Fingers fixed on the skin move it over what lies below."
    PERCUSSION = "percussion", "Percussion and vibration", "Taps, shakes or trembles, by hand or by a device."
    PRESSURE = "pressure", "Pressure and holding", "Steady or slow pressure on one place."
    FASCIA = "fascia", "Slow stretch of skin and fascia", "A gentle pull that is held."
    MOVEMENT = "movement", "Movement and stretching", "A joint or muscle is moved or stretched."
    WHOLE = "whole", "Whole sessions and styles", "A set of techniques given together."


class Pressure(Vocabulary):
    """How firm the hands press."""

    FEATHER = "feather", "feather-light", "The skin moves, the muscle does not."
    LIGHT = "light", "light", "You feel the hand, not the muscle below it."
    MEDIUM = "medium", "medium", "The muscle is moved, without pain."
    DEEP = "deep", "deep", "Firm pressure through to deep muscle layers."


class Motion(Vocabulary):
    """How the hands move."""

    GLIDE = "glide", "gliding", "The hand slides over the skin."
    KNEAD = "knead", "kneading", "Tissue is lifted, pressed and rolled."
    RUB = "rub", "rubbing", "The skin is moved over deeper tissue."
    TRANSVERSE = "transverse", "rubbing across the fibres", "Short strokes at right angles to the fibres."
    STRIKE = "strike", "tapping", "Springy blows."
    SHAKE = "shake", "shaking or trembling", "Fine or coarse vibration."
    HOLD = "hold", "holding still", "Pressure that stays in one place."
    STRETCH = "stretch", "stretching", "Tissue or a joint is drawn out."
    MOVE_JOINT = "move-joint", "moving a joint", "A joint goes through its range."
    PUMP = "pump", "pumping", "Skin is stretched and let go in a rhythm."
    ROLL = "roll", "rolling the skin", "A fold of skin is lifted and rolled along."


class Tool(Vocabulary):
    """What touches the body."""

    HANDS = "hands", "hands", ""
    KNUCKLES = "knuckles", "knuckles", ""
    FOREARM = "forearm", "forearm", ""
    ELBOW = "elbow", "elbow", ""
    INSTRUMENT = "instrument", "a hand-held tool", "A smooth-edged tool that scrapes or presses."
    POWERED_DEVICE = "powered-device", "a powered device", "A massage gun or another machine."
    BALL_OR_ROLLER = "ball-or-roller", "a ball or roller", ""


class Heat(Vocabulary):
    """Whether the technique warms the body from outside."""

    NONE = "none", "no added heat", ""
    WARM_HANDS = "warm-hands", "warm hands or warm oil", ""
    HEAT_PACK = "heat-pack", "a heat pack", ""


class Position(Vocabulary):
    """How the client lies or sits."""

    FACE_DOWN = "face-down", "lying face down", "Prone."
    FACE_UP = "face-up", "lying face up", "Supine."
    SIDE_LYING = "side-lying", "lying on the side", ""
    SEATED = "seated", "seated", ""


class Lubricant(Vocabulary):
    """What is on the skin."""

    NONE = "none", "none", ""
    LITTLE = "little", "little or none", ""
    OIL = "oil", "oil or lotion", ""
    CREAM = "cream", "plain cream", ""


class RateUnit(Vocabulary):
    """The unit of a technique's speed."""

    PER_SECOND = "per-second", "per second", "Strokes, blows or small moves in one second."
    PER_MINUTE = "per-minute", "per minute", "Moves in one minute."
    HERTZ = "hertz", "Hz", "Vibrations in one second."
    SECONDS_EACH = "seconds-each", "s each", "Seconds for one stroke or one cycle."
    CM_PER_SECOND = "cm-per-second", "cm per second", "How far the hand travels in one second."


class Span(Vocabulary):
    """What a duration is the duration of."""

    SPOT = "spot", "a spot", ""
    REGION = "region", "a body area", ""
    SESSION = "session", "a session", ""


class TargetRole(Vocabulary):
    """What part a structure plays when a technique is used."""

    MAIN = "main", "works mainly on", "The technique is aimed at it."
    ALSO = "also", "also reaches", "It is worked along with the main target."


class Basis(Vocabulary):
    """How we know a statement."""

    TRIAL = "trial", "Tested in trials.", ""
    GUIDELINE = "guideline", "From a medical guideline.", ""
    CASE_REPORT = "case-report", "From reports of people who were harmed.", ""
    EXPERT = "expert", "Experts agree.", ""
    CONVENTION = "convention", "A custom in massage schools. No study has tested it.", ""


class Direction(Vocabulary):
    """Which way the evidence points."""

    HELPS = "helps", "helps", ""
    NO_DIFFERENCE = "no-difference", "makes no difference", ""
    HARMS = "harms", "makes worse", ""
    MIXED = "mixed", "studies disagree", ""


class Certainty(Vocabulary):
    """How sure the evidence makes us; not how big an effect is."""

    HIGH = "high", "high", ""
    MODERATE = "moderate", "moderate", ""
    LOW = "low", "low", ""
    VERY_LOW = "very-low", "very low", ""


class Level(Vocabulary):
    """How strict a safety rule is."""

    EMERGENCY = "emergency", "emergency", "Stop and get help."
    ABSOLUTE = "absolute", "absolute", "No massage of this kind until it is resolved or cleared."
    LOCAL = "local", "local", "Not on this area; the rest may be possible."
    PRECAUTION = "precaution", "precaution", "With changes, or after asking."


class Verdict(Vocabulary):
    """What to do about a massage, strictest first; the words are the same on every surface."""

    EMERGENCY = "emergency", "Get help now", "Do not have a massage. This can be an emergency."
    AVOID = "avoid", "Do not have this", "Not now, or not at all. See until when."
    ASK_FIRST = "ask-first", "Ask first", "Ask before your visit."
    AVOID_AREA = "avoid-area", "Not on this area", "Leave this area alone. The rest may be possible."
    ADAPT = "adapt", "With changes", "Possible if your therapist makes these changes."
    NOT_CHECKED = (
        "not-checked",
        "Not checked yet",
        "No one has looked at this yet. That does not mean it is safe. Ask your therapist or doctor.",
    )
    NO_WARNING = (
        "no-warning",
        "No warning found",
        "We looked and found no rule against it. We do not know your health. Still tell your therapist.",
    )


class Urgency(Vocabulary):
    """What to do about your health, which is not the same as what to do about the massage."""

    CALL_NOW = "call-now", "Call now", "Do not drive yourself. Do not wait to see if it goes away."
    TODAY = "today", "Get medical help today", "Do not massage it."
    BEFORE_VISIT = "before-visit", "Ask before your visit", "Take your sheet with you."


class ContraindicationKind(Vocabulary):
    """What kind of fact a contraindication is."""

    SIGN = "sign", "Sign", "Something that is happening now."
    DISEASE = "disease", "Illness", "Something a health worker has named."
    MEDICINE = "medicine", "Medicine", "Something that is taken."
    STATE = "state", "State", "How a person is today, or what has happened to them."
    STANDING = "standing", "Always", "Holds for everyone and needs no answer."


class QuestionGroup(Vocabulary):
    """The part of the appointment sheet that asks about a fact."""

    NOW = "now", "Now or in the last few days", ""
    THREE_MONTHS = "three-months", "In the last three months", ""
    HEALTH = "health", "Your health", ""
    MEDICINES = "medicines", "Medicines, and today", ""
    PREGNANCY = "pregnancy", "Pregnancy and birth", ""
    TOUCH = "touch", "Touch", ""


class Stamp(Vocabulary):
    """How a claim about massage was judged."""

    SUPPORTED = "supported", "Backed by studies", "It fits the evidence or accepted professional rules."
    PARTLY = "partly", "Partly true", "True within limits."
    CONTESTED = "contested", "Experts disagree", "Good sources contradict each other."
    UNSUPPORTED = "unsupported", "Not shown", "There is no adequate evidence."
    OUTDATED = "outdated", "Old idea, now dropped", "It was taught, and is now rejected."
    UNSAFE = "unsafe", "Can cause harm", "Following it could hurt someone."


class StructureKind(Vocabulary):
    """What kind of thing lies under the hands."""

    MUSCLE = "muscle", "Muscle", ""
    NERVE = "nerve", "Nerve", ""
    VESSEL = "vessel", "Blood or lymph vessel", ""
    JOINT = "joint", "Joint", ""
    BONE = "bone", "Bone", ""
    TENDON = "tendon", "Tendon or band", ""
    ORGAN = "organ", "Organ", ""
    NODE = "node", "Lymph node", ""


class Side(Vocabulary):
    """Which side of the body shows a region."""

    FRONT = "front", "front", ""
    BACK = "back", "back", ""
    BOTH = "both", "front and back", ""


class Mirror(Vocabulary):
    """How the mirror image of a shape on the body map completes it."""

    TWIN = "twin", "one on each side", "The mirror image is a second shape: a knee."
    JOINED = "joined", "across the middle", "The mirror image is the other half: the belly."


class Stage(Vocabulary):
    """The part of a session plan a step belongs to."""

    ASSESSMENT = "assessment", "Talk and assessment", ""
    PLAN = "plan", "Plan", ""
    TABLE = "table", "Hands-on work", ""
    EXERCISE = "exercise", "Exercise", ""
    AFTERCARE = "aftercare", "Afterwards", ""


class StudyKind(Vocabulary):
    """What kind of source a reference is, strongest first, with how much weight it bears."""

    COCHRANE_REVIEW = "cochrane-review", "Cochrane review", "Gathers all trials on one question by strict public rules."
    SYSTEMATIC_REVIEW = (
        "systematic-review",
        "Systematic review",
        "Gathers all studies on one question by a stated plan.",
    )
    GUIDELINE = "guideline", "Guideline", "Advice that a professional body agreed on after looking at the evidence."
    RCT = "rct", "Randomised trial", "Compares groups that were made by chance."
    COHORT = "cohort", "Cohort study", "Follows people over time without choosing their treatment."
    CASE_REVIEW = "case-review", "Case report or review of cases", "Tells what happened to single people."
    NARRATIVE_REVIEW = "narrative-review", "Overview or laboratory study", "An expert's account, or a small test."
    AGENCY_PAGE = "agency-page", "Public body's page", "Advice published by a health service or a profession."


class Confirmed(Vocabulary):
    """How far we checked that a reference exists as we describe it."""

    DOI_AND_TITLE = "doi-and-title", "Identifier and title seen", ""
    TITLE = "title", "Title seen", ""
    MEMORY = "memory", "Not yet checked", ""


class FindingBasis(Vocabulary):
    """Where our summary of a reference comes from."""

    ABSTRACT = "abstract", "Read in the abstract or page", ""
    PARTIAL = "partial", "Partly read, partly recalled", ""
    RECALLED = "recalled", "Recalled", ""


class ReviewState(Vocabulary):
    """Who stands behind a record."""

    DRAFT = "draft", "Draft", "No health worker has signed it."
    SIGNED = "signed", "Signed", "A named health worker has signed it."


class SafetyChange(Vocabulary):
    """What a correction did to the warnings."""

    FIRST = "first", "First records", "The library begins; nothing is corrected."
    NEW = "new", "New warning", "Something is warned of that was not."
    STRICTER = "stricter", "Stricter", "A warning asks for more care than before."
    CORRECTED = "corrected", "Corrected", "A warning said something wrong, or left something out."
    MILDER = "milder", "Milder", "A warning asks for less care than before."
    WITHDRAWN = "withdrawn", "Withdrawn", "A warning is gone."


class CodeSystem(Vocabulary):
    """A public list of codes for conditions."""

    ICD_11 = "ICD-11", "ICD-11", ""
    ICD_10 = "ICD-10", "ICD-10", ""
    ICD_10_CM = "ICD-10-CM", "ICD-10-CM (United States)", ""
    SNOMED_CT = "SNOMED CT", "SNOMED CT", ""
    MESH = "MeSH", "MeSH", ""
