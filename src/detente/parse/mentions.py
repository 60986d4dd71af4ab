"""Sentences to mentions: names, roles, people, anaphors and groups, with the way each stands in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.gazetteer import Gazetteer, gazetteer
from detente.lexicon.names import NameRow
from detente.lexicon.roles import TITLE_HEADS, match_role, match_role_of
from detente.lexicon.state_groups import state_group
from detente.lexicon.surnames import surnames
from detente.lexicon.triggers import trigger_words
from detente.lexicon.words import ANYBODY, AUXILIARIES, DETERMINERS, PLACE_NOUNS, PREPOSITIONS
from detente.parse.anaphors import match_anaphor
from detente.parse.context import NOT_PERSONS, TokenContext
from detente.parse.coordination import coordinate
from detente.parse.counted import QUANTITIES, is_counted
from detente.parse.epithets import match_epithet
from detente.schema.mention import Mention, MentionPart
from detente.schema.sentence import Sentence

_MAX_MODIFIERS = 2
_LED_BODIES = frozenset({"administration", "government", "regime", "cabinet"})
_BODIES = frozenset(
    "police troops government parliament army navy military ministry court regime authorities opposition cabinet".split()
)
_POSSESSIVES = ("its", "their", "his", "our", "my", "your")
_RELATIVES = ("who", "which", "whose", "whom")
_PLACE_KINDS = frozenset({"place", "city"})
# Kinds of names that stand alone; others are adjectives or places.
_PHRASE_KINDS = frozenset(
    "name capital seat institution organisation party armed_group demonym official abbreviation former".split()
)
_PORTFOLIOS = ("minister", "ministry", "secretary")


def find_mentions(sentence: Sentence, names: Gazetteer | None = None) -> list[Mention]:
    """Mentions of one sentence, in order, without overlap, not yet resolved."""
    finder = _Finder(sentence, names or gazetteer())
    return coordinate(finder.find(), finder.tokens)


class _Finder(TokenContext):
    def __init__(self, sentence: Sentence, names: Gazetteer) -> None:
        super().__init__(sentence, names)
        self._found: list[Mention] = []

    def find(self) -> list[Mention]:
        position = 0
        while position < len(self.tokens):
            position = max(position + 1, self._step(position))
        return self._found

    def _step(self, i: int) -> int:
        if self.word(i) in _RELATIVES and self._follows_mention(i):
            self._add(
                i,
                i + 1,
                "relative",
                "possessive" if self.word(i) == "whose" else "phrase",
                [self.part("anaphor", i, i + 1)],
            )
            return i + 1
        epithet = match_epithet(self.tokens, i)
        if epithet is not None and epithet[1] in ("relation", "pair"):
            return self._anaphor(i, i + epithet[0], epithet[1])
        anaphor = match_anaphor(self.tokens, i)
        if anaphor is not None and not (anaphor[0] > 1 and self._names_inside(i, i + anaphor[0])):
            length, kind = anaphor
            return self._anaphor(i, i + length, kind)
        group = state_group([token.text for token in self.tokens[i : i + 3]], 0, None)
        if group is not None:
            self._add(i, i + group[0], "group", "phrase", [self.part("name", i, i + group[0])])
            return i + group[0]
        article = self.word(i) == "the" and state_group([token.text for token in self.tokens[i + 1 : i + 4]], 0, None)
        if epithet is not None and not article:
            return self._anaphor(i, i + epithet[0], epithet[1])
        name = self.names.match(self.tokens, i)
        if name is not None and name[1][0].kind == "neutral" and len({row.kind for row in name[1]}) == 1:
            return i + name[0]
        if name is not None and self.is_name(i, name):
            return self._named(i, i + name[0], [row for row in name[1] if row.kind != "neutral"])
        role = match_role(self.tokens, i)
        if role is not None and not self.is_verb_here(i, role):
            return self._role(i, i + role[0], role[1])
        if self.capitalised(i):
            return self._unknown_person(i)
        return i + 1

    def _follows_mention(self, i: int) -> bool:
        """Whether a mention ends right before, a comma aside: "Denmark, which had sent frigates"."""
        last = self.tokens[i - 2 if self.word(i - 1) == "," else i - 1] if i else None
        return last is not None and bool(self._found) and self._found[-1].char_end == last.char_end

    def _names_inside(self, i: int, j: int) -> bool:
        """Whether a name stands in a phrase that else refers back: "the European Union", "the two Koreas"."""
        return any(
            self.tokens[k].text[:1].isupper() and self.names.match(self.tokens, k) is not None for k in range(i + 1, j)
        )

    def _named(self, i: int, j: int, rows: list[NameRow]) -> int:
        kinds = [row.kind for row in rows]
        kind = kinds[0] if "name" not in kinds else "name"
        parts = [self.part("name", i, j)]
        if self.is_attribute(i, j):
            self._add(i, j, kind, "attribute", parts)
            return j
        if kind == "person":
            return self._with_apposed_title(i, j, parts)
        possessive = self.possessive(j)
        k = j + possessive
        end = self._role_phrase(k, parts)
        if end is not None:
            tail = self.possessive(end)
            self._add(i, end, "role", "possessive" if tail else "phrase", parts)
            return end + tail
        if possessive:
            usage = "place" if self.word(k) in PLACE_NOUNS or self.word(k + 1) in PLACE_NOUNS else "possessive"
            self._add(i, j, kind, usage, parts)
            return k
        usage = "phrase"
        if _PHRASE_KINDS.isdisjoint(kinds):
            usage = "place" if kind in _PLACE_KINDS else "adjective"
        elif "adjective" in kinds and (self.modifies_noun(k) or self.plain_adjective(i, j, kinds)):
            usage = "adjective"
        if usage in ("adjective", "phrase") and self.place_follows(k):
            usage = "place"
        elif usage == "phrase" and self.noun_compound(k) and kind in ("name", "abbreviation", "capital", "official"):
            usage = "adjective"
        self._add(i, j, kind, usage, parts)
        return j

    def _role_phrase(self, k: int, parts: list[MentionPart]) -> int | None:
        """A role after a name: end token, or None; adds the parts for role and person."""
        for skip in range(_MAX_MODIFIERS + 1):
            if k + skip >= len(self.tokens):
                return None
            if skip and not self.is_modifier(k + skip - 1):
                return None
            role = match_role(self.tokens, k + skip)
            if role is None and skip <= 1 and self.tokens[k + skip].text.islower():
                role = self._rare_role(k + skip, parts)
            if role is None:
                continue
            start, end, sector = k + skip, k + skip + role[0], role[1]
            # the last of several roles is the head: "government officials", "army chief"
            following = match_role(self.tokens, end)
            while following is not None and not self.word(end).endswith("ly"):
                end, sector = end + following[0], following[1] if sector == "GOV" else sector
                following = match_role(self.tokens, end)
            if self.word(end) == "of" and self.tokens[end - 1].lower in _PORTFOLIOS:
                end = self.skip_portfolio(end)
            parts.append(self.part("role", start, end, sector))
            person = self.person_after(end)
            if person is not None:
                parts.append(self.part("person", *person))
                end = person[1]
            return end
        return None

    def _rare_role(self, k: int, parts: Sequence[MentionPart]) -> tuple[int, str] | None:
        """'a Swedish surgeon': a role noun that without the adjective might be something else."""
        word = self.word(k)
        if parts[0].kind != "name" or word in trigger_words("n") or word in trigger_words("v"):
            return None
        rows = self.names.rows(parts[0].text)
        return match_role_of(self.tokens, k) if any(row.kind == "adjective" for row in rows) else None

    def _with_apposed_title(self, i: int, j: int, parts: list[MentionPart]) -> int:
        tail = self.possessive(j)
        end = None if tail else self._role_phrase(j, parts)
        if end is not None and parts[-1].kind == "role":
            self._add(i, end, "role", "phrase", parts)  # "the Biden administration"
            return end
        del parts[1:]
        self._add(i, j, "person", "possessive" if tail else "phrase", parts)
        return j + tail

    def _role(self, i: int, j: int, sector: str) -> int:
        following = match_role(self.tokens, j)
        while following is not None:
            j, sector = j + following[0], following[1] if sector == "GOV" else sector
            following = match_role(self.tokens, j)
        if self.tokens[j - 1].lower in _PORTFOLIOS and self.word(j) == "of":
            j = self.skip_portfolio(j)
        parts = [self.part("role", i, j, sector)]
        person = self.person_after(j) if self.tokens[j - 1].lower in TITLE_HEADS or sector in ("MIL", "GOV") else None
        if person is not None:
            parts.append(self.part("person", *person))
            j = person[1]
        elif self.word(j) in ("of", "in", "from"):
            end = self._owners(i, j, parts)
            if end is not None:
                return end
        tail = self.possessive(j)
        if len(parts) > 1 or self._bare_body(i, j):
            self._add(i, j, "role" if len(parts) == 1 else "person", "possessive" if tail else "phrase", parts)
        return j + tail

    def _bare_body(self, i: int, j: int) -> bool:
        """'the government', 'police': a body named alone; not 'military service' nor 'opposition to'."""
        word, after = self.tokens[j - 1].lower, self.word(j)
        if (after == "to" and word in ("opposition", "response")) or (
            self.noun_after(j) and not self.is_finite_verb(j) and after not in AUXILIARIES
        ):
            return False
        before = self.word(i - 1)
        if self.word(i - 2) in ("the", "this", "that") and self.noun_after(i - 1) and self.tokens[i - 1].text.islower():
            before = self.word(i - 2)  # "the deposed president"
        if word in ANYBODY:
            return before in DETERMINERS or is_counted(before, self.word(i - 2))
        if before == "of" and self.word(i - 2) in QUANTITIES:
            before = ""
        return before in DETERMINERS or word in _BODIES or (word.endswith("s") and before not in PREPOSITIONS)

    def _owners(self, i: int, j: int, parts: list[MentionPart]) -> int | None:
        """'the foreign ministers of Japan and South Korea': one mention per owner, the role with each."""
        k = j + 1
        if self.word(k) == "the":
            k += 1
        name = self.names.match(self.tokens, k) if k < len(self.tokens) else None
        if (
            name is None
            or all(row.kind in ("person", "organisation", "institution") for row in name[1])
            or (self.word(j) == "in" and self.tokens[j - 1].lower in TITLE_HEADS)
        ):
            return None
        begin, owners = i, []
        while name is not None:
            owners.append((begin, k + name[0], [*parts, self.part("name", k, k + name[0])]))
            end = k + name[0]
            step = end
            while self.word(step) in (",", "and", "&", "the"):
                step += 1
            name = self.names.match(self.tokens, step) if end < step < len(self.tokens) else None
            if name is not None and all(row.kind == "person" for row in name[1]):
                name = None
            begin = k = step
        for start, end, pieces in owners:
            self._add(start, end, "role", "phrase", pieces)
        return owners[-1][1]

    def _unknown_person(self, i: int) -> int:
        j = self.personal_name_end(i)
        if j <= i:
            return i + 1
        word = self.tokens[i].lower
        sentence_initial = i == 0 or self.tokens[i - 1].text in '"“‘:'
        if word in NOT_PERSONS or (sentence_initial and j - i == 1 and self.word(j) in DETERMINERS):
            return i + 1
        tail = self.possessive(j)
        if not tail and self.word(j) in _LED_BODIES:
            role = match_role(self.tokens, j)
            if role is not None:
                parts = [self.part("person", i, j), self.part("role", j, j + role[0], role[1])]
                self._add(i, j + role[0], "role", "phrase", parts)
                return j + role[0]
        if (
            sentence_initial
            and j - i == 1
            and not tail
            and not self.is_finite_verb(j)
            and self.word(j) not in AUXILIARIES
            and self.tokens[i].text not in surnames()
        ):
            return i + 1  # a capitalised first word, not a name
        self._add(i, j, "person", "possessive" if tail else "phrase", [self.part("person", i, j)])
        return j + tail

    def _anaphor(self, i: int, j: int, kind: str) -> int:
        parts = [self.part("anaphor", i, j)]
        word = self.tokens[j - 1].lower
        usage = "possessive" if word in _POSSESSIVES or (word == "her" and self.noun_after(j)) else "phrase"
        tail = self.possessive(j)
        if usage == "possessive" or tail:
            usage = "possessive"
            k = j + tail
            end = self._role_phrase(k, parts)
            if end is not None and parts[1].sector != "CVL" and self.word(k) != "people":
                self._add(i, end, kind, "phrase", parts)
                return end
            del parts[1:]
            if self.word(k) in PLACE_NOUNS or self.word(k + 1) in PLACE_NOUNS:
                usage = "place"
        self._add(i, j, kind, usage, parts)
        return j + tail

    def _add(self, i: int, j: int, kind: str, usage: str, parts: Sequence[MentionPart]) -> None:
        whole = self.part("name", i, j)
        self._found.append(
            Mention(
                self.sentence.document_id,
                self.sentence.sentence_index,
                whole.char_start,
                whole.char_end,
                whole.text,
                kind,
                usage=usage,
                preposition=self.preposition(i),
                opens_clause=self.opens(i),
                parts=tuple(parts),
            )
        )
        self.ends.add(whole.char_end)
