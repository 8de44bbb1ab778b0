"""Whatever is sent to whichever operation, the API answers; it never fails."""

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance

from fullscore.api.main import api
from fullscore.engine.registers.access import Role
from fullscore.store.models import Organisation
from fullscore.usecases import registers
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW, MemberFactory

EXAMPLES = int(os.environ.get("FULLSCORE_API_EXAMPLES", "5"))
ORG = "harbor-mill"


def described() -> dict[str, Any]:
    """Return the description with the organisation filled in, and refs that are sometimes there."""
    document = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1")))
    document["paths"] = {path.replace("{org}", ORG): about for path, about in document["paths"].items()}
    for operation in [each for about in document["paths"].values() for each in about.values()]:
        operation["parameters"] = [p for p in operation.get("parameters", []) if p["name"] != "org"]
        for parameter in operation["parameters"]:
            if parameter["name"] == "ref":
                parameter["schema"] = {"anyOf": [{"enum": ["one"]}, {"type": "string", "minLength": 1}]}
    return document


schema = schemathesis.openapi.from_dict(described())
schema.app = get_wsgi_application()
schema.location = "/api/v1/openapi.json"


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """Requests share the test's transaction, as they do with Django's own test client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


# Dozens of operations, some of which read a file in a child: a hundred and fifty tries of each tell as
# much as five hundred; the nightly sweep makes all it is asked for.
TRIES = EXAMPLES if EXAMPLES > 500 else min(EXAMPLES, 150)


@pytest.fixture
def token(_one_connection: None, organisation: Organisation, member: MemberFactory) -> str:
    registers.save(
        by=member(Role.OWNER),
        register="teams",
        ref=None,
        values={"name": "One", "ref": "one"},
        version=None,
        now=NOW,
    )
    return tokens.issue_token(by=member(Role.OWNER), name="sweep", scope="write", days=1, now=NOW).secret


@pytest.mark.slow
@schema.parametrize()
@settings(
    max_examples=TRIES, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_no_operation_fails(case: schemathesis.Case, token: str) -> None:
    response = case.call(headers={"Authorization": f"Bearer {token}"})

    case.validate_response(response, checks=(not_a_server_error, content_type_conformance))
