"""Schemathesis asks the server whatever its OpenAPI document admits, and much that it does not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cpp_corpus.servers.openapi import openapi
from cpp_corpus.servers.questions import QUESTIONS

schemathesis = pytest.importorskip("schemathesis")
from schemathesis import GenerationMode  # noqa: E402 - only where it is installed
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi import checks  # noqa: E402

CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", QUESTIONS)
def test_answers_are_as_the_document_says(address: str, name: str, method: str, mode: Any) -> None:
    operation = schemathesis.openapi.from_dict(openapi([QUESTIONS[name]]))[f"/{name}"][method]

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def check(case: Any) -> None:
        case.call_and_validate(base_url=address, checks=CHECKS)

    check()
