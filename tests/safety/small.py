"""Small safety models, written in a line or drawn at random."""

from hypothesis import strategies as st

from massage_atlas.records.vocabulary import Level, Urgency, Verdict
from massage_atlas.safety import Fact, RuleKey, SafetyModel
from massage_atlas.safety.areas import Areas
from massage_atlas.safety.facts import Implication, Part
from massage_atlas.safety.model import SafetyFact, SafetyFit, SafetyRule, SafetyTechnique

PARENTS = {"leg": None, "calf": "leg", "knee-back": "leg", "arm": None, "elbow": "arm", "neck": None}
AREAS = Areas(PARENTS)
TECHNIQUES = ("press", "stroke", "leg-work")
FACTS = ("f0", "f1", "f2", "f3")
VARIANTS, PHASES = ("old", "new"), ("acute", "calm")

VERDICTS = {
    Level.EMERGENCY: Verdict.EMERGENCY,
    Level.ABSOLUTE: Verdict.AVOID,
    Level.LOCAL: Verdict.AVOID_AREA,
    Level.PRECAUTION: Verdict.ADAPT,
}


def rule(level="absolute", key=("f0", 0), to=TECHNIQUES, at=None, site=False, asks=False, urgency=None, **more):
    """Make a rule; `at` is a list of regions, `site` whether it holds where the trouble is."""
    level = Level(level)
    regions = tuple(at or ())
    return SafetyRule(
        key=RuleKey(*key),
        level=level,
        verdict=Verdict.ASK_FIRST if asks else VERDICTS[level],
        techniques=frozenset(to),
        variants=frozenset(more.get("variants", ())),
        phases=frozenset(more.get("phases", ())),
        together=tuple(more.get("together", ())),
        at=AREAS.mask(regions) if at is not None or site else None,
        at_ids=regions,
        at_site=site,
        except_regions=AREAS.mask(more.get("except_regions", ())),
        except_phases=frozenset(more.get("except_phases", ())),
        urgency=urgency and Urgency(urgency),
        adapts=more.get("adapts", level in (Level.LOCAL, Level.PRECAUTION)),
        asks=asks,
    )


def model(rules=(), fits=(), standing=(), implications=(), looked_at=True, fit_variants=(), fit_phases=()):
    """Make a model in which `f0` has these rules and fits, and the other facts have none."""
    facts = {id_: SafetyFact((), (), VARIANTS, PHASES) for id_ in FACTS}
    facts["f0"] = SafetyFact(
        tuple(rules),
        tuple(SafetyFit(frozenset(f), frozenset(fit_variants), frozenset(fit_phases)) for f in fits),
        VARIANTS,
        PHASES,
    )
    techniques = {id_: SafetyTechnique(None, looked_at) for id_ in ("press", "stroke")}
    techniques["leg-work"] = SafetyTechnique(AREAS.mask(["leg"]), looked_at)
    return SafetyModel(techniques, facts, tuple(standing), tuple(implications), AREAS)


_some = st.frozensets
_regions = st.sampled_from(sorted(PARENTS))
_parts = st.builds(
    Part, st.sampled_from(FACTS), st.none() | st.sampled_from(VARIANTS), st.none() | st.sampled_from(PHASES)
)
_looks = st.builds(
    SafetyFit,
    _some(st.sampled_from(TECHNIQUES), min_size=1),
    _some(st.sampled_from(VARIANTS), max_size=1),
    _some(st.sampled_from(PHASES), max_size=1),
)


@st.composite
def rules(draw, fact, number, standing=False):
    level = draw(st.sampled_from(list(Level)))
    return rule(
        level.value,
        (fact, number),
        to=draw(_some(st.sampled_from(TECHNIQUES), min_size=1)),
        at=draw(st.lists(_regions, max_size=2, min_size=int(standing), unique=True)) or None,
        site=not standing and draw(st.booleans()),
        asks=level is Level.PRECAUTION and draw(st.booleans()),
        urgency=draw(st.none() | st.sampled_from([one.value for one in Urgency])),
        variants=draw(_some(st.sampled_from(VARIANTS), max_size=1)),
        phases=draw(_some(st.sampled_from(PHASES), max_size=1)),
        together=draw(st.lists(_parts, max_size=1)),
        except_regions=draw(st.lists(_regions, max_size=1)),
        except_phases=draw(_some(st.sampled_from(PHASES), max_size=1)),
    )


@st.composite
def models(draw):
    """Draw a model with every kind of rule, fit, implication and standing rule."""
    facts = {}
    for id_ in FACTS:
        own = tuple(draw(rules(id_, number)) for number in range(draw(st.integers(0, 2))))
        looks = draw(st.lists(_looks, max_size=1))
        facts[id_] = SafetyFact(own, tuple(looks), VARIANTS, PHASES)
    standing = tuple(draw(rules("standing", number, standing=True)) for number in range(draw(st.integers(0, 2))))
    chain = draw(st.lists(st.tuples(st.integers(0, 2), st.none() | st.sampled_from(PHASES)), max_size=2))
    implications = tuple(Implication(Part(FACTS[n], None, phase), FACTS[n + 1]) for n, phase in chain)
    techniques = {id_: SafetyTechnique(None, draw(st.booleans())) for id_ in ("press", "stroke")}
    techniques["leg-work"] = SafetyTechnique(AREAS.mask(["leg"]), draw(st.booleans()))
    return SafetyModel(techniques, facts, standing, implications, AREAS)


facts = st.builds(
    Fact,
    st.sampled_from((*FACTS, "unheard-of")),
    st.none() | st.sampled_from((*VARIANTS, "unheard-of")),
    st.none() | st.sampled_from((*PHASES, "unheard-of")),
    st.none() | _regions,
)
fact_sets = st.frozensets(facts, max_size=4)
regions = st.none() | _regions
techniques = st.sampled_from(TECHNIQUES)
parts = st.sampled_from(["variant", "phase", "site"])
