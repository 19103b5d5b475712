"""The index of the search: every name is in it, and a query loads little of it, however many pages there are."""

import gzip
import json
import random

import pytest

from commands import DAY, SMALL
from massage_atlas.build import Site, build_site
from massage_atlas.exports.search.shards import SHARD, SPELLINGS, name_shards, spellings
from massage_atlas.exports.search.tokens import tokens
from massage_atlas.pages.findable import Called, Findable, Group, Name, parts_of
from massage_atlas.today import today

SKIP = frozenset(("the", "of"))


@pytest.fixture(scope="module")
def site() -> Site:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        return build_site(SMALL, today())


def value(text: str) -> object:
    """Give what a script hands over."""
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def many(number: int) -> list[Findable]:
    """Make up pages, with names that share most of their words, as real ones do."""
    chance = random.Random(7)
    letters = "abcdefghiklmnoprstuvw"
    words = ["".join(chance.choices(letters, k=chance.randint(4, 12))) for _ in range(number)]
    common = words[:40]
    return [
        Findable(
            Group.CONDITIONS,
            f"conditions/{n}/",
            f"{word} {n}",
            "",
            tuple(
                Name(Called.ALSO, f"{word} {chance.choice(common)} {chance.choice(words)} {one}") for one in range(6)
            ),
            " ".join(chance.choices(words, k=30)),
        )
        for n, word in enumerate(words)
    ]


def test_words_are_cut_without_case_accents_and_apostrophes() -> None:
    assert ["crohns", "disease", "ecole", "30", "c"] == tokens("Crohn\u2019s disease, \u00c9cole 30 \u00b0C")


def test_a_title_holds_two_names() -> None:
    assert ("Kneading", "petrissage") == parts_of("Kneading (petrissage)")
    assert ("Fever",) == parts_of("Fever, or feeling ill with an infection")
    assert () == parts_of("Neck pain")


def test_each_name_stands_in_the_shard_of_each_of_its_words() -> None:
    things = many(300)
    shards = name_shards(things, SKIP)
    for number, thing in enumerate(things):
        for name in thing.names[:1]:
            rare = tokens(name.text)[0]
            assert [number, int(Called.ALSO), name.text] in shards.values[shards.at(rare)]["n"]


@pytest.mark.parametrize("number", [500, 5_000])
def test_shards_stay_small_at_any_number_of_pages(number: int) -> None:
    """Only their number grows; a list of their first words does too, by a few bytes for each."""
    things = many(number)
    names = name_shards(things, SKIP)
    largest = max(len(gzip.compress(json.dumps(one).encode(), 9)) for one in names.values)
    assert largest < 6_000
    assert max(len(json.dumps(one)) for one in names.values) < SHARD * 1.6
    for words in spellings(things):
        assert max(map(len, words.values)) <= SPELLINGS
    assert len(gzip.compress(json.dumps(names.firsts).encode(), 9)) < 4 * number


def test_every_file_of_the_index_is_a_script_that_hands_over_data(site: Site) -> None:
    files = {path: text for path, text in site.files.items() if path.startswith("assets/search/")}
    assert {"core", "names", "starts", "ends", "pages", "safety", "facts", "techniques"} <= {
        path.rpartition("/")[2].partition("-")[0].removesuffix(".js") for path in files
    }
    for path, text in files.items():
        name = path.removeprefix("assets/").removesuffix(".js")
        assert text.startswith(f'atlas.data("{name}",')
        value(text)


def test_programs_find_every_name_in_one_file(site: Site) -> None:
    """A name that is never shown stands apart."""
    things = {one["url"]: one for one in json.loads(site.files["assets/search.json"])}
    assert "Kneading" in things["techniques/kneading/"]["names"] or things["techniques/kneading/"]["names"]
    assert all(one["title"] == one["names"][0] for one in things.values())


def test_the_index_is_the_same_each_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    assert build_site(SMALL, today()).files == site.files
