#!/usr/bin/env python3
"""Golden renderings of chat templates, by transformers.

Needs: transformers, jinja2.
Use, from the repository root: oracles/chat_template.py
Writes libs/chat-template/src/test/resources/golden/{constructs,smollm2}.json. The small templates below are ours, one per
construct; of SmolLM2's, read from ../shared/models, only the renderings are kept. `failure` in place of `expected` means that
transformers refuses too.
"""
import json
from datetime import datetime
from pathlib import Path

from transformers.utils.chat_template_utils import render_jinja_template

import golden

ROOT = Path(__file__).resolve().parent.parent
SMOLLM2 = ROOT.parent / "shared/models/smollm2-135m-instruct/tokenizer_config.json"

ASK = [{"role": "user", "content": "  What is 2 + 2?\n"}]
TALK = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi \u00e9\U0001f600 there"},
        {"role": "assistant", "content": "Hello!"}, {"role": "user", "content": "Name three\ncolours"},
        {"role": "assistant", "content": "red, green, blue"}]
TOOLS = [{"type": "function", "function": {"name": "add", "description": "Adds \"two\" <numbers> & more\u00e9\u0001",
          "parameters": {"type": "object", "properties": {"b": {"type": "number"}, "A": {"type": "integer"}}, "required": []}}}]
CALLS = [{"role": "user", "content": "add"},
         {"role": "assistant", "content": None, "tool_calls": [{"function": {"name": "add", "arguments": {"b": 1.5, "A": [1, None, True]}}}]},
         {"role": "tool", "content": [{"type": "text", "text": "2.5"}, {"type": "image"}]}]
EVERYTHING = {"numbers": [3, -1, 2], "words": ["b", "A", "c"], "empty": [], "nothing": None, "yes": True, "size": 7,
              "ratio": 0.5, "mapping": {"b": 1, "A": {"x": [1, 2]}, "c": None}, "text": "  Hello, World  ", "bos_token": "<s>"}

