"""The page at a former address: it leads on, with a link for readers whose browser does not."""

from massage_atlas.pages.addresses import relative
from massage_atlas.pages.rendering import fragment


def redirect_html(old: str, new: str) -> str:
    """Give the whole HTML page that stands at a former address."""
    return str(fragment("redirect.html.jinja", "page", href=relative(old, new))) + "\n"
