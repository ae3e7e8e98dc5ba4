"""Officers' ranks, agencies and years of service."""

import pytest

from tests.read.people import people_in, told


@pytest.mark.parametrize(
    ("text", "rank", "agency"),
    [
        ("Sgt. Amos Reed of the Franklin Police Department was shot.", "Sgt.", "Franklin Police Department"),
        ("A Franklin police officer was shot.", None, "Franklin police"),
        ("The Franklin Police Department said one of their officers was shot.", None, "Franklin Police Department"),
        ("The Franklin Police Department is investigating. An officer was shot.", None, "Franklin Police Department"),
        ("A deputy was shot in the arm.", "deputy", None),
        ("The Franklin Police Department came. Cpl. Amos Reed was shot.", "Cpl.", "Franklin Police Department"),
        ("The Pike County Sheriff's Office came. An officer was shot.", None, "Pike County Sheriff's Office"),
        ("The Pike County Sheriff's Office and the FBI came. An officer was shot.", None, None),
        ("A man was shot. The Franklin Police Department is investigating.", None, None),
    ],
)
def test_an_officer_serves_the_agency_that_the_words_tell(text: str, rank: str | None, agency: str | None) -> None:
    """The agency is that of the words, of "their", or the only one of the kind; others have none."""
    victim = next(p for p in people_in(text) if p.role.value == "victim")
    assert (told(victim.rank), told(victim.agency)) == (rank, agency)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("An officer was shot. The officer spent four and a half years on the force.", 4.5),
        ("A deputy was shot. The deputy is a 12-year veteran of the force.", 12.0),
        ("An officer was shot two years ago.", None),
    ],
)
def test_years_of_service_are_told_with_halves(text: str, years: float | None) -> None:
    """A number of years counts where the sentence speaks of service."""
    assert told(people_in(text)[0].years_of_service) == years