CONSTRUCTS = {
    # white space
    "plain text keeps all but its last newline": "a\n  b\n\n",
    "trim_blocks takes the newline after a tag": "{% if yes %}\nA\n{% endif %}\nB\n{{ size }}\nC",
    "lstrip_blocks takes the blanks before a tag": "x\n   {% if yes %}\n   A {% if yes %} B\n\t {% endif %}\n  {% endif %}\n  {{ size }}|  {# c #}\nend",
    "a minus strips its side": "a  \n {%- if yes -%} \n b \n{%- endif %}  c {{- size -}}  d \n{{ size -}}\n\n e {#- gone -#} f",
    "a plus keeps its side": "a\n   {%+ if yes +%}\nb\n   {%+ endif %}\nc",
    "comments vanish": "a{# one\ntwo {{ x }} #}b\n  {# line #}\nc",
    "windows newlines": "a\r\n{% if yes %}\r\nb\r\n{% endif %}\r\n{{ 'x\r\ny' }}",
    "brackets inside tags": "{{ {'a': {'b': 1}}['a']['b'] }}{{ '}}' }}{{ \"%}\" }}{ {a} }",
    # statements
    "if, elif, else": "{% for n in numbers %}{% if n > 2 %}big{% elif n == 2 %}two{% else %}small{% endif %} {% endfor %}",
    "loop variables": "{% for w in words %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ w }}{{ loop.previtem }}{{ loop.nextitem }};{% endfor %}",
    "loop with a condition and an else": "{% for n in numbers if n > 0 %}{{ loop.index }}:{{ n }} {% else %}none{% endfor %}{% for n in numbers if n > 9 %}{{ n }}{% else %}none{% endfor %}",
    "loops over mappings, pairs and texts": "{% for k in mapping %}{{ k }}{% endfor %}{% for k, v in mapping.items() %}{{ k }}={{ v }};{% endfor %}{% for c in 'h\u00e9\U0001f600' %}{{ c }}.{% endfor %}",
    "break, continue and cycle": "{% for n in range(10) %}{% if n == 1 %}{% continue %}{% endif %}{% if n == 4 %}{% break %}{% endif %}{{ n }}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "a loop inside sees the one around": "{% for a in words %}{% set outer = loop %}{% for b in words %}{{ outer.index }}{{ loop.index }} {% endfor %}{% endfor %}",
    "set does not leave its loop": "{% set x = 1 %}{% for n in numbers %}{% set x = x + n %}{{ x }} {% endfor %}{{ x }}{% if yes %}{% set x = 9 %}{% endif %}{{ x }}",
    "a namespace leaves its loop": "{% set ns = namespace(total=0, last='') %}{% for n in numbers %}{% set ns.total = ns.total + n %}{% set ns.last = n %}{% endfor %}{{ ns.total }}{{ ns.last }}{{ ns.missing }}",
    "set of pairs and of a body": "{% set a, b = 1, 'z' %}{{ a }}{{ b }}{% set body %}x{{ a }}y{% set a = 5 %}{% endset %}{{ body }}{{ body|length }}{{ a }}",
    "macros": "{% macro tag(name, body='none', loud=false) %}<{{ name }}>{{ body|upper if loud else body }}{% endmacro %}{{ tag('a') }}{{ tag('b', 'text') }}{{ tag(loud=true, name='c', body='x') }}{{ tag('d')|length }}",
    "macros see the template's variables": "{% set x = 1 %}{% macro show(y) %}{{ x }}{{ y }}{{ size }}{% endmacro %}{% set x = 2 %}{{ show(3) }}{{ show() }}",
    "a macro calls itself": "{% macro count(n) %}{{ n }}{% if n > 0 %}{{ count(n - 1) }}{% endif %}{% endmacro %}{{ count(5) }}",
    "spread arguments": "{% macro f(a, b='x', c='y') %}{{ a }}{{ b }}{{ c }};{% endmacro %}{{ f(*[1, 2]) }}{{ f(1, *words) if false else f(1, *[2]) }}{{ f(1, **{'c': 3}) }}{% set fs = [f] %}{{ fs[0](*[1], **{'b': 2}) }}{{ dict(a=1, **mapping) }}",
    "format": "{{ '{} and {}: {{x}} {name}'.format(1, 'b', name=none) }}{{ '{1}{0}$'.format([1], 2.0) }}",
    "generation": "{% for m in messages %}{% if m.role == 'assistant' %}{% generation %}{% set x = 1 %}{{ m.content }}{% endgeneration %}{{ x }}{% else %}{{ m.content }}{% endif %}|{% endfor %}",
    # expressions
    "arithmetic": "{{ 7 + 2 * 3 - 4 }} {{ 7 / 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2.5 * 2 }} {{ 'ab' * 2 }} {{ [1] * 2 + [none] }} {{ 10 % 3 }} {{ - size }} {{ 1e3 }} {{ 6 / 3 }} {{ 7.5 // 2 }} {{ true + 1 }}",
    "joining": "{{ 1 ~ 'a' ~ none ~ true ~ 1.0 ~ [1, 'b'] ~ missing ~ '!' }} {{ 'a' + 'b' }} {{ 'x' ~ 1 * 2 ~ (1 + 2) }}",
    "comparison": "{{ 1 == 1.0 }} {{ true == 1 }} {{ 'a' != 'b' }} {{ 1 < 2 }} {{ 1 < 2 < 2 }} {{ 'a' < 'b' }} {{ [1, 2] == [1, 2] }} {{ {'a': 1} == {'a': 1.0} }} {{ none == false }} {{ missing == missing2 }} {{ 2 >= 2 }} {{ '1' == 1 }}",
    "membership": "{{ 'ell' in 'hello' }} {{ 3 in numbers }} {{ 'A' in mapping }} {{ 'x' not in words }} {{ 1 in missing }} {{ not 3 in numbers }} {{ not yes or 'b' in words and size > 3 }}",
    "logic gives the deciding operand": "{{ 0 or 'x' }} {{ '' and 'y' }} {{ 'a' and 'b' }} {{ none or [] }} {{ not none }} {{ not 'a' }} {{ missing or 'fallback' }}",
    "conditional expression": "{{ 'a' if yes else 'b' }}{{ 'a' if nothing else 'b' }}{{ 'a' if nothing }}{{ 'a' if nothing else 'b' if nothing else 'c' }}",
    "subscripts": "{{ messages[0]['role'] }}{{ messages[-1].content }}{{ mapping.A.x[1] }}{{ words.0 }}{{ mapping['zz'] }}{{ words[9] }}{{ 'abc'[1] }}{{ 'a\U0001f600b'[-1] }}{{ mapping.zz is defined }}",
    "slices": "{{ numbers[1:] }}{{ numbers[:-1] }}{{ numbers[::-1] }}{{ 'hello'[1:4] }}{{ 'hello'[-3:] }}{{ 'hello'[::2] }}{{ words[5:] }}{{ numbers[::2] }}{{ 'abc'[:0] }}{{ words[-9:1] }}{{ 'hello'[3:0:-1] }}{{ numbers[:size] }}",
    "texts as Python prints them": "{{ ['a', \"it's\", 'q\"', '\\n\\t\\\\', 'é', 'both\\'\"'] }} {{ {'k': none, 'b': false, 'f': 1.5} }} {{ 1.0 }} {{ 0.1 }} {{ 1e20 }} {{ 0.00001 }} {{ 123456789.125 }} {{ 1e16 }} {{ 1.5e-7 }} {{ (1, 2)|list }}",
    "string escapes": "{{ 'a\\nb\\t\\x41\\u00e9\\U0001f600\\'\\q' }}{{ \"d'q\" }}{{ 'con' 'cat' }}",
    "methods of texts": "[{{ text.strip() }}][{{ text.lstrip() }}][{{ text.rstrip() }}][{{ 'xxaxx'.strip('x') }}]{{ text.upper() }}{{ text.lower() }}{{ 'hello wORLD it\\'s'.title() }}{{ 'hELLO'.capitalize() }}{{ 'a,b,c'.split(',') }}{{ ' a  b '.split() }}{{ 'a,b,c'.split(',', 1) }}{{ ' a b  c '.split(none, 1) }}{{ 'aXbX'.replace('X', '-') }}{{ 'aaa'.replace('a', 'b', 2) }}{{ 'abc'.startswith('ab') }}{{ 'abc'.endswith(('x', 'c')) }}{{ 'hello'.find('l') }}{{ 'a'.join(['1', '2']) }}{{ 'aXbXc'.split('X')[-1] }}{{ 'banana'.count('an') }}{{ 'preA'.removeprefix('pre') }}",
    "methods of mappings": "{{ mapping.get('b') }}{{ mapping.get('zz') }}{{ mapping.get('zz', 'd') }}{{ mapping.keys()|list }}{{ mapping.values()|list|length }}{% for k, v in mapping.items() %}{{ k }}{% endfor %}{{ {'items': 3}['items'] }}",
    # filters and tests
    "text filters": "[{{ text|trim }}][{{ 'xax'|trim('x') }}]{{ text|upper|trim }}{{ 'ABC'|lower }}{{ 'hello world'|title }}{{ 'hello World'|capitalize }}{{ 'a-b'|replace('-', '+') }}{{ 12|string + 'x' }}{{ 'x'|safe }}{{ ' 42 '|int }}{{ 'x'|int }}{{ 3.9|int }}{{ '2.5'|float }}{{ -3|abs }}",
    "list filters": "{{ words|length }}{{ 'h\U0001f600'|length }}{{ mapping|length }}{{ missing|length }}{{ words|first }}{{ words|last }}{{ empty|first }}{{ words|join(', ') }}{{ numbers|join }}{{ 'abc'|list }}{{ words|reverse|list }}{{ mapping|list }}{{ mapping|items|list|length }}{{ words|count }}{{ ['', 'a', '']|join('-') }}",
    "selection": "{{ messages|selectattr('role', 'equalto', 'user')|list|length }}{{ messages|rejectattr('role', 'eq', 'user')|map(attribute='content')|join('/') }}{{ words|map('upper')|list }}{{ numbers|select('gt', 0)|list }}{{ numbers|reject('odd')|list }}{{ [0, 1, none]|select|list }}{{ messages|map(attribute='role')|join(',') }}{{ messages|selectattr('content')|list|length }}",
    "tests by their signs": "{{ messages|selectattr('role', '==', 'user')|list|length }}{{ numbers|select('>', 0)|list }}{{ numbers|reject('<=', 2)|list }}{{ numbers|select('!=', 2)|list }}{{ numbers|select('lessthan', 3)|list }}{{ 'abc' is lower }}{{ 'aB' is lower }}{{ 'AB1' is upper }}{{ '12' is upper }}",
    "order": "{{ numbers|sort }}{{ words|sort }}{{ words|sort(reverse=true, case_sensitive=true) }}{{ messages|sort(attribute='role')|map(attribute='role')|join(',') }}{{ numbers|min }}{{ numbers|max }}{{ words|max }}{{ empty|min }}{{ [1, 2, 1, 3]|unique|list }}{{ ['a', 'A', 'b']|unique|join }}{{ messages|map(attribute='role')|unique|list }}{{ numbers|sum }}{{ [{'n': 1}, {'n': 2.5}]|sum(attribute='n') }}{{ numbers|sum(start=10) }}",
    "indent": "{{ 'a\n\nb\n'|indent }}|{{ 'a\nb'|indent(2, true) }}|{{ 'a\n\nb'|indent(width='>', blank=true) }}|{{ ''|indent(first=true) }}",
    "lines": "{{ 'a\n\nb\r\nc\n'.splitlines() }}{{ ''.splitlines() }}{{ '\u2028x'.splitlines()|length }}",
    "tuples": "{{ (1, 'a') }}{{ (1,) }}{{ () }}{{ mapping.items()|list }}{{ mapping|dictsort }}{{ (1, 2) == [1, 2] }}{{ (1, 2) == (1, 2) }}{{ (1, 2, 3)[1:] }}{{ (1, 2)|tojson }}{% set x = 1, 2 %}{{ x }}{{ [(1, none)] }}",
    "ascii json": "{{ 'q\u00e9\U0001f600\x7f'|tojson(ensure_ascii=true) }}{{ 'q\u00e9\U0001f600\x7f'|tojson }}",
    "floats": "{{ 0.1 + 0.2 }} {{ 2.0 / 3 }} {{ 1e22 }} {{ 1e23 }} {{ 9007199254740993.0 }} {{ 5e-324 }} {{ 0.00012345 }} {{ 123456789012345680.0 }} {{ 1.0e15 }} {{ 100.0 }} {{ 2.5e-5 }} {{ 1e16|tojson }}",
    "characters": "{{ 'a\U0001f600b'[1] }}{{ 'a\U0001f600b'[-2:] }}{{ 'a\U0001f600b'[::-1] }}{{ 'abc'|first }}{{ 'abc'|last }}{{ 'abc'|reverse }}{{ 'a\U0001f600b'|length }}",
    "dictsort": "{% for k, v in mapping|dictsort %}{{ k }}:{{ v }};{% endfor %}",
    "default": "{{ missing|default('d') }}{{ nothing|default('d') }}{{ nothing|default('d', true) }}{{ ''|default('e', boolean=True) }}{{ size|default(1) }}{{ missing|default }}{{ mapping.zz|default('z') }}",
    "tojson": "{{ mapping|tojson }}{{ tools|tojson }}{{ tools[0]|tojson(indent=2) }}{{ 'q\"\\\\\\n<é>'|tojson }}{{ [1, 2.0, true, none]|tojson }}{{ mapping|tojson(separators=(',', ':'), sort_keys=true) }}{{ {}|tojson(indent=4) }}{{ [[], {}]|tojson(indent=1) }}{{ 1e-7|tojson }}",
    "tests": "{{ yes is defined }}{{ missing is defined }}{{ missing is undefined }}{{ nothing is none }}{{ text is string }}{{ mapping is mapping }}{{ words is iterable }}{{ text is iterable }}{{ size is iterable }}{{ words is sequence }}{{ mapping is sequence }}{{ yes is boolean }}{{ yes is true }}{{ 1 is true }}{{ false is false }}{{ size is number }}{{ yes is number }}{{ size is integer }}{{ yes is integer }}{{ ratio is float }}{{ size is odd }}{{ size is even }}{{ 9 is divisibleby 3 }}{{ size is equalto 7 }}{{ 'a' is eq('a') }}{{ size is ne 7 }}{{ 'a' is in words }}{{ 'b' is not in words }}{{ nothing is not none }}{{ yes is sameas true }}{{ not missing is defined and yes }}",
    "functions": "{{ range(3)|list }}{{ range(1, 4)|list }}{{ range(5, 0, -2)|list }}{{ dict(a=1, b='x') }}",
    # what conversations are made of
    "tools are none when there are none": "{{ documents is none }}{{ tools is defined }}{% if tools %}{% for t in tools %}{{ t.function.name }}({{ t.function.parameters.properties|length }}){% endfor %}{% endif %}",
    "content in parts": "{% for m in messages %}{% if m.content is string %}{{ m.content }}{% elif m.content is iterable and m.content is not none %}{% for part in m.content %}{% if part.type == 'text' %}{{ part['text'] }}{% else %}<{{ part.type }}>{% endif %}{% endfor %}{% endif %}{% if m.tool_calls %}{% for c in m.tool_calls %}{{ c.function.arguments|tojson }}{% for k, v in c.function.arguments.items() %}{{ k }}={{ v }}{% endfor %}{% endfor %}{% endif %}|{% endfor %}",
    "special tokens and the generation prompt": "{{ bos_token }}{% for m in messages %}<|{{ m['role'] }}|>{{ m['content'] | trim }}<|end|>\n{% endfor %}{% if add_generation_prompt %}<|assistant|>\n{% endif %}",
    "system message taken out": "{% if messages[0]['role'] == 'system' %}{% set system = messages[0]['content'] %}{% set rest = messages[1:] %}{% else %}{% set system = 'none' %}{% set rest = messages %}{% endif %}{{ system }}{% for m in rest %}{% if (m['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Roles must alternate') }}{% endif %}[{{ m.content.split('\\n')|join('/') }}]{% endfor %}",
    # failures
    "a refusal": "{% if messages[0].role != 'assistant' %}{{ raise_exception('Only the assistant may begin, not ' + messages[0].role) }}{% endif %}",
    "attribute of what is undefined": "{{ missing.name }}",
    "sum of text and number": "{{ 'a' + 1 }}",
    "sum with none": "{{ 'a' + nothing }}",
    "loop over a number": "{% for x in size %}{% endfor %}",
    "loop over none": "{% for x in nothing %}{% endfor %}",
    "division by zero": "{{ 1 // 0 }}",
    "order of text and number": "{{ 'a' < 1 }}",
    "too many values": "{% for a, b in [[1, 2, 3]] %}{% endfor %}",
    "call of a text": "{{ text() }}",
    "json of what is undefined": "{{ missing|tojson }}",
    "attribute of a variable that is no namespace": "{% set mapping.x = 1 %}",
    "an endless range": "{% for i in range(10000000) %}x{% endfor %}",
    "unclosed if": "{% if yes %}a",
    "unclosed output": "a {{ yes",
    "unclosed comment": "a {# yes",
    "stray end": "a {% endif %}",
    "unknown filter": "{{ text|nosuch }}",
    "unknown test": "{{ text is nosuch }}",
    "unknown tag": "{% nosuch %}",
    "bad character": "{{ yes ? 1 }}",
    "missing operand": "{{ 1 + }}",
    "sort of texts and numbers": "{{ ['a', 1]|sort }}",
    "format without an argument": "{{ '{} {}'.format(1) }}",
    "format with one brace": "{{ 'a } b'.format(1) }}",
    "change of a list": "{% set x = [1] %}{{ x.append(2) }}",
}
CONVERSATIONS = {
    "content in parts": [CALLS], "generation": [TALK], "selection": [TALK], "order": [TALK], "tests by their signs": [TALK], "subscripts": [TALK],
    "special tokens and the generation prompt": [ASK, TALK, TALK[:2]], "system message taken out": [ASK, TALK, TALK[1:], TALK[:1] + TALK[2:]],
    "a refusal": [ASK, TALK[2:]],
}
SMOLLM2_CONVERSATIONS = [ASK, TALK, TALK[1:], TALK[:2], [{"role": "user", "content": "a\n\nb <|im_end|> c"}], TALK[1:] + ASK]
FORMATS = ["%d %b %Y", "%Y-%m-%d", "%A, %B %d, %Y", "%H:%M:%S", "%I:%M %p", "%j %a %y %%", "%-d %-m", "%F %T"]


