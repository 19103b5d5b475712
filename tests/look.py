"""Builds the site and takes pictures for a person to look at: `make screenshots`.

One page of each kind, and what pages become in a reader's hands.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "site"))

from chromium import NoBrowser, chromium
from real_site import KINDS, ROOT, built_and_served
from screenshots import take
from states import STATES, State

FOLDER = ROOT / "dist" / "screenshots"


def main() -> None:
    """Take them all, and say where they are."""
    with tempfile.TemporaryDirectory() as folder, built_and_served(Path(folder)) as site, chromium() as browser:
        take(browser, site.url, {name: State(address) for name, address in KINDS.items()} | STATES, FOLDER)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures: open {FOLDER / 'index.html'}")


if __name__ == "__main__":
    try:
        main()
    except NoBrowser as error:
        sys.exit(str(error))
