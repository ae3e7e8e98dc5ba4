"""The forms of the API's answers about doubt: the review queue, and why two reports tell of one incident or of two.

In: a page of the queue, or explained pairs, as the desk may show them. Out: pydantic models, whose fields are the
published contract. Names withheld are covered in the whole answer afterwards, each thing in the queue with its own
cover.
"""

from collections.abc import Sequence
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from citydesk.desk.addresses import explain_page, incident_json, report_json, report_page, review_json
from citydesk.desk.api_forms import LineForm
from citydesk.desk.asking import AskedQueueOfApi
from citydesk.desk.published import ShownReview, ShownReviews
from citydesk.desk.rulings import RulingLine, ruling_lines
from citydesk.ledger import Choice, PairView, ReviewKind, Side, ToldIn, pair_words, review_words
from citydesk.model import Claim, ClaimId, IncidentId, ReportId, Ruling


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, from_attributes=True)


class EndForm(_Form):
    """An incident as one report tells it."""

    report: ReportId
    title: str = Field(description="Of the report; its first words where it has none.")
    telling: int = Field(description="Which of the report's incidents it is, from 0.")
    main: bool = Field(description="False where the report only mentions it.")
    incident: IncidentId | None = Field(description="The ledger's; null while no report is about it.")
    page: str = Field(description="Address of the report's page for people.")
    api: str = Field(description="Address of the report in the API.")
    incident_api: str | None = Field(description="Address of the incident in the API.")

    @classmethod
    def of(cls, told: ToldIn) -> Self:
        """One side of a pair as the API gives it."""
        return cls(
            report=told.report,
            title=told.title,
            telling=told.telling,
            main=told.main,
            incident=told.incident,
            page=report_page(told.report),
            api=report_json(told.report),
            incident_api=None if told.incident is None else incident_json(told.incident),
        )


class WeighedForm(_Form):
    """What one thing that two reports have in common, or not, adds to the log odds that they tell of one incident."""

    name: str = Field(examples=["names"])
    sentence: str = Field(description="What is compared.")
    value: str = Field(description="What was found: words, or a share such as 0.42.")
    weight: float = Field(description="Below 0 it speaks for two incidents.")


class PairForm(_Form):
    """What holds two incidents of two reports together or apart."""

    first: EndForm
    second: EndForm
    together: bool = Field(description="Whether they stand in one incident.")
    why: str = Field(description="One sentence.")
    probability: float = Field(description="That they are one, by the features alone.")
    average: float | None = Field(description="Of all pairs between the two incidents; null for one incident.")
    hard_no: str | None = Field(description="Why they cannot be one.")
    compared: bool = Field(description="Whether the ledger compared them at all.")
    through: ReportId | None = Field(description="The report that is like both, where they are not like each other.")
    decisions: list[int] = Field(description="Decisions that hold and are about both.")
    features: list[WeighedForm] = Field(description="The prior, then the heaviest first.")

    @classmethod
    def of(cls, pair: PairView) -> Self:
        """A pair as the API gives it."""
        return cls(
            first=EndForm.of(pair.first),
            second=EndForm.of(pair.second),
            together=pair.together,
            why=pair_words(pair),
            probability=pair.probability,
            average=pair.average,
            hard_no=pair.hard_no,
            compared=pair.compared,
            through=pair.through,
            decisions=list(pair.decisions),
            features=[WeighedForm.model_validate(one) for one in pair.features],
        )


class ExplanationForm(_Form):
    """Each incident of one report against each of another: those held together first, then the likeliest."""

    pairs: list[PairForm]
    page: str = Field(description="Address of the page for people.")

    @classmethod
    def of(cls, first: ReportId, second: ReportId, pairs: Sequence[PairView]) -> Self:
        """An explanation as the API gives it, before withheld names are covered."""
        return cls(pairs=[PairForm.of(pair) for pair in pairs], page=explain_page(first, second))


class DoubtedForm(_Form):
    """The participant whose value is in doubt."""

    number: int
    text: str = Field(description="The fullest mention in any report.")