def render(template, messages, generation, variables):
    try:
        texts, _ = render_jinja_template([messages], chat_template=template, add_generation_prompt=generation, **variables)
        return {"expected": texts[0]}
    except Exception as e:
        return {"failure": f"{type(e).__name__}: {e}"[:200]}


def constructs():
    cases = []
    for name, template in CONSTRUCTS.items():
        for i, messages in enumerate(CONVERSATIONS.get(name, [ASK])):
            variables = dict(EVERYTHING)
            if name in ("tojson", "tools are none when there are none"):
                variables["tools"] = TOOLS
            generation = i % 2 == 0
            case = {"name": name, "template": template, "messages": messages, "addGenerationPrompt": generation}
            if "tools" in variables:
                case["tools"] = TOOLS
            case |= render(template, messages, generation, variables)
            cases.append(case)
    now = datetime(2024, 7, 6, 15, 4, 9)
    return {"variables": EVERYTHING, "cases": cases, "now": now.isoformat(),
            "dates": [{"format": f, "expected": now.strftime(f)} for f in FORMATS]}


def smollm2():
    template = json.loads(SMOLLM2.read_text())["chat_template"]
    return [{"messages": m, "addGenerationPrompt": g} | render(template, m, g, {})
            for m in SMOLLM2_CONVERSATIONS for g in (False, True)]


if __name__ == "__main__":
    for name, value in (("constructs", constructs()), ("smollm2", smollm2())):
        golden.write("libs/chat-template", name, value, packages=["jinja2", "transformers"], indent=1)
    for case in constructs()["cases"]:
        if "failure" in case:
            print(f"{case['name']}: {case['failure']}")
