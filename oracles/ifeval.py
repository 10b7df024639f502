"""What the checker of IFEval's authors says of constructed responses of all kinds, and of GPT-4's responses in ../shared; and
how many sentences, words and words in capitals NLTK counts in both. The checker is their code as lm-eval ships it. Of responses
in ../shared only verdicts and counts are written, by the prompts' keys.

NLTK's punkt_tab must lie where NLTK looks for data (NLTK_DATA). langdetect draws at random, and the checker does where a letter
to count is no letter: each verdict is taken for ten seeds, and "?" where they differ.

Use, from the repository root: oracles/ifeval.py
"""
import json
import logging
import random

import langdetect
import nltk
from lm_eval.tasks.ifeval import instructions_util, utils

import golden

SHARED = golden.ROOT.parent / "shared/data/benchmarks/ifeval"
SEEDS = 10
RANDOM = ("language:response_language", "change_case:english_capital", "change_case:english_lowercase",
          "keywords:letter_frequency")
PACKAGES = ["langdetect", "lm-eval", "nltk"]

AT_LEAST, LESS = "at least", "less than"

ENGLISH = "the old harbour was quiet in the morning, and only a few fishermen were mending their nets by the water"

# Kind, arguments, responses.
CASES = [
    ("keywords:existence", {"keywords": ["harbour", "net"]},
     ["The Harbour has NETS.", "The harbour.", "*harbour\n*nets", "har*bour and n*et", ""]),
    ("keywords:existence", {"keywords": ["straße"]}, ["Die STRASSE.", "Die STRAßE.", "Straße"]),
    ("keywords:existence", {"keywords": ["gr[ae]y"]}, ["Grey skies", "gray skies", "green skies"]),
    ("keywords:frequency", {"keyword": " boat", "frequency": 3, "relation": AT_LEAST},
     ["Boat, boats and BOATHOUSE.", "Boat and boats.", "boa*t boat boat"]),
    ("keywords:frequency", {"keyword": "aa", "frequency": 2, "relation": LESS}, ["aaa", "aaaa", "none"]),
    ("keywords:forbidden_words", {"forbidden_words": ["net", "tide"]},
     ["The nets dried.", "A Net dried.", "net_work", "high-tide", "tide\nAll was dry.", "tides of été"]),
    ("keywords:forbidden_words", {"forbidden_words": ["किताब"]}, ["यह किताब है", "यह किताबें हैं", "x"]),
    ("keywords:forbidden_words", {"forbidden_words": ["cafe"]}, ["cafeé", "(cafe)", "cafe\u0301", "cafe1"]),
    ("keywords:letter_frequency", {"letter": "Q", "let_frequency": 2, "let_relation": AT_LEAST},
     ["Quick quiet", "quick", "q\nq"]),
    ("keywords:letter_frequency", {"letter": "e", "let_frequency": 3, "let_relation": LESS},
     ["sea breeze", "sea air", "e\nee\nE"]),
    ("language:response_language", {"language": "de"},
     ["Der alte Hafen war am Morgen ruhig, nur wenige Fischer flickten ihre Netze.", ENGLISH, "12345 67890", "…",
      "Sure, here you are:\nDer alte Hafen war am Morgen sehr ruhig, und nur wenige Fischer flickten dort ihre Netze."]),
    ("language:response_language", {"language": "hi"},
     ["सुबह पुराना बंदरगाह शांत था और कुछ ही मछुआरे अपने जाल ठीक कर रहे थे।",
      "सकाळी जुने बंदर शांत होते आणि फक्त काही मच्छीमार त्यांची जाळी दुरुस्त करत होते."]),
    ("language:response_language", {"language": "vi"},
     ["Bến cảng cũ yên tĩnh vào buổi sáng và chỉ có vài ngư dân đang vá lưới.", "The harbour is quiet today, my friends."]),
    ("language:response_language", {"language": "ko"},
     ["아침에 오래된 항구는 조용했고 몇몇 어부들만 그물을 고치고 있었다.", "朝の古い港は静かで、数人の漁師だけが網を直していた。"]),
    ("language:response_language", {"language": "sw"},
     ["Bandari ya zamani ilikuwa tulivu asubuhi na wavuvi wachache walikuwa wakitengeneza nyavu zao.", ENGLISH]),
    ("length_constraints:number_sentences", {"num_sentences": 3, "relation": AT_LEAST},
     ["One. Two! Three?", "One. Two.", "Dr. Moss came. Mr. Lee left.", "Here it is:\nOne. Two.", "1. One\n2. Two"]),
    ("length_constraints:number_sentences", {"num_sentences": 2, "relation": LESS},
     ["Only one, e.g this.", "One. Two.", "One.\nTwo.", "\"Yes!\" she said.", "   "]),
    ("length_constraints:number_words", {"num_words": 4, "relation": AT_LEAST},
     ["one-two three_four five", "don't stop", "one two three", "é ü ß 4", "हिन्दी"]),
    ("length_constraints:number_words", {"num_words": 3, "relation": LESS}, ["one two", "one two three", "½ ² x", "…"]),
    ("length_constraints:number_paragraphs", {"num_paragraphs": 2},
     ["One\n***\nTwo", "One *** Two", "***One***Two***", "One\n\nTwo", "One\n***\n\n***\nTwo", "One\n****\nTwo", "Intro\n***\nA\n***\nB"]),
    ("length_constraints:nth_paragraph_first_word", {"num_paragraphs": 2, "nth_paragraph": 2, "first_word": "Harbour"},
     ["One.\n\nHarbour life.", "One.\n\n\"HARBOUR, she said.", "One.\n\n'\"harbour's end", "One.\n\nThe harbour.", "Harbour.",
      "One.\n\n\n\nHarbour.", "One.\n\nharbour-life", "Title\n\nOne.\n\nharbour", "One.\n \nHarbour"]),
    ("detectable_content:number_placeholders", {"num_placeholders": 2},
     ["[name], [address]", "[name]", "[one\ntwo] [three] [four]", "[] []", "[[a]] b]", "[a [b] c]"]),
    ("detectable_content:postscript", {"postscript_marker": "P.S."},
     ["Bye.\nP.S. I forgot.", "Bye. p. s. I forgot", "PS: I forgot", "P.S I forgot", "P.S.", "P.\nS. x"]),
    ("detectable_content:postscript", {"postscript_marker": "P.P.S"},
     ["P.P.S. again", "p. p. s again", "P.S. once", "P.P. S"]),
    ("detectable_content:postscript", {"postscript_marker": "Note:"}, ["So.\nNOTE: this", "So. Notes"]),
    ("detectable_format:number_bullet_lists", {"num_bullets": 2},
     ["* one\n* two", "- one\n- two", "* one\n- two\n* three", "** one\n** two", " \n  * one\n\n\t- two", "*\n*\nx", "- one\n---",
      "Here:\n- one\n- two", "* one"]),
    ("detectable_format:constrained_response", {},
     ["My answer is yes.", "I think: My answer is maybe. Truly", "My answer is Yes.", "My answer is no", "*My answer* is no."]),
    ("detectable_format:number_highlighted_sections", {"num_highlights": 2},
     ["*one* and *two*", "**one**", "*one*", "**one** **two**", "** ** * *", "*one\ntwo* *three*", "***one***", "*one*two*"]),
    ("detectable_format:multiple_sections", {"section_spliter": "SECTION", "num_sections": 2},
     ["SECTION 1\nx\nSECTION 2\ny", "Section 1 Section 2", "SECTION1 SECTION٢", "SECTION one SECTION two", "SECTION  1 SECTION 2"]),
    ("detectable_format:json_format", {},
     ["{\"a\": 1}", "```json\n[1, 2]\n```", "```JSON\n{}```", "3", "NaN", "{'a': 1}", "{\"a\": 1} and more", "``` ```", "\"text\"",
      "Here:\n{\"a\": 1}", "[1,]", "{\"a\": 1, \"a\": 2}", "\"line\nbreak\"", "```\ntrue\n```", "-Infinity", "01", "\u00a0null\u00a0"]),
    ("detectable_format:title", {},
     ["<<Poem of Joy>>", "<<>>", "<< >>", "<Poem>", "<<a\nb>>", "<<<<>>>>", "x <<y>> z", "*<<*title*>>*", "<<>>x>>"]),
    ("combination:two_responses", {},
     ["One\n******\nTwo", "One\n******\n one\n", "One ****** One", "******One******Two******", "One******\n******Two", "One",
      "A******B******C", "One\n*******\nTwo"]),
    ("combination:repeat_prompt", {"prompt_to_repeat": " Tell me of the sea. "},
     ["tell me of the SEA. It is wide.", "\n Tell me of the sea. Wide.", "It is wide.", "Sure:\nTell me of the sea. Wide.",
      "**Tell me of the sea.** Wide."]),
    ("startend:end_checker", {"end_phrase": "Is that all? "},
     ["Well. IS THAT ALL?", "\"Well. Is that all?\"", "Is that all? Yes.", "Is that all?\nYes.", "Is that *all?*", "Is that all?!"]),
    ("startend:quotation", {}, ["\"All of it.\"", " \"All\" ", "\"", "“All”", "\"All", "Here:\n\"All of it.\"", "\"\""]),
    ("change_case:capital_word_frequency", {"capital_frequency": 2, "capital_relation": AT_LEAST},
     ["NASA and ESA", "NASA and Esa", "I am HERE", "CAN'T", "U.S.A.", "WELL-KNOWN", "CANNOT", "A1 B2", "AT&T", "X/Y", "IT'S"]),
    ("change_case:capital_word_frequency", {"capital_frequency": 2, "capital_relation": LESS},
     ["NASA", "NASA, ESA", "'QUOTED' \"WORDS\"", "none", "I, ROBOT", "ONE.TWO", "DON'T.", "É", "YOU'LL", "THE '90S"]),
    ("change_case:english_capital", {},
     ["THE OLD HARBOUR WAS QUIET", "The old harbour was quiet", "I HAVE A BOAT AND I HAVE A NET AND I GO TO THE SEA WITH IT",
      "HELLO", "12", "Sure:\nWHAT WE WANTED WAS THAT THE WIND WOULD TURN, BUT THE WIND DID WHAT THE WIND WILL DO"]),
    ("change_case:english_lowercase", {},
     [ENGLISH, "The " + ENGLISH, "der alte hafen war am morgen ruhig, nur wenige fischer flickten ihre netze", "123",
      "Sure!\n" + ENGLISH]),
    ("punctuation:no_comma", {}, ["No commas here.", "One, two", "One، two；three，four", "Well,\nthat is all"]),
]

