from __future__ import annotations

import pytest

from toolkit.errors import GlossaryError
from toolkit.glossary.load import Glossary
from toolkit.glossary.model import CASES, Case, Gender, Name
from toolkit.glossary.paradigms import Paradigms
from toolkit.glossary.validate import ALPHABET
from toolkit.languages import Language


def names_called(glossary: Glossary, language: str, text: str, place: str = "") -> list[Name]:
    found = [n for n in glossary.all_names if (n.language, n.text) == (language, text) and place in ("", n.place)]
    assert found, f"the glossary has no {language} name {text}"
    return found


@pytest.mark.cases("cases/forms.tsv")
def test_the_preferred_form(language: str, name: str, place: str, case: str, expected: str, glossary: Glossary) -> None:
    for found in names_called(glossary, language, name, place):
        assert glossary.forms(found)[Case(case)][0] == expected


@pytest.mark.cases("cases/adjectives.tsv")
def test_the_adjective(language: str, name: str, gender: str, case: str, expected: str, glossary: Glossary) -> None:
    adjectives = {found.adjective for found in names_called(glossary, language, name)}
    for adjective in adjectives:
        forms = glossary.paradigms.decline_adjective(adjective, Language(language))
        assert forms[Gender(gender)][Case(case)][0] == expected


def test_every_form_is_in_the_letters_of_its_language(glossary: Glossary) -> None:
    for name in glossary.all_names:
        forms = glossary.forms(name)
        assert tuple(forms) == CASES[name.language]
        for found in forms.values():
            assert found and all(ALPHABET[name.language].fullmatch(form) for form in found), name


def test_the_nominative_is_the_name(glossary: Glossary) -> None:
    for name in glossary.all_names:
        assert glossary.forms(name)[Case.NOMINATIVE] == (name.text,)


def test_an_adjective_begins_its_own_paradigm(glossary: Glossary) -> None:
    for name in glossary.all_names:
        if name.adjective and name.language is not Language.EN:
            forms = glossary.paradigms.decline_adjective(name.adjective, name.language)
            assert forms[Gender.MASCULINE][Case.NOMINATIVE][0] == name.adjective
            assert all(len(table) == len(CASES[name.language]) for table in forms.values())


@pytest.mark.parametrize(
    ("name", "declension", "case", "forms"),
    [
        ("Фастів", "Харків", Case.DATIVE, ("Фастову", "Фастовові")),
        ("Гола Пристань", "Попасна Пристань", Case.INSTRUMENTAL, ("Голою Пристанню",)),
        ("Ростов-на-Дону", "Бахмут-=-=", Case.GENITIVE, ("Ростова-на-Дону",)),
        ("Івано-Франківськ", "Донецьк", Case.GENITIVE, ("Івано-Франківська",)),
        ("Баку", "=", Case.LOCATIVE, ("Баку",)),
        # Each word has alternatives: the first goes with the first, and the last is repeated.
        ("Верхній Харків", "Верхній Харків", Case.DATIVE, ("Верхньому Харкову", "Верхньому Харковові")),
        ("Верхній Дніпро", "Верхній Дніпро", Case.LOCATIVE, ("Верхньому Дніпрі", "Верхнім Дніпру")),
        ("КРИМ", "Крим", Case.NOMINATIVE, ("КРИМ",)),
    ],
)
def test_declension(name: str, declension: str, case: Case, forms: tuple[str, ...], glossary: Glossary) -> None:
    assert glossary.paradigms.decline(name, declension, Language.UK)[case] == forms


def test_english_names_have_one_form(glossary: Glossary) -> None:
    assert glossary.paradigms.decline("Kryvyi Rih", "", Language.EN) == {Case.NOMINATIVE: ("Kryvyi Rih",)}


@pytest.mark.parametrize(
    ("declension", "gender"),
    [
        ("Харків", Gender.MASCULINE),
        ("Попасна Пристань", Gender.FEMININE),
        ("Рубіжне", Gender.NEUTER),
        ("Великі Суми", Gender.PLURAL),
        ("= Харків", Gender.MASCULINE),
        ("Бахмут-=-=", Gender.MASCULINE),
        ("=", None),
    ],
)
def test_the_gender_is_that_of_the_first_declined_word(
    declension: str, gender: Gender | None, glossary: Glossary
) -> None:
    assert glossary.paradigms.gender(declension, Language.UK) is gender


@pytest.mark.parametrize(
    ("name", "declension", "message"),
    [
        ("Кривий Ріг", "Ріг", r"^'Кривий Ріг' has 2 words but 1 classes \(Ріг\)$"),
        ("Ростов-на-Дону", "Бахмут-=", "^'Ростов-на-Дону' has 3 parts but its class is Бахмут-=$"),
        ("Харків", "Немає", r"^no declension class 'Немає' in paradigms.uk.tsv$"),
        ("Харків", "Київ", "^'Харків' does not end in -їв like its class Київ$"),
    ],
)
def test_a_class_that_does_not_fit(name: str, declension: str, message: str, glossary: Glossary) -> None:
    with pytest.raises(GlossaryError, match=message):
        glossary.paradigms.decline(name, declension, Language.UK)


@pytest.mark.parametrize("adjective", ["харків", "ий-", "", "й"])
def test_what_is_no_adjective(adjective: str, glossary: Glossary) -> None:
    with pytest.raises(GlossaryError, match="does not end like an adjective"):
        glossary.paradigms.decline_adjective(adjective, Language.UK)


def test_an_adjective_of_an_unknown_class() -> None:
    paradigms = Paradigms({}, {(Language.UK, "ий"): dict.fromkeys(Gender, "Хмельницький")})
    with pytest.raises(GlossaryError, match=r"^no declension class 'Хмельницький' in paradigms.uk.tsv$"):
        paradigms.decline_adjective("київський", Language.UK)
