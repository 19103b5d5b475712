"""The day of a build: the one place that looks at a clock."""

import datetime
import os


class NotAMoment(ValueError):
    """SOURCE_DATE_EPOCH holds something else than a count of seconds."""


def today() -> datetime.date:
    """Give SOURCE_DATE_EPOCH's day when it is set, so that anyone can build the same site again; else today, in UTC.

    Raises:
        NotAMoment: the variable is set, and is no count of seconds since 1970 that a calendar reaches.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise NotAMoment(f"SOURCE_DATE_EPOCH is '{epoch}', and must be a count of seconds since 1970") from None