class SideForm(_Form):
    """One of the values that are said, and who says it."""

    value: JsonValue
    stands: bool
    claims: list[Claim]

    @classmethod
    def of(cls, side: Side) -> Self:
        """A side as the API gives it."""
        return cls(value=side.value, stands=side.stands, claims=list(side.claims))


class RuledForm(_Form):
    """A decision that later reports contradict."""

    id: int
    words: str
    who: str
    when: str = Field(description="ISO time.")
    why: str

    @classmethod
    def of(cls, line: RulingLine) -> Self:
        """A decision as the API gives it."""
        return cls(id=line.number, words=line.words, who=line.who, when=line.iso_when, why=line.why)


class ChoiceForm(_Form):
    """A way to answer: the decision that `citydesk decide` or `Ledger.decide` would make."""

    label: str
    what: Ruling
    claim: ClaimId | None
    incident: IncidentId | None
    property: str | None
    person: int | None
    value: JsonValue
    other: IncidentId | None
    reports: list[ReportId]
    telling: int | None
    decision: int | None

    @classmethod
    def of(cls, choice: Choice) -> Self:
        """A choice as the API gives it."""
        told = choice.proposal
        names = (name for name in cls.model_fields if name not in ("label", "reports"))
        return cls(label=choice.label, reports=list(told.reports), **{name: getattr(told, name) for name in names})


class ReviewForm(_Form):
    """Something that a person should look at."""

    kind: ReviewKind
    why: str = Field(description="One sentence.")
    gain: float = Field(description="Expected: the probability that the ledger is wrong there, times what that costs.")
    incident: LineForm
    other: LineForm | None = Field(description="Of a link between two incidents, the younger.")
    property: str | None = Field(description="The property whose value is in doubt; null for a link.")
    person: DoubtedForm | None
    probability: float | None = Field(description="Of a link: that what it is about is one incident.")
    sides: list[SideForm] = Field(description="What is said, what stands first; empty for a link.")
    pairs: list[PairForm] = Field(description="Of a link: what it hangs on.")
    decision: RuledForm | None
    choices: list[ChoiceForm]

    @classmethod
    def of(cls, shown: ShownReview) -> Self:
        """Something to look at as the API gives it, before withheld names are covered."""
        item, lines = shown.item, {one.line.id: one.line for one in shown.lines}
        ruled = () if item.decision is None else ruling_lines([item.decision], shown.record, shown.cover)
        other = None if item.other is None else lines.get(item.other.id)
        return cls(
            kind=item.kind,
            why=review_words(item),
            gain=item.gain,
            incident=LineForm.of(lines[item.incident.id]),
            other=None if other is None else LineForm.of(other),
            property=item.property,
            person=None if item.person is None else DoubtedForm.model_validate(item.person),
            probability=item.probability,
            sides=[SideForm.of(side) for side in item.sides],
            pairs=[PairForm.of(pair) for pair in item.pairs],
            decision=RuledForm.of(ruled[0]) if ruled else None,
            choices=[ChoiceForm.of(choice) for choice in item.choices],
        )


class ReviewsForm(_Form):
    """One page of the review queue, the greatest expected gain first."""

    total: int
    page: int
    page_size: int
    counts: dict[ReviewKind, int] = Field(description="How many there are of each kind.")
    unasked: int = Field(description="Incidents from before there was a queue, which a rebuild puts in.")
    reviews: list[ReviewForm]
    next: str | None = Field(description="Address of the next page.")
    previous: str | None = Field(description="Address of the page before.")

    @classmethod
    def of(cls, shown: ShownReviews, asked: AskedQueueOfApi) -> Self:
        """A page of the queue as the API gives it, before withheld names are covered."""
        last = -(-shown.total // asked.page_size)

        def address(page: int) -> str:
            return review_json(asked.kind, page, asked.page_size)

        return cls(
            total=shown.total,
            page=asked.page,
            page_size=asked.page_size,
            counts=dict(shown.counts),
            unasked=shown.unasked,
            reviews=[ReviewForm.of(one) for one in shown.items],
            next=address(asked.page + 1) if asked.page < last else None,
            previous=address(min(asked.page - 1, last)) if asked.page > 1 and last else None,
        )
