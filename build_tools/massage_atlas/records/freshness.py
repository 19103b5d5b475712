"""How long a record's check holds: a site that nobody looks after must grow careful by itself."""

import calendar
import datetime

from massage_atlas.records.base import Record

_LIFE, _LIFE_SAFETY = 24, 12
_LIMIT, _LIMIT_SAFETY = 36, 18


def due(record: Record) -> datetime.date:
    """Give the day by which it is to be compared with its sources again: 12 months for safety records, else 24."""
    return _later(record.checked, _LIFE_SAFETY if record.safety else _LIFE)


def closes(record: Record) -> datetime.date:
    """Give the day after which nobody should rely on it: 18 months for safety records, else 36."""
    return _later(record.checked, _LIMIT_SAFETY if record.safety else _LIMIT)


def _later(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def in_words(day: datetime.date) -> str:
    """Write a date as people say it, in any locale the same: 21 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