TEXTS = [
    "",
    "   \n ",
    "One sentence without an end",
    "Mr. Lee met Dr. Moss at 5 p.m. on Main St. They talked. The U.S. team won.",
    "He lives in the U.S. However, she does not. I saw her at 3 a.m. yesterday.",
    "Bring fruit, e.g. apples, and nuts, i.e. almonds, etc. We have time.",
    "Wait... What? No!! Really?! Yes.",
    "He said \"Stop.\" Then he left. (He was late.) 'So what?' she asked.",
    "1. First item\n2. second item\n3. Third item. Done.",
    "1. Business plan\n2. Review of it\n10. Who goes?",
    "Prices rose 3.5 percent to $1.50. In 2019. Then fell.",
    "Visit www.example.org. Write to a.b@example.org! Now.",
    "The end.The beginning.No space here. Right?Yes.",
    "J. Smith and J. Moss came. Plan B. The rest stayed. Vitamin C. It helps.",
    "J.K. Moss wrote it. J.R.R. Lee did not. Ph.D. Students too.",
    "Inc. and Ltd. are short. Acme Corp. is one. Acme Co. The rest.",
    "Jan. 5 was cold. On Mon. 6 it was not. Dec. is near. In Sept. the rain came.",
    "A list: one; two; three. And so on ... and on. So it goes ... The end.",
    "Yes! (No?) [Maybe.] {Never!} \"Ever?\" he asked. She said: \"No.\"",
    "**Bold.** *Italic!* Plain. - dash. -- Two dashes. --- Three.",
    "First line.\nSecond line.\n\nThird paragraph without stop\n\nFourth.",
    "Hello!!! How are you??? I am fine... Thanks.",
    "“Curly quotes.” She left. ‘Single.’ He stayed.",
    "No. 5 is alive. Vol. 3, p. 7. Fig. 2 shows it. See pp. 3-5. Eq. 4 holds.",
    "Gen. Moss, Sen. Lee and Prof. Hart met. Rep. Fox vs. Gov. Reed. St. Mary's is old.",
    "Is it 5 ft. tall? It weighs 10 lbs. and 3 oz. today. He ran 3 mi. then stopped.",
    "ALL CAPS HERE. SOME MORE, AND MORE. I AM. U.S.A. TODAY!",
    "WE CAN'T STOP; WON'T STOP. THEY'LL SEE (ALL) OF IT. ROCK'N'ROLL \"NOW\" AND 'THEN'.",
    "GONNA WANNA GIMME LEMME CANNOT GOTTA. WELL-KNOWN A/B X--Y Z—W Q…R #TAG @ME 50% A&B.",
    "यह एक वाक्य है। यह दूसरा है। क्या यह तीसरा है? हाँ!",
    "这是一句话。这是另一句话！真的吗？是的。",
    "C'est la vie. Qu'est-ce que c'est ? C'est tout ! Voilà.",
    "Fragt er: „Wann?“ Sie sagt: „Am 3. Mai um 8 Uhr.“ Gut so. z.B. hier.",
    "a. first\nb. second\nc. third\nd. fourth",
    "A. The first\nB. A second\nC. Water\nD. None of these",
    "I. Introduction\nII. Methods\nIII. Results\nIV. Discussion",
    "Step 1. Open it. Step 2. close it. Step 3. (Wait.) Step 4. \"Go.\"",
    "x = 3. y = 4! z == 5? done",
    "P.S. I forgot. P.P.S. Again. N.B. this. Q.E.D. So there.",
    "Who? What? Where? ... When?!? Why.",
    "He asked why?\" Then: 'No.') So. ] End.",
]


