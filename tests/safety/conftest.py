"""The real library's safety records, worked out once."""

import datetime
from pathlib import Path

import pytest

from massage_atlas.build import check_site
from massage_atlas.safety import safety_model


@pytest.fixture(scope="session")
def real_library():
    """The library of this project."""
    library, _ = check_site(Path(__file__).parents[2], datetime.date(2026, 11, 21))
    return library


@pytest.fixture(scope="session")
def real_model(real_library):
    """Its safety records."""
    return safety_model(real_library)
