"""The article of a web page and what the page says of it (trafilatura)."""

import re
from configparser import ConfigParser
from functools import cache

from tasks.sources.dates import to_instant
from tasks.sources.metadata import Metadata

# The dates that a page declares, with their time of day; a date found somewhere in the text would be a guess.
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%dT%H:%M:%S%z"}
_TIME = re.compile(
    r"""(?:published_time|datePublished|pubdate)[^>]{0,60}?["'](\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.,+Z-]*)["']"""
)


def read_html(page: str) -> Metadata | None:
    """Extract text (a line each paragraph), title, byline, outlet, address and date; None when there is no article."""
    from trafilatura import bare_extraction  # takes a second to import

    found = bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES), config=_short()
    )
    if found is None or isinstance(found, dict) or not found.text:
        return None
    published_at = to_instant(_find_time(page, found.date) or found.date)
    return Metadata(
        text=found.text,
        title=found.title or None,
        byline=found.author or None,
        outlet=found.sitename or None,
        url=found.url or None,
        published_at=published_at,
        published_source="html" if published_at else None,
    )


def _find_time(page: str, day: str | None) -> str | None:
    """Find the time of day that the page gives for its publication; trafilatura often keeps the day alone."""
    found = _TIME.search(page) if day else None
    return found[1] if found and day and found[1][:10] == day[:10] else None


@cache
def _short() -> ConfigParser:
    """Settings that accept a short article: by default it is taken for a failure and all its lines become one."""
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
    return config
