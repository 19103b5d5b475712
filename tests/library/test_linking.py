"""Every link is resolved or refused, and every link has its way back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from massage_atlas.diagnostics import Report
from massage_atlas.library import Key, Link
from massage_atlas.library.linking import cycle
from massage_atlas.library.relations import _LABELS, labels
from massage_atlas.records import KINDS
from massage_atlas.records.fields import leaves
from projects import BASE, ROOT, changed, codes, lines, linked, write

IDS = ["a", "b", "c"]
TERM = "\n".join(BASE["content/terms/stroke.yml"].splitlines()[:7])
"""A term up to its relations."""


def term(see=(), unlike=(), text="Words.", former=()):
    block = "".join(f"\n  - term: {id_}\n    difference: {text}" for id_ in unlike)
    return f"{TERM}\nsee: [{', '.join(see)}]\nstudy: {text!r}\nformer_ids: [{', '.join(former)}]\n" + (
        f"not_to_confuse:{block}\n" if block else ""
    )


def library_of(folder, changes, report=None):
    return linked(write(folder, changes), report)


GRAPHS = st.fixed_dictionaries(
    {
        f"content/terms/{id_}.yml": st.builds(
            term,
            see=st.lists(st.sampled_from(["kneading", "stroking", "back", "fever", "nothing"]), max_size=4),
            unlike=st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=3),
            text=st.sampled_from(["One [[a]].", "[[term/b]] and [[region/back|so]]", "[[kneading]] [[nowhere]]"]),
            former=st.lists(st.sampled_from(["x", "y", "a"]), max_size=2, unique=True),
        )
        for id_ in IDS
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GRAPHS)
def test_every_link_has_its_way_back(tmp_path_factory, files):
    """A resolved link stands once among those out of its source and once among those into its target."""
    report = Report()
    library = library_of(tmp_path_factory.mktemp("graph"), files, report)
    pages = {*library.entries, *library.guides}

    assert library.links
    for one in library.links:
        assert one.source in pages
        assert one.target in pages
        assert one.source != one.target
        assert one in library.outgoing[one.source]
        assert one in library.incoming[one.target]
        assert all(one.labels)
    assert len(library.links) == sum(len(group) for group in library.incoming.values())
    assert len(library.links) == sum(len(group) for group in library.outgoing.values())


def test_every_link_in_the_library_has_its_way_back():
    """What holds for made-up graphs holds for the records we ship."""
    library = linked(ROOT)

    for one in library.links:
        assert one in library.incoming[one.target]


def test_every_link_of_every_model_has_a_name_in_both_directions():
    """A new key that names records comes with a line in the table of relations, and no line is left behind."""
    needed = {
        (kind.name, leaf.name)
        for kind in KINDS.values()
        for leaf in leaves(kind.model)
        if leaf.ref is not None and not leaf.name.endswith("references")
    }

    assert sorted(needed) == sorted(_LABELS)
    for kind, relation in needed:
        assert all(labels(kind, relation))


def test_a_link_is_known_by_its_place_and_its_words(tmp_path):
    """The base's links, each with its relation: once stated, found from both ends."""
    library = library_of(tmp_path, {})
    kneading = Key("technique", "kneading")
    out = sorted((one.relation, str(one.target)) for one in library.outgoing[kneading])
    into = sorted((str(one.source), one.relation) for one in library.incoming[kneading])

    assert [
        ("references", "reference/smith-2020"),
        ("sequence.after", "technique/stroking"),
        ("text", "technique/stroking"),
    ] == out
    assert [
        ("approach/classic", "plan.techniques"),
        ("claim/toxins", "about"),
        ("condition/back-pain", "benefits.techniques"),
        ("condition/back-pain", "techniques.technique"),
        ("term/stroke", "see"),
    ] == into
    assert Link(kneading, "sequence.after", Key("technique", "stroking"), ("sequence", "after", 0)) in library.links


