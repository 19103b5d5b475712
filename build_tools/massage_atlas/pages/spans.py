"""How numbers with a lowest and a highest end are written."""

from massage_atlas.records.base import Range


def numbers(span: Range) -> str:
    """Write a range as people read it: `3 to 6`, or `5`."""
    return f"{span.low:g}" if span.low == span.high else f"{span.low:g} to {span.high:g}"


def time_span(minutes: Range) -> str:
    """Write minutes as people say them, what is shorter than one in seconds: `10 seconds to 1 minute`."""
    low, unit_of_low = _time(minutes.low)
    high, unit = _time(minutes.high)
    if minutes.low == minutes.high:
        return f"{high} {unit}"
    return f"{low} {unit_of_low} to {high} {unit}" if minutes.low < 1 <= minutes.high else f"{low} to {high} {unit}"


def _time(minutes: float) -> tuple[str, str]:
    if minutes < 1:
        return f"{minutes * 60:.0f}", "seconds"
    return f"{minutes:g}", "minute" if minutes == 1 else "minutes"
