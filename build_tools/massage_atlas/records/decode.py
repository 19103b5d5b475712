"""Turns the plain values of a file into a record, and what pydantic says about them into words for a therapist."""

import difflib
import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from massage_atlas.diagnostics import Code, Place, Report
from massage_atlas.records.base import Block
from massage_atlas.records.fields import block_at, key_of
from massage_atlas.records.links import ID_PATTERN
from massage_atlas.records.prose import ProseProblem
from massage_atlas.source import Document

R = TypeVar("R", bound=Block)

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "model_type": "a block of 'key: value' lines",
    "model_attributes_type": "a block of 'key: value' lines",
    "dict_type": "a block of 'key: value' lines",
    "date_type": "a date such as 2026-11-21",
    "enum": "one of the fixed words",
}
_TOO_MANY = {"too_long", "too_short", "greater_than_equal", "less_than_equal", "greater_than", "less_than"}
_OUR_CODES = {code.value: code for code in Code}
_DATES = {"date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"}


def decode(model: type[R], document: Document, report: Report) -> R | None:
    """Read a document as a record of one kind; report everything that does not fit, and give None then.

    The values go through JSON because its rules are the ones a file needs: lists and dates are written as lists and
    text, and nothing else is converted into anything.
    """
    try:
        return model.model_validate_json(json.dumps(document.value))
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            _report(problem, model, document, report)
        return None


def nearest(word: str, known: Iterable[str]) -> str:
    """Give help that names the nearest of the known words; empty when none is near."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"a known name close to this is '{close[0]}'" if close else ""


def _report(problem: ErrorDetails, model: type[Block], document: Document, report: Report) -> None:
    loc, kind, value = problem["loc"], problem["type"], problem.get("input")
    context: Mapping[str, Any] = problem.get("ctx", {})
    positions = document.positions
    key = str(loc[-1]) if loc else ""
    named = f"'{key}'" if loc and isinstance(loc[-1], str) else "this item"
    if kind == "prose":
        for found in context["problems"]:
            _report_prose(found, loc, document, report)
    elif kind == "missing":
        report.add(
            Code.MISSING_KEY,
            f"the key {named} is missing",
            positions.key(loc[:-1]),
            _what_for(model, loc),
        )
    elif kind == "extra_forbidden":
        block = block_at(model, loc[:-1])
        known = [key_of(n, f) for n, f in block.model_fields.items()] if block else []
        help_ = nearest(key, known) or f"the keys known here are {', '.join(known)}"
        report.add(Code.UNKNOWN_KEY, f"unknown key '{key}'", _key(document, loc), help_)
    elif value is None or value == "" or kind == Code.EMPTY_VALUE:
        report.add(Code.EMPTY_VALUE, f"nothing is filled in for {named}", positions.key(loc), _what_for(model, loc))
    elif kind == "too_short" and len(value) >= context["min_length"]:
        return  # only the items that do not fit are missing, and each of them is reported
    elif kind == "enum":
        expected = [word.strip("'") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
        help_ = nearest(str(value), expected)
        words = f"the fixed words are {', '.join(expected)}"
        report.add(
            Code.UNKNOWN_WORD,
            f"'{value}' is not a word for {named}"
            if isinstance(value, str)
            else f"{named} needs one of the fixed words",
            positions.value(loc),
            f"{help_}; {words}" if help_ else words,
        )
    elif kind in _WANTED:
        quotes = (
            " (put it in quotes to make it text)"
            if kind == "string_type" and not isinstance(value, dict | list)
            else ""
        )
        report.add(
            Code.WRONG_TYPE,
            f"{named} needs {_WANTED[kind]}, and this is {_is(value)}",
            positions.value(loc),
            (_what_for(model, loc) + quotes).strip(),
        )
    else:
        code, message, help_ = _other(kind, named, value, context, problem["msg"])
        report.add(code, message, positions.value(loc), help_ or _what_for(model, loc))


def _other(kind: str, named: str, value: Any, context: Mapping[str, Any], message: str) -> tuple[Code, str, str]:
    """Give code, message and help for a value that has the right type and still does not fit."""
    if kind in _OUR_CODES:
        return _OUR_CODES[kind], message, "copy the address from the browser" if kind == Code.BAD_URL else ""
    if kind in _DATES:
        return Code.BAD_DATE, f"'{value}' is not a date", "write year-month-day, for example 2026-11-21"
    if kind == "string_too_long":
        return (
            Code.TOO_LONG,
            f"{named} has {len(value)} characters, and at most {context['max_length']} fit",
            "shorten it",
        )
    if kind in _TOO_MANY:
        limits = {"too_long": "at most {max_length} items", "too_short": "at least {min_length} items"}
        limits |= {"greater_than_equal": "to be at least {ge:g}", "less_than_equal": "to be at most {le:g}"}
        if context.get("min_length") == 1:
            limits["too_short"] = "at least one item"
        return Code.OUT_OF_RANGE, f"{named} needs {limits.get(kind, 'another value').format(**context)}", ""
    if kind == "string_pattern_mismatch":
        shape = str(context.get("pattern", ""))
        help_ = "an id has small letters, digits and single hyphens" if shape == ID_PATTERN else ""
        return Code.WRONG_FORM, f"'{value}' is not written in the form {named} needs", help_
    return Code.WRONG_FORM, f"{named} cannot be used: {message}", ""


def _report_prose(found: ProseProblem, loc: tuple[str | int, ...], document: Document, report: Report) -> None:
    place = document.positions.inside(loc, found.needle, found.occurrence)
    report.add(found.code, found.message, place, found.help)


def _key(document: Document, loc: tuple[str | int, ...]) -> Place:
    return document.positions.key(loc)


def _what_for(model: type[Block], loc: tuple[str | int, ...]) -> str:
    """Give the first sentence of a field's documentation, which says what belongs there."""
    names = [step for step in loc if isinstance(step, str)]
    if not names:
        return ""
    block = block_at(model, loc[: loc.index(names[-1])] if loc.count(names[-1]) == 1 else loc[:-1])
    fields = block.model_fields.items() if block else ()
    about = next((field.description for name, field in fields if key_of(name, field) == names[-1]), None)
    return f"{names[-1]}: {' '.join(about.split())}" if about else ""


def _is(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, dict):
        return "a block of keys"
    if isinstance(value, list):
        return "a list"
    return "text" if isinstance(value, str) else "a number"
