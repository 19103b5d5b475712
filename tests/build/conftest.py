"""Sites that several tests read and none changes."""

from pathlib import Path

import pytest

from commands import ROOT, SMALL, URL, environment, ran, real_day


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built."""
    site = tmp_path_factory.mktemp("small") / "site"
    ran("atlas", "build", "-d", site, "--url", URL, cwd=SMALL)
    return site


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real library, built."""
    site = tmp_path_factory.mktemp("real") / "site"
    ran("atlas", "build", "-d", site, "--url", URL, cwd=ROOT, env=environment(SOURCE_DATE_EPOCH=real_day()))
    return site