def found_in(folder, changes):
    report = Report()
    library_of(folder, changes, report)
    return lines(report)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "[[strokin]]",
            "unknown-reference]: there is no record 'strokin' (help: a known name close to this is 'stroking')",
        ),
        (
            "[[zzz]]",
            "unknown-reference]: there is no record 'zzz' (help: a link is [[id]] or [[kind/id]]; the kinds are",
        ),
        ("[[term/kneading]]", "unknown-reference]: there is no record 'term/kneading'"),
        ("[[petrissage]]", "unknown-reference]: 'petrissage' is a former id (help: write [[technique/kneading]])"),
        (
            "[[technique/petrissage]]",
            "unknown-reference]: 'technique/petrissage' is a former id (help: write [[technique/",
        ),
        ("[[back]]", "ambiguous-link]: 'back' is the id of 2 records (help: write [[region/back]] or [[term/back]])"),
    ],
)
def test_a_link_that_leads_nowhere_is_helped_on(tmp_path, words, expected):
    """The help names the nearest name, the new id, or the two pages that may be meant; in records and in guides."""
    changes = {
        "content/terms/back.yml": term(see=["stroking"]),
        "content/regions/back.yml": changed("content/regions/back.yml", {"The part you lie on.": f"See {words}."}),
        "techniques/kneading.yml": changed("techniques/kneading.yml", {"family:": "former_ids: [petrissage]\nfamily:"}),
        "content/guides/your-visit.md": changed("content/guides/your-visit.md", {"[[stroking]]": words}),
    }
    found = found_in(tmp_path, changes)

    assert 2 == len(found), found
    assert found[0].startswith(f"content/guides/your-visit.md:11:16: error[{expected}")
    assert found[1].startswith(f"content/regions/back.yml:7:12: error[{expected}")


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        (
            "strokin",
            "there is no technique 'strokin' (help: a known name close to this is 'stroking'",
        ),
        ("petrissage", "'petrissage' is the former id of a technique (help: its id is now 'kneading')"),
        ("fever", "'fever' is a contraindication (help: this key takes the id of a technique)"),
        ("zzz", "there is no technique 'zzz' (help: 'atlas new technique zzz' begins a new one)"),
    ],
)
def test_a_reference_that_leads_nowhere_is_helped_on(tmp_path, id_, expected):
    """The help names the nearest id of the right kind, the new id, or the kind of record that has this one."""
    changes = {
        "techniques/kneading.yml": changed("techniques/kneading.yml", {"family:": "former_ids: [petrissage]\nfamily:"}),
        "conditions/back-pain.yml": changed(
            "conditions/back-pain.yml", {"- technique: kneading": f"- technique: {id_}"}
        ),
    }
    found = found_in(tmp_path, changes)

    assert 1 == len(found), found
    assert found[0].startswith(f"conditions/back-pain.yml:23:16: error[unknown-reference]: {expected}"), found


def test_former_ids_lead_to_the_record_that_has_them(tmp_path):
    """A former id resolves for addresses, and two records cannot both have it."""
    library = library_of(tmp_path, {"content/terms/a.yml": term(["stroking"], former=["x", "y"])})

    assert {Key("term", "x"): Key("term", "a"), Key("term", "y"): Key("term", "a")} == library.former


def test_one_id_may_be_a_fact_of_two_kinds(tmp_path):
    """A fact that is a condition and a contraindication is one fact: a key that takes both leads to both."""
    part = {"related:": "implied_by:\n  - fact: both\nrelated:"}
    changes = {
        "conditions/both.yml": BASE["conditions/back-pain.yml"],
        "content/contraindications/both.yml": BASE["content/contraindications/fever.yml"],
        "content/contraindications/fever.yml": changed("content/contraindications/fever.yml", part),
    }
    library = library_of(tmp_path, changes)
    out = library.outgoing[Key("contraindication", "fever")]

    assert ["condition/both", "contraindication/both"] == [
        str(one.target) for one in out if one.relation == "implied_by.fact"
    ]


def test_links_of_a_broken_record_are_checked_all_the_same(tmp_path):
    """A record with a wrong value elsewhere still has its links looked up, so that all problems come at once."""
    report = Report()
    library_of(tmp_path, {"content/terms/a.yml": term(["nothing"]) + "colour: blue\n"}, report)

    assert ["unknown-reference", "unknown-key"] == codes(report)


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ({}, None),
        ({"a": ["b"], "b": ["c"], "c": []}, None),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, None),
        ({"a": ["b"], "b": ["a"]}, ["a", "b", "a"]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["b", "c", "b"]),
        ({"a": ["c"], "b": ["b"]}, ["b", "b"]),
        ({f"n{n:05}": [f"n{n + 1:05}"] for n in range(5_000)}, None),
    ],
)
def test_a_circle_is_found_where_there_is_one(edges, expected):
    """A circle begins and ends with the same id; a long chain or two ways to one place are none."""
    assert expected == cycle(edges)
