"""Cities by other names than their own: "Philly", "D.C.", "LAPD", "Savannah-Chatham".

In: words as they stand in a text. Out: the city that is meant, and whether the words name its police. Only names that
mean one city everywhere in the country: "KC" and "MPD" mean several.
"""

from typing import NamedTuple

from citydesk.read.where.gazetteer import City, cities_named, counties_named


class Nicknamed(NamedTuple):
    """A city meant by another name."""

    city: City
    police: bool
    """Whether the words name the city's police ("LAPD"), or city and county police in one ("Savannah-Chatham")."""


_NICKNAMES = {
    "Philly": "Philadelphia PA",
    "Phila.": "Philadelphia PA",
    "Phila": "Philadelphia PA",
    "Indy": "Indianapolis IN",
    "NOLA": "New Orleans LA",
    "Vegas": "Las Vegas NV",
    "NYC": "New York NY",
    "OKC": "Oklahoma City OK",
    "SLC": "Salt Lake City UT",
    "KCMO": "Kansas City MO",
    "KCK": "Kansas City KS",
    "D.C.": "Washington DC",
    "DC": "Washington DC",
    "L.A.": "Los Angeles CA",
}
_POLICE = {
    "NYPD": "New York NY",
    "LAPD": "Los Angeles CA",
    "SFPD": "San Francisco CA",
    "SDPD": "San Diego CA",
    "LBPD": "Long Beach CA",
    "SAPD": "San Antonio TX",
    "NOPD": "New Orleans LA",
    "BRPD": "Baton Rouge LA",
    "LMPD": "Louisville KY",
    "IMPD": "Indianapolis IN",
    "CMPD": "Charlotte NC",
    "LVMPD": "Las Vegas NV",
    "KCPD": "Kansas City MO",
    "SLMPD": "St. Louis MO",
    "OKCPD": "Oklahoma City OK",
}
"""Initials of police that the readers of local news know by them, where no other large city's are the same."""


def city_nicknamed(words: str) -> Nicknamed | None:
    """The city that words mean which are no city's own name; None where they mean none.

    >>> named = city_nicknamed("Savannah-Chatham")
    >>> named and (named.city.name, named.city.state, named.police)
    ('Savannah', 'GA', True)
    """
    told = _NICKNAMES.get(words) or _POLICE.get(words)
    if told is not None:
        name, _, state = told.rpartition(" ")
        city = next((city for city in cities_named(name) if city.state == state), None)
        return None if city is None else Nicknamed(city, words in _POLICE)
    city = _of_both(words)
    return None if city is None else Nicknamed(city, police=True)


def _of_both(words: str) -> City | None:
    """The city of a name that joins a city and its county by a hyphen ("Charlotte-Mecklenburg")."""
    first, hyphen, second = words.partition("-")
    if not hyphen or not second[:1].isupper():
        return None
    counties = {(county.name.rpartition(" ")[0], county.state) for county in counties_named(second)}
    return next(
        (city for city in cities_named(first) if (city.county.rpartition(" ")[0], city.state) in counties), None
    )
