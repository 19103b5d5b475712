"""The library as it is, read once."""

import datetime

import pytest

from massage_atlas.build import check_site
from massage_atlas.records.technique import Technique
from projects import ROOT


@pytest.fixture(scope="session")
def library():
    return check_site(ROOT, datetime.date(2026, 11, 21))[0]


@pytest.fixture(scope="session")
def kneading(library):
    return dict(library.records(Technique))["petrissage"]
