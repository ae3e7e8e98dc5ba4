"""The API against its own description: schemathesis asks what the description allows and what it does not."""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, assume, settings

from citydesk.desk import create_app
from tests.desk.scenes import make_ledger

schema = schemathesis.openapi.from_asgi("/api/openapi.json", create_app(make_ledger()))


@schema.hook
def filter_query(_: schemathesis.HookContext, query: Any) -> bool:
    """All but a last day before the first, which is refused, and which a description in OpenAPI cannot forbid."""
    since, until = str((query or {}).get("since", "")), str((query or {}).get("until", "~"))
    return since <= until


@schema.parametrize()
@settings(max_examples=20, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_api_keeps_its_contract(case: schemathesis.Case[Any]) -> None:
    """Whatever is asked, status, type and form of the answer are those promised, and nothing breaks."""
    asked = case.query or {}
    assume("first" not in asked or asked["first"] != asked.get("second"))  # one report twice: nor can it forbid that
    case.call_and_validate()
