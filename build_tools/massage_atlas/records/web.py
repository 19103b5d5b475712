"""Judges addresses on the web: which may stand in a record, and why another may not."""

import re
from urllib.parse import urlsplit

_SCHEMES = ("https://", "mailto:", "tel:")


def link_problem(href: str) -> tuple[str, str] | None:
    """Give message and help when an address may not stand in a text; None when it may."""
    if href.startswith(_SCHEMES):
        return (
            None
            if not href.startswith("https://") or is_web_address(href)
            else (
                f"'{href}' is not a complete web address",
                "copy the address from the browser; it looks like https://example.org/page",
            )
        )
    if href.startswith("http://"):
        return f"'{href}' is not encrypted", "use the address that begins with https://"
    if ":" in href.split("/", 1)[0]:
        return f"'{href.split(':', 1)[0]}:' links are not allowed", "link to an https, mailto or tel address"
    return f"'{href}' is not a complete address", "to link to a record, write [[its-id]] or [[its-id|words]]"


def is_web_address(url: str) -> bool:
    """Tell whether a text is a complete https address with a host name and nothing that could confuse a reader."""
    if not url.startswith("https://") or re.search(r"[\s<>\"\\^`{|}]", url):
        return False
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return False
    return "." in host.strip(".") and "@" not in parts.netloc and re.fullmatch(r"[a-z0-9.-]+", host) is not None
