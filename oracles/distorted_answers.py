"""Answers to benchmark questions, made of the right ones by rules that the Java tests follow too.

Numbers count from 0 through a benchmark's questions, but for MMLU's, which count from 1.
"""


def gsm8k(number, solution):
    target = solution.split("#### ")[-1].strip()
    forms = [
        solution,
        f"The answer is {target}.",
        solution.replace("#### ", "#### $"),
        f"#### {target}1",
        f"It costs ${target}.00 in total.",
        "I do not know.",
        f"#### {target}.",
        f"#### -{target}",
        f"#### 7\n#### {target}",
        f"There are {target} of them after 3 days",
        f"So it is **{target}**!",
        f"About {target}, or so...",
        f"#### {target[0]},{target[1:]}",
    ]
    return forms[number % len(forms)]


def bbh(number, target):
    forms = [
        f"First this, then that. So the answer is {target}.",
        f"So the answer is {target}",
        f"So the answer is {target}. That is all.",
        target,
        f"  {target}\n",
        f"So the answer is {target.lower()}.",
        f"So the answer is not {target}.",
        f"So the answer is {target}.\n\nQ: What else?\nA: So the answer is nothing.",
        f"Therefore the answer is\n{target}.",
        f"the answer is {target.upper()}.",
        "I do not know.",
    ]
    return forms[number % len(forms)]


def mmlu(number):
    """Log-likelihoods of the four choices, some of them equal."""
    return [-float((number * 7 + choice * 5) % 3) for choice in range(4)]
