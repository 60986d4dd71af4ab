"""Sentences to mentions: names, roles, people, anaphors and groups, with the way each stands in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.lexicon.gazetteer import Gazetteer, gazetteer
from detente.lexicon.names import NameRow
from detente.lexicon.roles import TITLE_HEADS, match_role
from detente.lexicon.tokens import Token, tokenise
from detente.lexicon.triggers import trigger_words
from detente.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MONTH_WORDS,
    PLACE_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from detente.parse.anaphors import match_anaphor
from detente.schema.mention import Mention, MentionPart
from detente.schema.sentence import Sentence

_FUNCTION = PREPOSITIONS | DETERMINERS | AUXILIARIES | COORDINATORS | SUBORDINATORS | PRONOUNS | ADVERBS | {"to", "not"}
_AGAINST = frozenset({"anti", "pro", "non", "un", "post", "pre"})
_PEOPLE_LINKS = frozenset(
    {"-", "al", "bin", "ibn", "de", "del", "der", "van", "von", "da", "dos", "el", "ben", "abu", "Abu"}
)
_MAX_MODIFIERS = 2
_VENUE_WORDS = frozenset({"in", "at", "near", "from", "outside"})
_LED_BODIES = frozenset({"administration", "government", "regime", "cabinet"})
_BODIES = frozenset(
    "police troops government parliament army navy military ministry court regime authorities opposition cabinet".split()
)
_PLACE_KINDS = frozenset({"place", "city"})
_NOT_PERSONS = frozenset(
    "the this that these those he she it they we i you his her its their our my in on at as by for from with after before "
    "during since while when if although though both but and or yet so then there here according despite amid under "
    "meanwhile however moreover also even now such some many most few several all each one two three monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december".split()
)


def find_mentions(sentence: Sentence, names: Gazetteer | None = None) -> list[Mention]:
    """Mentions of one sentence, in order, without overlap, not yet resolved."""
    finder = _Finder(sentence, names or gazetteer())
    return _coordinate(finder.find(), finder.tokens)


class _Finder:
    def __init__(self, sentence: Sentence, names: Gazetteer) -> None:
        self.sentence = sentence
        self.names = names
        self.tokens = tokenise(sentence.text, sentence.char_start)
        self._found: list[Mention] = []

    def find(self) -> list[Mention]:
        position = 0
        while position < len(self.tokens):
            position = max(position + 1, self._step(position))
        return self._found

    def _step(self, i: int) -> int:
        anaphor = match_anaphor(self.tokens, i)
        if anaphor is not None:
            length, kind = anaphor
            return self._anaphor(i, i + length, kind)
        name = self.names.match(self.tokens, i)
        if name is not None and name[1][0].kind == "neutral" and len({row.kind for row in name[1]}) == 1:
            return i + name[0]
        if name is not None and self._is_name(i, name):
            return self._named(i, i + name[0], [row for row in name[1] if row.kind != "neutral"])
        role = match_role(self.tokens, i)
        if role is not None and not self._is_verb_here(i, role):
            return self._role(i, i + role[0], role[1])
        if self._capitalised(i):
            return self._unknown_person(i)
        return i + 1

    # names of the gazetteer

    def _is_name(self, i: int, match: tuple[int, list[NameRow]]) -> bool:
        length, rows = match
        text = self.tokens[i].text
        if length == 1 and text.lower() in _NOT_PERSONS:
            return False
        if length == 1 and all(row.kind in ("capital", "city", "person", "place") for row in rows):
            before = self.tokens[i - 1] if i else None
            after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if before is not None and self._part_of_personal_name(i - 1):
                return False
            if (
                after is not None
                and after.text[:1].isupper()
                and after.text.isalpha()
                and len(after.text) > 1
                and self.names.match(self.tokens, i + 1) is None
                and match_role(self.tokens, i + 1) is None
            ):
                return False  # "Sydney Harbour", "Paris Hilton"
        return True

    def _part_of_personal_name(self, i: int) -> bool:
        token = self.tokens[i]
        return (
            i > 0
            and token.text[:1].isupper()
            and token.text.isalpha()
            and token.lower not in _NOT_PERSONS
            and len(token.text) > 1
            and not token.text.isupper()
            and match_role(self.tokens, i) is None
            and not any(m.char_end == token.char_end for m in self._found)
        )

    def _named(self, i: int, j: int, rows: list[NameRow]) -> int:
        kinds = [row.kind for row in rows]
        kind = kinds[0] if "name" not in kinds else "name"
        parts = [self._part("name", i, j)]
        if self._is_attribute(i, j):
            self._add(i, j, kind, "attribute", parts)
            return j
        if kind == "person":
            return self._with_apposed_title(i, j, parts)
        possessive = self._possessive(j)
        k = j + possessive
        end = self._role_phrase(k, parts)
        if end is not None:
            tail = self._possessive(end)
            self._add(i, end, "role", "possessive" if tail else "phrase", parts)
            return end + tail
        if possessive:
            usage = "place" if self._word(k) in PLACE_NOUNS or self._word(k + 1) in PLACE_NOUNS else "possessive"
            self._add(i, j, kind, usage, parts)
            return k
        usage = "phrase"
        if not {
            "name",
            "capital",
            "seat",
            "institution",
            "organisation",
            "party",
            "armed_group",
            "demonym",
            "official",
            "abbreviation",
            "former",
        } & set(kinds):
            usage = "place" if kind in _PLACE_KINDS else "adjective"
        elif "adjective" in kinds and (self._modifies_noun(k) or self._plain_adjective(i, j, kinds)):
            usage = "adjective"
        if usage in ("adjective", "phrase") and self._place_follows(k):
            usage = "place"
        elif usage == "phrase" and self._noun_compound(k) and kind in ("name", "abbreviation", "capital", "official"):
            usage = "adjective"
        self._add(i, j, kind, usage, parts)
        return j

    def _is_attribute(self, i: int, j: int) -> bool:
        if i >= 2 and self.tokens[i - 1].text == "-" and self.tokens[i - 2].lower in _AGAINST:
            return True
        if i >= 1 and self.tokens[i - 1].lower in ("anti", "pro"):
            return True
        return (
            self._glued(j)
            and self._word(j) == "-"
            and self._word(j + 1).isalpha()
            and self.tokens[j + 1].text.islower()
        )

    def _glued(self, j: int) -> bool:
        return j < len(self.tokens) and self.tokens[j].char_start == self.tokens[j - 1].char_end

    def _modifies_noun(self, k: int) -> bool:
        word = self._word(k)
        return (
            bool(word)
            and word.isalpha()
            and word not in _FUNCTION
            and self.tokens[k].text.islower()
            and not self._is_finite_verb(k)
        )

    def _plain_adjective(self, i: int, j: int, kinds: Sequence[str]) -> bool:
        """'Ukrainian endeavours': an adjective that is no name of the state, before any plain word."""
        word = self._word(j)
        return (
            not {"name", "abbreviation"} & set(kinds)
            and word.isalpha()
            and self.tokens[j].text.islower()
            and word not in _FUNCTION
            and not (i and self.tokens[i - 1].lower == "the" and word.endswith("ed"))
        )

    def _place_follows(self, k: int) -> bool:
        if self._word(k) in PLACE_NOUNS:
            return True
        return (
            self._word(k + 1) in PLACE_NOUNS
            and self._word(k).isalpha()
            and self._word(k) not in _FUNCTION
            and not self._is_finite_verb(k)
        )

    def _noun_compound(self, k: int) -> bool:
        """'China policy', 'Ukraine war': a bare name that modifies the noun after it."""
        word = self._word(k)
        return (
            word.isalpha()
            and self.tokens[k].text.islower()
            and word not in _FUNCTION
            and word in trigger_words("n")
            and word not in trigger_words("v")
        )

    def _is_finite_verb(self, k: int) -> bool:
        word = self._word(k)
        return (
            (word in trigger_words("v") and word not in trigger_words("n"))
            or word.endswith("ed")
            and word not in ("united", "armed", "allied", "combined")
        )

    # roles and people

    def _role_phrase(self, k: int, parts: list[MentionPart]) -> int | None:
        """A role after a name: end token, or None; adds the parts for role and person."""
        for skip in range(_MAX_MODIFIERS + 1):
            if k + skip >= len(self.tokens):
                return None
            if skip and not self._is_modifier(k + skip - 1):
                return None
            role = match_role(self.tokens, k + skip)
            if role is None:
                continue
            start, end, sector = k + skip, k + skip + role[0], role[1]
            # the last of several roles is the head: "government officials", "army chief"
            following = match_role(self.tokens, end)
            while following is not None and not self._word(end).endswith("ly"):
                end, sector = end + following[0], following[1] if sector == "GOV" else sector
                following = match_role(self.tokens, end)
            if self._word(end) == "of" and self.tokens[end - 1].lower in ("minister", "ministry", "secretary"):
                end = self._skip_portfolio(end)
            parts.append(self._part("role", start, end, sector))
            person = self._person_after(end)
            if person is not None:
                parts.append(self._part("person", *person))
                end = person[1]
            return end
        return None

    def _skip_portfolio(self, k: int) -> int:
        """'Minister of Foreign Affairs': the portfolio belongs to the role, 'minister of Japan' does not."""
        end = k + 1
        while (
            end < len(self.tokens)
            and self.tokens[end].text[:1].isupper()
            and self.tokens[end].text.isalpha()
            and self.names.match(self.tokens, end) is None
        ):
            end += 1
            if (
                self._word(end) == "and"
                and self.tokens[min(end + 1, len(self.tokens) - 1)].text[:1].isupper()
                and self.names.match(self.tokens, end + 1) is None
            ):
                end += 1
        return end if end > k + 1 else k

    def _is_modifier(self, k: int) -> bool:
        word = self._word(k)
        if not word.replace("-", "").isalpha() and word != "-":
            return False
        return word not in _FUNCTION and word not in trigger_words("v") and word not in trigger_words("n")

    def _person_after(self, k: int) -> tuple[int, int] | None:
        if not self._capitalised(k):
            return None
        name = self.names.match(self.tokens, k)
        if name is not None:
            return (k, k + name[0]) if all(row.kind == "person" for row in name[1]) else None
        end = self._personal_name_end(k)
        return (k, end) if end > k else None

    def _personal_name_end(self, k: int) -> int:
        end = k
        while end < len(self.tokens) and end - k < 5:
            token = self.tokens[end]
            if token.text[:1].isupper() and token.text[0].isalpha() and token.lower not in MONTH_WORDS:
                if (
                    end > k
                    and (name := self.names.match(self.tokens, end))
                    and name[1][0].kind in ("name", "adjective")
                ):
                    break
                end += 1
            elif (
                end > k
                and token.text in _PEOPLE_LINKS
                and end + 1 < len(self.tokens)
                and (
                    self.tokens[end + 1].text[:1].isalpha()
                    if token.text == "-"
                    else self.tokens[end + 1].text[:1].isupper() or self.tokens[end + 1].text == "-"
                )
            ):
                if token.text == "-" and not self._glued(end):
                    break
                end += 2 if token.text == "-" else 1
            else:
                break
        return min(end, len(self.tokens))

    def _with_apposed_title(self, i: int, j: int, parts: list[MentionPart]) -> int:
        tail = self._possessive(j)
        end = self._role_phrase(j + tail, parts) if tail == 0 or self._word(j + tail) != "" else None
        if end is not None and tail == 0 and parts[-1].kind == "role":
            self._add(i, end, "role", "phrase", parts)  # "the Biden administration"
            return end
        del parts[1:]
        self._add(i, j, "person", "possessive" if tail else "phrase", parts)
        return j + tail

    def _role(self, i: int, j: int, sector: str) -> int:
        parts = [self._part("role", i, j, sector)]
        following = match_role(self.tokens, j)
        while following is not None:
            j, sector = j + following[0], following[1] if sector == "GOV" else sector
            parts = [self._part("role", i, j, sector)]
            following = match_role(self.tokens, j)
        if self.tokens[j - 1].lower in ("minister", "ministry", "secretary") and self._word(j) == "of":
            j = self._skip_portfolio(j)
            parts = [self._part("role", i, j, sector)]
        person = self._person_after(j) if self.tokens[j - 1].lower in TITLE_HEADS or sector in ("MIL", "GOV") else None
        if person is not None:
            parts.append(self._part("person", *person))
            j = person[1]
        elif self._word(j) in ("of", "in", "from"):
            end = self._owners(i, j, parts)
            if end is not None:
                return end
        tail = self._possessive(j)
        if len(parts) > 1 or self._bare_body(i, j):
            self._add(i, j, "role" if len(parts) == 1 else "person", "possessive" if tail else "phrase", parts)
        return j + tail

    def _bare_body(self, i: int, j: int) -> bool:
        """'the government', 'police': a body named alone; not 'military service' nor 'opposition to'."""
        word, after = self.tokens[j - 1].lower, self._word(j)
        if (
            after == "to"
            and word in ("opposition", "response")
            or (self._noun_after(j) and not self._is_finite_verb(j) and after not in AUXILIARIES)
        ):
            return False
        before = self._word(i - 1)
        return before in DETERMINERS or word in _BODIES or (word.endswith("s") and before not in PREPOSITIONS)

    def _owners(self, i: int, j: int, parts: list[MentionPart]) -> int | None:
        """'the foreign ministers of Japan and South Korea': one mention per owner, the role with each."""
        k = j + 1
        if self._word(k) == "the":
            k += 1
        name = self.names.match(self.tokens, k) if k < len(self.tokens) else None
        if (
            name is None
            or all(row.kind in ("person", "organisation", "institution") for row in name[1])
            or self._word(j) in ("in", "from")
            and self.tokens[j - 1].lower in TITLE_HEADS
        ):
            return None
        begin, owners = i, []
        while name is not None:
            owners.append((begin, k + name[0], [*parts, self._part("name", k, k + name[0])]))
            end = k + name[0]
            step = end
            while self._word(step) in (",", "and", "&", "the"):
                step += 1
            name = self.names.match(self.tokens, step) if end < step < len(self.tokens) else None
            if name is not None and all(row.kind == "person" for row in name[1]):
                name = None
            begin = k = step
        for start, end, pieces in owners:
            self._add(start, end, "role", "phrase", pieces)
        return owners[-1][1]

    def _unknown_person(self, i: int) -> int:
        j = self._personal_name_end(i)
        if j <= i:
            return i + 1
        word = self.tokens[i].lower
        sentence_initial = i == 0 or self.tokens[i - 1].text in '"“‘:'
        if word in _NOT_PERSONS or (sentence_initial and j - i == 1 and self._word(j) in DETERMINERS):
            return i + 1
        tail = self._possessive(j)
        if not tail and self._word(j) in _LED_BODIES:
            role = match_role(self.tokens, j)
            if role is not None:
                parts = [self._part("person", i, j), self._part("role", j, j + role[0], role[1])]
                self._add(i, j + role[0], "role", "phrase", parts)
                return j + role[0]
        if (
            sentence_initial
            and j - i == 1
            and not tail
            and not self._is_finite_verb(j)
            and self._word(j) not in AUXILIARIES
        ):
            return i + 1  # a capitalised first word, not a name
        self._add(i, j, "person", "possessive" if tail else "phrase", [self._part("person", i, j)])
        return j + tail

    def _anaphor(self, i: int, j: int, kind: str) -> int:
        parts = [self._part("anaphor", i, j)]
        word = self.tokens[j - 1].lower
        usage = "possessive" if word in ("its", "their", "his") or (word == "her" and self._noun_after(j)) else "phrase"
        tail = self._possessive(j)
        if usage == "possessive" or tail:
            usage = "possessive"
            k = j + tail
            end = self._role_phrase(k, parts)
            if end is not None and parts[1].sector not in ("CVL",) and self._word(k) not in ("people",):
                self._add(i, end, kind, "phrase", parts)
                return end
            del parts[1:]
            if self._word(k) in PLACE_NOUNS or self._word(k + 1) in PLACE_NOUNS:
                usage = "place"
        self._add(i, j, kind, usage, parts)
        return j + tail

    # small things

    def _is_verb_here(self, i: int, role: tuple[int, str]) -> bool:
        """Roles that are verbs too: 'to police', 'presses'."""
        before = self._word(i - 1)
        return role[0] == 1 and (
            before == "to" or before in ("will", "would", "could", "should", "may", "might", "can")
        )

    def _noun_after(self, j: int) -> bool:
        word = self._word(j)
        return bool(word) and word.isalpha() and word not in _FUNCTION

    def _possessive(self, j: int) -> int:
        if j < len(self.tokens) and self._glued(j):
            text = self.tokens[j].text.replace("’", "'")
            if text in ("'s", "'S") or (text == "'" and self.tokens[j - 1].text.endswith("s")):
                return 1
        return 0

    def _capitalised(self, i: int) -> bool:
        return (
            i < len(self.tokens)
            and self.tokens[i].text[:1].isupper()
            and self.tokens[i].text[0].isalpha()
            and len(self.tokens[i].text) > 1
        )

    def _word(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def _opens(self, i: int) -> bool:
        j = i - 1
        while j >= 0 and self.tokens[j].lower in DETERMINERS - {"that"}:
            j -= 1
        return j < 0 or self._word(j) in SUBORDINATORS or not self._word(j)[:1].isalnum()

    def _preposition(self, i: int) -> str:
        j = i - 1
        while j >= 0 and (self.tokens[j].lower in DETERMINERS or self.tokens[j].lower == "both"):
            j -= 1
        word = self._word(j)
        return word if word == "to" or word in PREPOSITIONS else ""

    def _part(self, kind: str, i: int, j: int, sector: str = "") -> MentionPart:
        start, end = self.tokens[i].char_start, self.tokens[j - 1].char_end
        offset = self.sentence.char_start
        return MentionPart(kind, self.sentence.text[start - offset : end - offset], start, end, sector)

    def _add(self, i: int, j: int, kind: str, usage: str, parts: Sequence[MentionPart]) -> None:
        whole = self._part("name", i, j)
        self._found.append(
            Mention(self.sentence.document_id, self.sentence.sentence_index, whole.char_start, whole.char_end, whole.text,
                    kind, usage=usage, preposition=self._preposition(i), opens_clause=self._opens(i), parts=tuple(parts))
        )  # fmt: skip


def _coordinate(mentions: list[Mention], tokens: Sequence[Token]) -> list[Mention]:
    """Numbers the lists: mentions with nothing but commas, 'and', hyphens or 'as well as' between them."""
    numbers = [0] * len(mentions)
    current = 0
    for index in range(1, len(mentions)):
        left, right = mentions[index - 1], mentions[index]
        between = [t.lower for t in tokens if left.char_end <= t.char_start and t.char_end <= right.char_start]
        if not _is_list_gap(between, left, right):
            continue
        if not numbers[index - 1]:
            current += 1
            numbers[index - 1] = current
        numbers[index] = numbers[index - 1]
    kept = _drop_comma_only(mentions, numbers, tokens)
    heads: dict[int, str] = {}
    for mention, number in zip(mentions, kept, strict=True):
        heads.setdefault(number, mention.preposition)
    return [
        replace(mention, coordination=number, preposition=heads[number] if number else mention.preposition)
        for mention, number in zip(mentions, kept, strict=True)
    ]


def _is_list_gap(between: list[str], left: Mention, right: Mention) -> bool:
    if left.usage == "attribute" or right.usage == "attribute" or not between:
        return False
    if _is_apposition(left, right) and between[0] == "," and "and" not in between:
        return False
    words = [word for word in between if word not in ("the", "its", "both", "also", "then")]
    return words in (
        [","],
        ["and"],
        [",", "and"],
        ["&"],
        ["-"],
        ["–"],
        ["/"],
        ["as", "well", "as"],
        [",", "as", "well", "as"],
        ["or"],
        ["'s", "and"],
        ["’s", "and"],
    )


def _is_apposition(left: Mention, right: Mention) -> bool:
    """'Kim Jong-un, the North Korean leader'; 'the speaker, Nancy Pelosi'."""
    people = [any(part.kind == "person" for part in m.parts) or m.kind == "person" for m in (left, right)]
    return people[0] != people[1] and "role" in (left.kind, right.kind)


def _drop_comma_only(mentions: list[Mention], numbers: list[int], tokens: Sequence[Token]) -> list[int]:
    """A list needs an 'and' or a hyphen somewhere: 'In Tokyo, China said' is none."""
    kept = list(numbers)
    for number in set(numbers) - {0}:
        members = [mention for mention, n in zip(mentions, numbers, strict=True) if n == number]
        inside = {i for m in members for i, t in enumerate(tokens) if m.char_start <= t.char_start < m.char_end}
        first, last = min(inside), max(inside)
        joined = [tokens[i].lower for i in range(first, last) if i not in inside]
        if not {"and", "&", "-", "–", "/", "or", "as"} & set(joined):
            kept = [0 if n == number else n for n in kept]
        elif len(members) > 2 and tokens[max(0, first - 1)].lower in _VENUE_WORDS and members[0].kind != "name":
            index = mentions.index(members[0])  # "At Camp David, the U.S., Japan and South Korea agreed"
            kept[index] = 0
    return kept
