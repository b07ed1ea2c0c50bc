"""Whether a page speaks one language: nothing left untranslated, nothing left unsaid."""

import re

FRENCH = set(
    "le la les des du une est sont dans pour avec votre vous nous cette ces aux qui que dont moins leur leurs aucun aucune "
    "chaque entre mois jours heures ligne lignes commandes voir sans depuis selon était ont".split())
ENGLISH = set(
    "the of and is are with for by from this that these your you its than which what who where when not no has have "
    "without since each every month months days hours customers orders rows show see".split())
# What no person should ever read.
# What is said by somebody else, and the keys of policy.yaml, which are the same in every language.
QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
POLICY_KEY = re.compile(r"\b[a-z]\w*(?:\.[a-z]\w*)+\b")
MOST_TOLD = 8
NOISE = re.compile(r"\b(undefined|null|NaN|nil|Optional\()|\[object |\$\{|\\\(")
KEY = re.compile(r"\b[a-z]+(?:[A-Z][a-z]+){1,}\b")
# The same word in both languages, and names of things.
ALIKE = set(
    "clientele csv xlsx json excel parquet openapi api page pages total client import imports index gini hhi pareto lorenz abc "
    "fec siren tva vat eur type notes note date code minutes service services source sources distance stable simple "
    "potential option options segment segments rang region volume maximum minimum français english policy.yaml "
    "relation administration place format utf dates rare important prospects excellent urgent absent figure potentiel "
    "style photo article articles catalogue message contact contacts action actions mix k€ m€ h € % pt pts min max "
    "codes certain verdict verdicts nbd mbg fragile substitution budget prospect culture trait plan".split())


def letters(words):
    """The words of a text that are neither figures nor units."""
    return [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 2]


def plain(words, names):
    """A text without the names of the data in it."""
    for name in names:
        if len(name) > 2 and name in words:
            words = words.replace(name, " ")
    return POLICY_KEY.sub(" ", words)


def faults(page, language):
    """What one page says in another language, or in none."""
    if page["lang"] != language:
        yield f"the page says it is in “{page['lang']}”"
    names = sorted(page["names"], key=len, reverse=True)
    for text in page["texts"]:
        words = plain(text["words"], names)
        if NOISE.search(words):
            yield f"not for people ({text['where']}): “{words[:80]}”"
        if KEY.search(words):
            yield f"a key and no word ({text['where']}): “{words[:80]}”"
        tongue = text["lang"] or language
        strange = (FRENCH - ENGLISH) if tongue == "en" else (ENGLISH - FRENCH)
        found = [word for word in re.findall(r"[^\W\d_]+", QUOTED.sub(" ", words).lower()) if word in strange]
        if found and not (len(found) == 1 and len(letters(words)) > 12):
            yield f"not translated to {tongue} ({text['where']}): “{words[:80]}”"


def untranslated(french, english):
    """Texts that are word for word the same on both pages, and should not be."""
    names = sorted({*french["names"], *english["names"]}, key=len, reverse=True)
    told = 0
    # A letter says in which language it is: that is its own, whatever the page's.
    own = [{text["words"] for text in page["texts"] if text.get("lang", "") in ("", page.get("lang"))} for page in (french, english)]
    for words in sorted(own[0] & own[1]):
        rest = [word for word in letters(plain(words, names)) if word.lower() not in ALIKE]
        if rest and told < MOST_TOLD:
            told += 1
            yield f"the same in both languages: “{words[:80]}”"
