"""What the site is called and where it will stand: all that a program must be told and no record knows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Imprint:
    """Name and address of a site, as a clinic sets them."""

    name: str = "Massage Atlas"
    description: str = ""
    """One sentence about the whole site; empty when mkdocs.yml has none."""
    url: str = ""
    """The address it is built for, ending in a slash; empty when nobody said where it will stand."""

    def full(self, address: str) -> str:
        """Give the whole address of a page or file; empty while nobody knows it."""
        return self.url + address if self.url else ""


UNNAMED = Imprint()
"""What a library is before anybody said what its site is called."""

LEFT_OUT = (
    "No address is set, so these are left out: sitemap.xml, the feeds of changes, and on each page its own address, "
    "its breadcrumbs and the picture for link previews. To have them, build with --url https://example.org/massage/ "
    "or set site_url in mkdocs.yml."
)
"""What a build without an address says, once, in one line."""
