"""The day of a build: the one place that looks at a clock."""

import datetime
import os


def today() -> datetime.date:
    """Give SOURCE_DATE_EPOCH's day when it is set, so that anyone can build the same site again; else today, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now(datetime.UTC)
    return moment.date()
