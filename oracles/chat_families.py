#!/usr/bin/env python3
"""Golden renderings of real chat templates, by transformers' apply_chat_template.

Needs: jinja2, tokenizers, transformers, and the templates that chat_templates.py lays down.
Use, from the repository root: oracles/chat_families.py
Writes libs/chat-template/src/test/resources/golden/families/{conversations,FAMILY}.json: of a template only its sha256 and
what it makes of the conversations. `failure` in place of `expected` means that transformers fails too; `refusal` that the
template itself refuses the conversation.
"""
import hashlib
from datetime import datetime

import jinja2
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from transformers import PreTrainedTokenizerFast
from transformers.utils import chat_template_utils

import golden
from chat_templates import FAMILIES, FOLDER

NOW = datetime(2026, 3, 9, 8, 5, 7)


class Clock(datetime):
    @classmethod
    def now(cls, tz=None):
        return NOW


chat_template_utils.datetime = Clock


def turns(*contents, system=None):
    roles = ["user", "assistant"]
    first = [{"role": "system", "content": system}] if system is not None else []
    return first + [{"role": roles[i % 2], "content": content} for i, content in enumerate(contents)]


TOOLS = [{"type": "function", "function": {
    "name": "get_weather", "description": "The weather of a \"city\" <now> & later",
    "parameters": {"type": "object", "required": ["city"], "properties": {
        "city": {"type": "string", "description": "Its name, as in Zürich"},
        "days": {"type": "integer", "description": "How many"},
        "unit": {"type": "string", "enum": ["C", "F"]}}}}}]
CALL = {"id": "call00001", "type": "function",
        "function": {"name": "get_weather", "arguments": {"city": "Zürich", "days": 2, "unit": "C"}}}
USED = turns("Is it warm in Zürich?") + [
    {"role": "assistant", "content": "", "tool_calls": [CALL]},
    {"role": "tool", "name": "get_weather", "tool_call_id": "call00001", "content": "{\"degrees\": 21.5}"}]

CONVERSATIONS = {
    "one turn": turns("What is 2 + 2?"),
    "system": turns("What is 2 + 2?", system="Be brief."),
    "empty system": turns("What is 2 + 2?", system=""),
    "several turns": turns("Hi", "Hello! How can I help?", "Name three colours", "red, green, blue"),
    "several turns with system": turns("Hi", "Hello!", "And now?", system="You are a pirate.\nSay arr."),
    "blanks and quotes": turns("  two \n\n lines\t", "\n 'single' and \"double\" \\ back ", " é 😀 <b>&amp;</b> {{ x }} "),
    "thoughts": turns("Why?", "<think>\nbecause\n</think>\n\nSo.", "Really?", "<think>yes</think>Yes."),
    "two users": turns("Hi") + turns("Are you there?"),
    "assistant first": [{"role": "assistant", "content": "Welcome."}] + turns("Thanks"),
    "system only": [{"role": "system", "content": "Be brief."}],
    "unknown role": [{"role": "critic", "content": "Hm."}],
    "tools offered": turns("Is it warm in Zürich?", system="Be brief."),
    "tools used": USED,
    "tools used and answered": USED + [{"role": "assistant", "content": "It is 21.5 degrees."}],
}


def refused(error):
    """Whether raise_exception threw it."""
    return type(error) is jinja2.TemplateError


def render(tokenizer, template, name, generation):
    tools = TOOLS if name.startswith("tools") else None
    try:
        return {"expected": tokenizer.apply_chat_template(
            CONVERSATIONS[name], chat_template=template, tools=tools, tokenize=False, add_generation_prompt=generation)}
    except Exception as e:
        return {"refusal" if refused(e) else "failure": f"{type(e).__name__}: {e}"[:200]}


def write(name, values):
    golden.write("libs/chat-template", f"families/{name}", values, packages=["jinja2", "transformers"], indent=1)


if __name__ == "__main__":
    write("conversations", {"now": NOW.isoformat(), "tools": TOOLS, "conversations": CONVERSATIONS,
                            "families": list(FAMILIES)})
    for family, (_, _, tokens) in FAMILIES.items():
        template = (FOLDER / f"{family}.jinja").read_bytes().decode()
        tokenizer = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(WordLevel({"?": 0}, unk_token="?")), **tokens)
        write(family, {
            "sha256": hashlib.sha256(template.encode()).hexdigest(), "specialTokens": tokens,
            "cases": [{"conversation": name, "addGenerationPrompt": generation}
                      | render(tokenizer, template, name, generation)
                      for name in CONVERSATIONS for generation in (False, True)]})
