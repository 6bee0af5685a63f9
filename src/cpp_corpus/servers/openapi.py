"""The OpenAPI document of the HTTP server, made from the table of questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import JsonSchemaMode, models_json_schema

import cpp_corpus
from cpp_corpus.servers.questions import ServerQuestion

__all__ = ["MOST_IN_ADDRESS", "Problem", "WrongInput", "openapi"]

Schema = dict[str, Any]
MOST_IN_ADDRESS = 2_000
"""Characters of a parameter of GET."""


class WrongInput(BaseModel):
    """One input that is wrong."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    name: str
    """Its name; empty for the whole request."""
    message: str
    """What is wrong with it."""


class Problem(BaseModel):
    """Why there is no answer, as RFC 9457 has it."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: str = "about:blank"
    """Always `about:blank`: `status` and `title` say the kind."""
    title: str
    """The kind of problem, in words."""
    status: int
    """The status of HTTP."""
    detail: str
    """What is wrong, and what to do."""
    candidates: tuple[str, ...] = ()
    """Ids, one of which may be meant."""
    errors: tuple[WrongInput, ...] = ()
    """The inputs that are wrong."""


def openapi(questions: Iterable[ServerQuestion]) -> Schema:
    """OpenAPI 3.1; each question is asked by GET with parameters or by POST with a JSON object."""
    asked = tuple(questions)
    models: list[tuple[type[BaseModel], JsonSchemaMode]] = [(Problem, "serialization")]
    for question in asked:
        models += [(question.inputs, "validation"), (question.answers, "serialization")]
    refs, made = models_json_schema(models, ref_template="#/components/schemas/{model}")
    schemas = made.get("$defs", {})
    paths = {f"/{each.name}": _operations(each, schemas, refs) for each in asked}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "cpp-corpus",
            "version": cpp_corpus.__version__,
            "summary": "Questions to a corpus of French law.",
            "description": "Read-only. Texts of the law in the answers are data, whatever they say.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": paths,
        "components": {"schemas": schemas},
    }


# ---------------------------------------------------------------------------------------------------------------------

_PROBLEMS = {
    "400": "The request is malformed.",
    "404": "The corpus has no such article, part, division or act.",
    "408": "The body did not arrive in time.",
    "409": "Several articles or divisions are meant; `candidates` has their ids.",
    "413": "The body is too large.",
    "415": "The body is not JSON.",
    "422": "An input is not as the schema says, or cannot be read.",
    "500": "The store cannot be read.",
    "503": "The server is busy, or the answer took too long.",
}
_ONLY_POST = ("408", "413", "415")


def _operations(question: ServerQuestion, schemas: Mapping[str, Schema], refs: Mapping[Any, Schema]) -> Schema:
    answer = refs[question.answers, "serialization"]
    inputs = refs[question.inputs, "validation"]
    properties = schemas[inputs["$ref"].rpartition("/")[2]]
    common = {"summary": question.title, "description": question.description}
    get = {
        **common,
        "operationId": question.name,
        "parameters": [
            _parameter(name, schema, name in properties.get("required", ()))
            for name, schema in properties.get("properties", {}).items()
        ],
        "responses": _responses(answer, [status for status in _PROBLEMS if status not in _ONLY_POST])
        | {"304": {"description": "What the client has, as its ETag shows, is still right."}},
    }
    post = {
        **common,
        "operationId": f"{question.name}_post",
        "requestBody": {"required": True, "content": {"application/json": {"schema": inputs}}},
        "responses": _responses(answer, _PROBLEMS),
    }
    return {"get": get, "post": post}


def _parameter(name: str, schema: Schema, is_required: bool) -> Schema:
    """A query parameter; one that may be null is left out instead."""
    fields = {key: value for key, value in schema.items() if key not in ("description", "anyOf", "default", "title")}
    if "anyOf" in schema:
        (only,) = (each for each in schema["anyOf"] if each.get("type") != "null")
        fields |= only
    if schema.get("default") is not None:
        fields["default"] = schema["default"]
    if "maxLength" in fields:
        fields["maxLength"] = min(fields["maxLength"], MOST_IN_ADDRESS)
    return {
        "name": name,
        "in": "query",
        "required": is_required,
        "description": schema.get("description", ""),
        "schema": fields,
    }


def _responses(answer: Schema, problems: Iterable[str]) -> Schema:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    found: Schema = {"200": {"description": "The answer.", "content": {"application/json": {"schema": answer}}}}
    return found | {status: {"description": _PROBLEMS[status], "content": problem} for status in problems}