def verdict(kind, check):
    if kind not in RANDOM:
        return "1" if check() else "0"
    verdicts = set()
    for seed in range(SEEDS):
        langdetect.DetectorFactory.seed = seed
        random.seed(seed)
        verdicts.add(check())
    return "?" if len(verdicts) > 1 else "1" if verdicts.pop() else "0"


def verdicts(kinds, arguments, response):
    """The verdict on each instruction, strict and loose."""
    def one(kind, given, test):
        example = utils.InputExample(key=0, instruction_id_list=[kind], prompt="", kwargs=[given])
        return verdict(kind, lambda: test(example, response).follow_instruction_list[0])

    return {name: "".join(one(kind, given, test) for kind, given in zip(kinds, arguments))
            for name, test in (("strict", utils.test_instruction_following_strict),
                               ("loose", utils.test_instruction_following_loose))}


def counts(text):
    return {"sentences": instructions_util.count_sentences(text), "words": instructions_util.count_words(text),
            "capitalWords": sum(word.isupper() for word in nltk.word_tokenize(text))}


def constructed():
    cases = [{"kind": kind, "arguments": arguments, "response": response, **verdicts([kind], [arguments], response)}
             for kind, arguments, responses in CASES for response in responses]
    unsure = [case for case in cases if "?" in case["strict"] + case["loose"]]
    assert not unsure, unsure
    return {"cases": cases, "texts": [{"text": text, **counts(text)} for text in TEXTS]}


def lines(name):
    return map(json.loads, (SHARED / name).read_text(encoding="utf-8").splitlines())


def shared():
    responses = {row["prompt"]: row["response"] for row in lines("input_response_data_gpt4_20231107_145030.jsonl")}
    return [{"key": row["key"],
             **verdicts(row["instruction_id_list"], row["kwargs"], responses[row["prompt"]]),
             **counts(responses[row["prompt"]])} for row in lines("input_data.jsonl")]


def accuracies(rows):
    """Over the instructions on which all seeds agree."""
    result = {}
    for name in ("strict", "loose"):
        sure = [row[name].replace("?", "") for row in rows]
        result[name] = {"promptLevel": sum("0" not in row for row in sure) / len(sure),
                        "instructionLevel": "".join(sure).count("1") / len("".join(sure))}
    return result


logging.disable(logging.ERROR)
golden.write("libs/model-evaluation", "ifeval", constructed(), packages=PACKAGES, indent=1)
ROWS = shared()
golden.write("libs/model-evaluation", "shared-ifeval", {"accuracies": accuracies(ROWS), "responses": ROWS}, packages=PACKAGES)
