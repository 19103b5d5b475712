"""What an author writes is what readers get: no text of a record is left out of its page."""

import re

from commands import DAY, SMALL, parsed
from massage_atlas.build import build_site
from massage_atlas.pages.addresses import address
from massage_atlas.pages.markdown import to_markdown
from massage_atlas.pages.writer import Writer
from massage_atlas.records.fields import leaves, values_at
from massage_atlas.records.prose import Prose
from massage_atlas.today import today

ELSEWHERE = {"ask.question"}
"""Texts that are for the appointment sheet and not for the record's own page."""


def words(html: str) -> str:
    """Give the words of a page or a text, without the numbers of its sources, which each page counts anew."""
    html = re.sub(r"<sup.*?</sup>", "", html, flags=re.DOTALL)
    return " ".join(re.findall(r"\w+", " ".join(parsed(f"<article>{html}</article>").words)))


def test_texts_stand_where_their_readers_look(monkeypatch):
    """A page shows texts for students as such, and whatever else it shows of a record is marked as read by clients.

    What others say may be shown to both.
    """
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    site = build_site(SMALL, today())
    pages = {page.url: page for page in site.pages}
    looked_at, misplaced = set(), []
    for key, entry in site.library.entries.items():
        page = pages[address(key).partition("#")[0]]
        html = {"students": "", "clients": ""}
        for section in page.sections:
            marked = re.findall(r'<p data-audience="study">.*?</p>', section.html, flags=re.DOTALL)
            plain = re.sub(r'<p data-audience="study">.*?</p>', "", section.html, flags=re.DOTALL)
            html["students"] += " ".join(marked)
            html["students" if section.audience == "study" else "clients"] += f" {plain}"
        shown = {readers: words(text) for readers, text in html.items()}
        writer = Writer(site.library, page.url)
        for leaf in leaves(entry.kind.model):
            if not leaf.prose or leaf.name in ELSEWHERE:
                continue
            assert leaf.read_by is not None, f"{key.kind}: {leaf.name} does not say who reads it"
            for loc, value in values_at(entry.document.value, leaf.path):
                looked_at.add(leaf.read_by.readers)
                if words(str(writer.text(Prose(value.strip("\n"))))) not in shown[leaf.read_by.readers]:
                    misplaced.append(f"{entry.path} {loc}: not among what {leaf.read_by.readers} read")
    assert [] == misplaced
    assert 2 == len(looked_at)


def test_every_text_of_a_record_is_on_its_page(monkeypatch):
    """Each prose field of the small project, which fills in nearly all of them."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    site = build_site(SMALL, today())
    pages = {page.url: words(to_markdown(page)) for page in site.pages}
    looked_at, missing = set(), []
    for key, entry in site.library.entries.items():
        url = address(key).partition("#")[0]
        writer = Writer(site.library, url)
        for leaf in leaves(entry.kind.model):
            if not leaf.prose or leaf.name in ELSEWHERE:
                continue
            for loc, value in values_at(entry.document.value, leaf.path):
                looked_at.add((key.kind, leaf.name))
                if words(str(writer.text(Prose(value.strip("\n"))))) not in pages[url]:
                    missing.append(f"{entry.path} {loc}: {value}")
    assert [] == missing
    assert len(looked_at) > 60
