"""Names of law enforcement bodies, by their form."""

import pytest

from citydesk.read.said.agency_names import abbreviations_of, find_names, handle_letters, handles_of, same_body
from citydesk.read.said.agency_patterns import Sort


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("The Alton Police Department came.", "Alton Police Department", Sort.POLICE),
        ("On Friday Alton police came.", "Alton police", Sort.POLICE),
        ("Meanwhile Mt. Hope police came.", "Mt. Hope police", Sort.POLICE),
        ("Prince George's County Police came.", "Prince George's County Police", Sort.POLICE),
        ("Town of Alton Police Department came.", "Town of Alton Police Department", Sort.POLICE),
        ("Alton PD came.", "Alton PD", Sort.POLICE),
        ("Pike County Sheriff Jo Marlow came.", "Pike County Sheriff", Sort.SHERIFF),
        ("Pike County sheriff’s deputies came.", "Pike County Sheriff's Office", Sort.SHERIFF),
        ("The U.S. Marshals Service came.", "U.S. Marshals Service", Sort.FEDERAL),
        ("Texas Department of Public Safety troopers came.", "Texas Department of Public Safety", Sort.STATE),
        ("The Pike County District Attorney's Office came.", "Pike County District Attorney's Office", Sort.PROSECUTOR),
        ("Pike County prosecutors came.", "Pike County prosecutors", Sort.PROSECUTOR),
        ("The Office of the Attorney General came.", "Office of the Attorney General", Sort.PROSECUTOR),
        ("The Pike Regional Task Force came.", "Pike Regional Task Force", Sort.OTHER),
        ("The Alton Violent Crimes Unit came.", "Alton Violent Crimes Unit", Sort.OTHER),
        ("Texas Parks and Wildlife Department came.", "Texas Parks and Wildlife Department", Sort.STATE),
        ("Alton Public Safety officers came.", "Alton Public Safety", Sort.POLICE),
        ("Alton, Okla. police came.", "Alton police", Sort.POLICE),
        ("St. Mary city police came.", "St. Mary city police", Sort.POLICE),
        ("Pike County detectives came.", "Pike County detectives", Sort.POLICE),
        ("Pike County Lt. Jo Marlow came.", "Pike County Sheriff's Office", Sort.SHERIFF),
    ],
    ids=lambda value: str(value)[:30],
)
def test_tells_a_name_by_its_form(text: str, name: str, sort: Sort) -> None:
    """The words before the word for the body are its place, without what begins the sentence."""
    (found,) = find_names(text)
    assert (found.name, found.sort) == (name, sort)


@pytest.mark.parametrize(
    "text",
    [
        "City police came.",
        "Homicide detectives came.",
        "In Alton, Ohio, police came.",
        "Initial police reports came.",
        "Police came.",
        "Deadly police chase",
        "The fire department came.",
        "A sheriff came.",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    """A body is named by more than a common noun."""
    assert find_names(text) == []


def test_knows_the_short_forms_of_a_name() -> None:
    """Initials, place and tail, and the letters of handles."""
    police, sheriff = find_names("Hill City Metropolitan Police Department and Pike County Sheriff's Office came.")
    assert "HCMPD" in abbreviations_of(police)
    assert "PCSO" in abbreviations_of(sheriff)
    assert handle_letters("@PikeCountySheriff") in handles_of(sheriff)
    assert handle_letters("@HCMPD_News") in handles_of(police)


def test_one_body_goes_by_a_shorter_place() -> None:
    """The shorter "Hill City police" may be the Metropolitan Police; another city's is not."""
    full, short, other = find_names("Hill City Metropolitan Police Department. Hill City police. Alton police.")
    assert same_body(full, short)
    assert not same_body(full, other)
