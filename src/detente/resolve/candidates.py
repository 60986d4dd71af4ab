"""Whom an anaphor may refer to, each candidate with the features by which it is ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from detente.lexicon.given_names import is_female_name
from detente.lexicon.state_traits import noun_traits, traits
from detente.resolve.story import SPEECH, Story, is_verb
from detente.schema.mention import Mention

REACH = 3  # sentences back
_TOP = 6  # actors of whom groups are made
_BODY_NOUNS = frozenset("administration government regime cabinet junta ministry army navy delegation military forces troops party council "
                        "parliament police embassy side authorities court commission congress senate committee".split())  # fmt: skip
_INDIVIDUAL = frozenset(
    "president minister premier chancellor leader spokesman spokeswoman spokesperson ambassador envoy king queen general secretary "
    "emperor prince sultan emir shah commander negotiator adviser diplomat delegate official senator speaker governor dictator "
    "colonel marshal admiral chief judge candidate lawmaker consul commissioner director head strongman pope bishop archbishop "
    "ayatollah princess deputy mayor".split()
)
_LEADER_NOUNS = frozenset(
    "leaders presidents premiers ministers men women statesmen chancellors generals kings dictators strongmen commanders rivals "
    "republicans diplomats envoys officials negotiators brothers ambassadors secretaries monarchs".split()
)
_THINGS = frozenset(
    "treaty agreement pact accord deal plan proposal draft text document letter note resolution statement report bill law vote missile "
    "rocket drone ship vessel plane aircraft bridge dam canal line base port island reef rock satellite summit meeting conference talks "
    "war truce ceasefire armistice embargo blockade offer request demand invitation speech message telegram declaration communiqué "
    "communique convention charter protocol quarrel dispute question matter issue crisis pipeline railway road reactor plant test "
    "exercise attack raid strike attempt coup plot visit decision ruling judgment verdict clause paragraph article map border boundary "
    "frontier wall fence statue monument shrine book film flag anthem loan debt money gas oil grain wheat rice water fund aid price "
    "tariff ban sanction sanctions measure measures policy doctrine word phrase sentence idea thing move step gesture mission corridor "
    "zone camp village town city river valley province territory colony leak rumour rumor story news".split()
)
_AGENTIVE = SPEECH | frozenset(
    "sent refused recalled expelled signed accused condemned urged asked rejected imposed lifted withdrew annexed invaded attacked "
    "recognised recognized joined left voted abstained protested demanded offered supported backed opposed banned summoned hosted "
    "mediated bought sold paid lent tested launched fired deployed massed mobilised mobilized apologised apologized seized occupied "
    "released freed arrested suspended froze broke restored opened closed ordered called chose feared sought relied depended owed "
    "trusted armed trained ruled governed hoped tried needed wished kept let gave got".split()
)


_SHOWING = frozenset("proved showed proves shows covered covers contained contains provided provides allowed allows ran runs came lasted lapsed "
                     "expired expires applied entered fell landed exploded flew sank hit struck crossed stood lay lies stands meant means gave "
                     "gives made makes left leaves took takes cost costs".split())  # fmt: skip
_THING_VERBS = frozenset("signed ratified renewed called calls took takes read saw published denied rejected welcomed opened closed built lifted used "
                         "use broke breaks keep kept held made make sent received accepted occupied claimed crossed seized bombed annexed "
                         "returned condemned discussed approved tore drafted sealed let took".split())  # fmt: skip


@dataclass(slots=True)
class Candidate:
    """A possible antecedent.

    Attributes:
        members: the mentions that it is made of; empty for "refers to no actor".
        features: by name; absent is 0.
    """

    members: tuple[Mention, ...]
    features: dict[str, float] = field(default_factory=dict)

    def codes(self) -> frozenset[str]:
        """What it stands for: codes with the organisation where there is one."""
        return frozenset(actor.code + actor.organisation for m in self.members for actor in m.actors)


def model_of(mention: Mention) -> str:
    """Name of the model that ranks the antecedents of an anaphor."""
    return {
        "he": "person",
        "she": "person",
        "office": "office",
        "body": "noun",
        "pair": "group",
        "trio": "group",
        "several": "group",
        "parties": "group",
    }.get(mention.kind, mention.kind)


def candidates_of(
    mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story
) -> list[Candidate]:
    """Candidates for an anaphor, the empty one included.

    Args:
        done: mentions before it, resolved, in order.
        coming: mentions of the same sentence after it, names resolved.
    """
    return _Finder(mention, done, coming, story).find()


class _Finder:
    def __init__(self, mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story) -> None:
        self.mention = mention
        self.story = story
        index = mention.sentence_index
        self.past = [m for m in done if index - m.sentence_index <= REACH and m.char_end <= mention.char_start]
        self.after = _codes(coming)
        self.beside = _codes([m for m in coming if m.usage == "phrase" and "that" not in story.words_between(mention, m)])
        self.coming = list(coming) if self._may_look_ahead() else []
        self.same = [m for m in self.past if m.sentence_index == index]
        self.text = mention.text.lower()
        self.function = self._own_function()

    def find(self) -> list[Candidate]:
        kind = self.mention.kind
        if kind == "office":
            found = self._offices()
        elif kind in ("he", "she"):
            found = self._persons(states=kind == "she")
        elif kind == "they":
            found = self._plurals()
        elif kind in ("pair", "trio", "several", "parties") or kind in ("former", "latter"):
            found = self._groups()
        else:
            found = self._singles(wide=kind != "it")
        return [*found, Candidate((), self._null(found))]

    # whom

    def _entities(self, keep: Sequence[Mention]) -> dict[str, list[Mention]]:
        entities: dict[str, list[Mention]] = {}
        for m in keep:
            for actor in m.actors[:1] if len(m.actors) == 1 else ():
                if actor.code or actor.organisation:
                    entities.setdefault(actor.code + actor.organisation, []).append(m)
        return entities

    def _singles(self, wide: bool) -> list[Candidate]:
        pool = [m for m in (*self.past, *self.coming) if m.usage != "attribute" and (wide or not is_individual(m))]
        entities = self._entities(pool)
        order = sorted(entities, key=lambda code: -max(m.char_start for m in entities[code] if m.char_start <= self.mention.char_start) if any(
            m.char_start <= self.mention.char_start for m in entities[code]) else 1)  # fmt: skip
        found = []
        for rank, code in enumerate(order):
            mentions = entities[code]
            found.append(Candidate((self._prominent(mentions),), self._single_features(mentions, rank, len(order))))
        return found

    def _prominent(self, mentions: Sequence[Mention]) -> Mention:
        past = [m for m in mentions if m.char_end <= self.mention.char_start]
        return past[-1] if past else mentions[0]

    def _single_features(self, mentions: Sequence[Mention], rank: int, n: int) -> dict[str, float]:
        last = self._prominent(mentions)
        f = self._place_features(last)
        index = self.mention.sentence_index
        functions = {(m.sentence_index, self._function_of(m)) for m in mentions}
        f["subject_before"] = float((index - 1, "subject") in functions)
        f["subject_same"] = float((index, "subject") in functions and last.sentence_index == index)
        f["first_before"] = float(self._first_subject(index - 1) in mentions)
        f["first_same"] = float(self._first_subject(index) in mentions)
        f["nearest"] = float(rank == 0)
        f["second"] = float(rank == 1)
        f["only"] = float(n == 1)
        f["often"] = min(len(mentions), 4) / 4
        here = [m for m in self.same if m.actors and m.usage != "attribute" and not is_individual(m)]
        codes_here = _codes(here)
        code = next(iter(_codes([last])))
        f["again_after"] = float(code in self.after)
        opener = self.story.tokens(index)[:1]
        f["initial_clause"] = float(
            bool(opener)
            and opener[0].lower in ("while", "although", "though", "when", "as", "after", "before", "because", "since", "if", "despite")
            and self._first_subject(index) in mentions
            and self.function == "subject"
        )
        f["only_here"] = float(codes_here == {code})
        f["opens_on_first"] = float(not codes_here and f["first_before"] and self.function != "object")
        f["opens_on_subject"] = float(not codes_here and bool(f["subject_before"]) and not f["first_before"])
        f["opens_on_nearest"] = float(not codes_here and rank == 0 and not f["first_before"])
        f["first_text"] = float(
            min(m.char_start for m in mentions) == min((m.char_start for m in self.past if m.actors), default=-1)
        )
        f["again"] = float(len(mentions) > 1 and any(m.sentence_index == index for m in mentions))
        functions_here = [
            self._function_of(m)
            for m in mentions
            if m.sentence_index == index and m.char_end <= self.mention.char_start
        ]
        f["object_here"] = float("object" in functions_here)
        f["last_here_subject"] = float(bool(here) and last is here[-1] and self._function_of(last) == "subject")
        f["last_here_other"] = float(bool(here) and last is here[-1] and self._function_of(last) != "subject")
        f["first_here_subject"] = float(bool(here) and here[0] in mentions and self._function_of(here[0]) == "subject")
        main_before, main_here = self._main_subject(index - 1), self._main_subject(index)
        f["main_before"] = float(main_before in mentions)
        f["main_here"] = float(main_here in mentions)
        f["main_before_open"] = float(main_before in mentions and main_here is None)
        f["main_before_subject"] = float(main_before in mentions and self.function == "subject")
        f["main_here_possessive"] = float(main_here in mentions and self.function == "possessive")
        f["main_here_subject"] = float(main_here in mentions and self.function == "subject")
        f["subordinate"] = float(self.story.is_subordinate(last))
        f["subordinate_here"] = float(last.sentence_index == index and self.story.is_subordinate(last))
        f["own_subordinate"] = float(
            last.sentence_index == index and self.story.is_subordinate(last) == self.story.is_subordinate(self.mention)
        )
        kind = last.kind
        f["body"] = float(bool(last.actors[0].sector))
        f["organisation"] = float(bool(last.actors[0].organisation))
        f["demonym"] = float(kind == "demonym")
        f["capital"] = float(kind in ("capital", "city", "seat"))
        f["name"] = float(kind == "name")
        f["person"] = float(is_individual(last))
        f["plural"] = float(is_plural(last))
        f["listed"] = float(last.coordination > 0)
        if self.mention.kind == "body":
            sector = self.mention.parts[0].sector if self.mention.parts else ""
            f["same_body"] = float(any(a.sector == sector for m in mentions for a in m.actors))
            f["rebels"] = float(sector in ("REB", "PRM") and not f["same_body"])
            f["state_only"] = float(not last.actors[0].sector)
        if self.mention.kind == "noun":
            wanted = noun_traits(self.text)
            have = traits(last.actors[0].code, last.actors[0].organisation)
            f["fits"] = float(bool(wanted) and wanted <= have)
            f["unfit"] = float(bool(wanted - have))
        return f

    def _persons(self, states: bool) -> list[Candidate]:
        pool = [m for m in (*self.past, *self.coming) if m.usage != "attribute" and is_individual(m)]
        people: dict[str, list[Mention]] = {}
        for m in pool:
            people.setdefault(_person_key(m, people), []).append(m)
        order = sorted(people, key=lambda key: -people[key][-1].char_start)
        female = self.mention.kind == "she"
        found = []
        for rank, key in enumerate(order):
            mentions = people[key]
            f = self._single_features_of_person(mentions, rank, len(order))
            sex = next((s for s in map(_sex, mentions) if s), "")
            f["sex_fits"] = float(sex == ("f" if female else "m"))
            f["sex_unfit"] = float(bool(sex) and sex != ("f" if female else "m"))
            f["she_unknown"] = float(female and not sex)
            found.append(Candidate((self._prominent(mentions),), f))
        if states:
            for candidate in self._singles(wide=False):
                candidate.features = {f"state_{name}": value for name, value in candidate.features.items()}
                candidate.features["state"] = 1.0
                candidate.features["state_no_person"] = float(not found)
                found.append(candidate)
        return found

    def _offices(self) -> list[Candidate]:
        """'the president', 'the ambassador': people, by whether they hold that office."""
        noun = office_of(self.text)
        found = self._persons(states=False)
        for candidate in found:
            member = candidate.members[0]
            told = {office_of(part.text) for m in self.past for part in m.parts if part.kind == "role" and
                    _person_key(m, {}).split()[-1] == _person_key(member, {}).split()[-1] and is_individual(m)}  # fmt: skip
            told |= {office_of(actor.why.split(";")[0].split(",")[-1]) for actor in member.actors if "," in actor.why}
            told.discard("")
            candidate.features["office_fits"] = float(noun in told)
            candidate.features["office_unfit"] = float(bool(told) and noun not in told)
            candidate.features["office_unknown"] = float(not told)
        return found

    def _single_features_of_person(self, mentions: Sequence[Mention], rank: int, n: int) -> dict[str, float]:
        last = self._prominent(mentions)
        f = self._place_features(last)
        index = self.mention.sentence_index
        functions = {(m.sentence_index, self._function_of(m)) for m in mentions}
        f["subject_before"] = float((index - 1, "subject") in functions)
        f["subject_same"] = float((index, "subject") in functions and last.sentence_index == index)
        f["first_before"] = float(any(m.sentence_index == index - 1 and m.opens_clause for m in mentions))
        f["nearest"] = float(rank == 0)
        f["second"] = float(rank == 1)
        f["only"] = float(n == 1)
        f["often"] = min(len(mentions), 4) / 4
        f["titled"] = float(any(part.kind == "role" for part in last.parts))
        f["unresolved"] = float(not last.actors)
        return f

    def _plurals(self) -> list[Candidate]:
        pool = [m for m in (*self.past, *self.coming) if m.actors and m.usage != "attribute"]
        found: list[Candidate] = []
        seen: list[tuple[Mention, ...]] = []
        for members in self._lists(pool):
            seen.append(members)
        seen += [(m,) for m in pool if len(m.actors) > 1 or is_plural(m) or m.actors[0].organisation or m.actors[0].sector in
                 ("COP", "MIL", "REB", "CVL", "PTY", "REF", "LEG", "GOV", "BUS", "SOC", "JRN", "AGR", "LAB", "OPP") or m.kind in ("name", "capital")]  # fmt: skip
        for left, right in self._sentence_pairs(pool):
            if not any({left, right} <= set(members) for members in seen if len(members) > 1):
                seen.append((left, right))
        order = sorted(seen, key=lambda members: -members[-1].char_start)
        for rank, members in enumerate(order):
            last = members[-1]
            f = self._place_features(last, members)
            plural = is_plural(last) if len(members) == 1 else False
            several = len(members[0].actors) > 1
            f["list"] = float(len(members) > 1 and last.coordination > 0)
            f["pair_apart"] = float(len(members) > 1 and not last.coordination)
            f["group"] = float(several)
            f["plural"] = float(plural)
            f["individual"] = float(len(members) == 1 and is_individual(last))
            f["single_name"] = float(
                len(members) == 1 and not plural and not several and last.kind in ("name", "capital", "adjective")
            )
            f["body"] = float(len(members) == 1 and not plural and not several and not f["single_name"])
            f["list_subject"] = f["list"] * float(self._function_of(members[0]) == "subject")
            f["plural_subject"] = f["plural"] * float(self._function_of(last) == "subject")
            f["group_subject"] = f["group"] * float(self._function_of(last) == "subject")
            f["again_after"] = float(bool(_codes(members) & self.after))
            f["nearest"] = float(rank == 0)
            f["second"] = float(rank == 1)
            f["only"] = float(len(order) == 1)
            f["self"] = float(self.text == "themselves" and last.sentence_index == self.mention.sentence_index)
            found.append(Candidate(members, f))
        return found

    def _lists(self, pool: Sequence[Mention]) -> list[tuple[Mention, ...]]:
        lists: dict[tuple[int, int], list[Mention]] = {}
        for m in pool:
            if m.coordination:
                lists.setdefault((m.sentence_index, m.coordination), []).append(m)
        return [tuple(members) for members in lists.values() if len(_codes(members)) > 1]

    def _sentence_pairs(self, pool: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
        """Two actors of one sentence, neither a venue nor an adjective."""
        pairs = []
        for index in {self.mention.sentence_index, self.mention.sentence_index - 1}:
            free = [
                m
                for m in pool
                if m.sentence_index == index
                and len(m.actors) == 1
                and self._function_of(m) not in ("place", "adjective")
            ]
            firsts = list({m.actors[0].code + m.actors[0].organisation: m for m in free}.values())
            pairs += list(combinations(firsts[:5], 2))
        return pairs

    def _groups(self) -> list[Candidate]:
        size = {"pair": 2, "former": 2, "latter": 2, "trio": 3}.get(self.mention.kind)
        if self.mention.kind == "several":
            size = next((n for word, n in (("four", 4), ("five", 5), ("six", 6)) if word in self.text), None)
        noun = self.text.split()[-1]
        of_people = noun in _LEADER_NOUNS or noun in (
            "two",
            "pair",
            "both",
            "neither",
            "former",
            "latter",
            "other",
            "another",
            "three",
            "trio",
            "allies",
        )
        pool = [m for m in (*self.past, *self.coming) if m.actors and m.usage != "attribute"]
        lists = self._lists(pool)
        found: dict[frozenset[str], Candidate] = {}
        options: list[tuple[Mention, ...]] = [
            members for members in lists if size is None or len(_codes(members)) == size
        ]
        options += [(m,) for m in pool if len(m.actors) > 1 and (size is None or len(_codes([m])) == size)]
        entities = self._entities(pool)
        near = sorted(entities, key=lambda code: -entities[code][-1].char_start)[:_TOP]
        for n in (2,) if size is None else (size,) if size <= 3 else ():
            for codes in combinations(near, n):
                members = sorted((entities[code][-1] for code in codes), key=lambda m: m.char_start)
                options.append(tuple(members))
        if size is not None and size > 3 and len(entities) == size:
            options.append(tuple(sorted((m[-1] for m in entities.values()), key=lambda m: m.char_start)))
        clear = [members for members in options if not _codes(members) & self.beside]
        for members in clear or options:  # "both countries face threats from North Korea" leaves North Korea out
            key = frozenset(_codes(members))
            if key not in found:
                found[key] = Candidate(members, self._group_features(members, lists, entities, near, noun, of_people))
        return list(found.values())

    def _group_features(self, members: tuple[Mention, ...], lists: Sequence[tuple[Mention, ...]], entities: dict[str, list[Mention]],
                        near: Sequence[str], noun: str, of_people: bool) -> dict[str, float]:  # fmt: skip
        index = self.mention.sentence_index
        codes = _codes(members)
        last, first = members[-1], members[0]
        f: dict[str, float] = {}
        f["listed"] = float(any(_codes(other) == codes for other in lists))
        f["in_longer_list"] = float(any(codes < _codes(other) for other in lists))
        f["group_before"] = float(len(first.actors) > 1)
        f["one_sentence"] = float(len({m.sentence_index for m in members}) == 1)
        f["same_sentence"] = float(all(m.sentence_index == index for m in members))
        f["before_1"] = float(all(m.sentence_index == index - 1 for m in members))
        f["again_after"] = len(codes & self.after) / len(codes)
        f["far"] = float(min(m.sentence_index for m in members) < index - 1)
        f["straddles"] = float(len(members) > 1 and last.sentence_index == index and first.sentence_index < index)
        functions = [self._function_of(m) for m in members]
        f["venues"] = functions.count("place") / len(members)
        f["adjectives"] = functions.count("adjective") / len(members)
        f["subject_first"] = float("subject" in functions)
        f["subjects_all"] = float(functions.count("subject") == len(members))
        f["possessives"] = functions.count("possessive") / len(members)
        f["subject_object"] = float(
            len(members) == 2
            and functions[0] == "subject"
            and functions[1] in ("object", "with", "to", "by", "of", "from")
        )
        people = sum(is_individual(m) for m in members)
        f["people_all"] = float(people == len(members) and len(members) > 1)
        f["people_none"] = float(people == 0)
        f["mixed"] = float(0 < people < len(members))
        leaders = noun in _LEADER_NOUNS
        f["leaders_people"] = float(leaders and people == len(members) and len(members) > 1)
        f["leaders_states"] = float(leaders and people == 0)
        f["states_people"] = float(not of_people and people > 0)
        f["nearest"] = float(bool(near) and near[0] in codes)
        f["nearest_all"] = float(len(members) > 1 and set(near[: len(codes)]) == codes)
        f["all_there_are"] = float(set(entities) == codes)
        f["often"] = sum(min(len(entities.get(code, ())), 3) for code in codes) / (3 * len(codes))
        f["organisations"] = sum(bool(a.organisation) for m in members for a in m.actors) / max(1, len(codes))
        f["ahead"] = float(any(m.char_start > self.mention.char_start for m in members))
        f["first_subject"] = float(self._first_subject(index - 1) in members)
        f["preposition"] = sum(bool(m.preposition) for m in members) / len(members)
        wanted = noun_traits(self.text)
        if wanted:
            have = [traits(a.code, a.organisation) for m in members for a in m.actors]
            f["fits"] = float(all(wanted <= t for t in have))
            f["unfit"] = float(any(wanted - t for t in have))
        between = (
            self.story.words_between(first, last)
            if len(members) == 2 and f["one_sentence"] and first.char_end <= last.char_start
            else []
        )
        f["clauses_apart"] = float(";" in between or "while" in between or "whereas" in between or "," in between)
        f["verb_between"] = float(any(is_verb(word) for word in between))
        return f

    # how it stands

    def _place_features(self, last: Mention, members: Sequence[Mention] = ()) -> dict[str, float]:
        index = self.mention.sentence_index
        distance = index - last.sentence_index
        ahead = last.char_start > self.mention.char_start
        function = self._function_of(last)
        near = "same" if distance == 0 else "before"
        f = {
            f"{near}_{function}": 1.0,
            "same": float(distance == 0 and not ahead),
            "before_1": float(distance == 1),
            "before_2": float(distance == 2),
            "before_3": float(distance > 2),
            "ahead": float(ahead),
            "paragraph": float(self.story.paragraph(last) != self.story.paragraph(self.mention)),
            f"as_{self.function}_{near}_{function}": 1.0,
        }
        if ahead:
            f["ahead_subject"] = float(function == "subject")
        if distance == 0 and not ahead:
            between = self.story.words_between(last, self.mention)
            clause = self.story.same_clause(last, self.mention)
            subjects = [
                m
                for m in self.same
                if m.char_start > last.char_end and m.usage == "phrase" and self._function_of(m) == "subject"
            ]
            f["reported"] = float(function == "subject" and bool(SPEECH.intersection(between)))
            f["bound"] = float(
                clause and function == "subject" and self.function == "object" and not self.text.endswith("self")
            )
            f["self_subject"] = float(self.text.endswith("self") and function == "subject" and clause)
            f["own_clause"] = float(clause and function == "subject" and self.function == "possessive")
            f["adjacent"] = float(len(between) <= 2)
            verbs = any(is_verb(word) for word in between)
            f["appositive"] = float(between[:1] == [","] and not verbs and self.function == "possessive")
            f["governs"] = float(function == "subject" and not subjects and verbs and self.function == "object" and "that" not in between)
            f["governs_possessive"] = float(function == "subject" and not subjects and verbs and self.function == "possessive")
            f["governs_subject"] = float(function == "subject" and not subjects and verbs and self.function == "subject")
            f["other_subject_since"] = float(bool(subjects))
            f["said_it"] = float(
                function == "subject" and not subjects and len(between) <= 4 and bool(SPEECH.intersection(between[:2]))
            )
            f["reported_over"] = float(f["reported"] and bool(subjects))
            f["told_it"] = float(function == "object" and "that" in between[:2])
            f["comma_part"] = float(between[:1] == [","] and self.function == "object")
            f["verb_between"] = float(any(is_verb(word) for word in between))
            f["and_it"] = float(between[-1:] in (["and"], ["but"]))
            f["when_it"] = float(
                between[-1:]
                in (["when"], ["as"], ["after"], ["before"], ["because"], ["while"], ["though"], ["until"], ["if"])
            )
            f["that_it"] = float(between[-1:] == ["that"])
            f["whose_it"] = float(any(word in ("whose", "which", "whom") for word in between))
            f["semicolon"] = float(";" in between)
            f["joined"] = float(between[-1:] in (["and"], ["with"]) and self.function == "possessive")
        return f

    def _function_of(self, m: Mention) -> str:
        members = ()
        if m.coordination:
            members = tuple(
                o
                for o in (*self.past, *self.coming)
                if o.sentence_index == m.sentence_index and o.coordination == m.coordination
            )
        return self.story.function(m, members)

    def _own_function(self) -> str:
        """Function of the anaphor itself: subject, object or possessive ("its ships")."""
        first = self.mention.parts[0].text.lower() if self.mention.parts else self.text
        if self.mention.usage == "possessive" or first in ("its", "their", "his") or self.mention.kind == "neighbour":
            return "possessive"
        if first == "her" and (len(self.mention.parts) > 1 or not _ends_phrase(self.story.after(self.mention, False))):
            return "possessive"
        following = self.story.after(self.mention)
        if is_verb(following) and self.text not in ("him", "them"):
            return "subject"
        return "object" if not self.mention.opens_clause else "subject"

    def _main_subject(self, index: int) -> Mention | None:
        return self.story.main_subject(
            [m for m in self.past if m.sentence_index == index and m.actors and not is_individual(m)]
        )

    def _first_subject(self, index: int) -> Mention | None:
        pool = [m for m in self.past if m.sentence_index == index and m.usage in ("phrase", "possessive") and m.actors]
        return next((m for m in pool if not m.preposition), None)

    def _may_look_ahead(self) -> bool:
        """An anaphor in a clause that opens its sentence may be named after the comma."""
        first, end = self.story.span(self.mention)
        tokens = self.story.tokens(self.mention.sentence_index)
        if first > 9 or not tokens:
            return False
        opener = tokens[0].lower
        return opener in ("before", "after", "when", "while", "as", "though", "although", "if", "in", "on", "despite", "with", "until", "since",
                          "for", "by", "because", "asked", "neither", "both", "the", "its", "his", "her", "their", "like", "unlike", "whatever",
                          "soon", "once", "without", "according", "ahead", "having", "faced", "given", "among", "between", "against", "at", "under", "not", "no", "even", "to", "from") and (first <= 6 or "," in [t.text for t in tokens[end:]])  # fmt: skip

    def _null(self, found: Sequence[Candidate]) -> dict[str, float]:
        following = self.story.after(self.mention)
        tokens = self.story.tokens(self.mention.sentence_index)
        first, end = self.story.span(self.mention)
        before = [t.lower for t in tokens[max(0, first - 25) : first]]
        previous = [t.lower for t in self.story.tokens(self.mention.sentence_index - 1)]
        f = {"null": 1.0, f"null_as_{self.function}": 1.0}
        f["null_thing_same"] = float(any(word in _THINGS for word in before[-12:]))
        f["null_thing_before"] = float(any(word in _THINGS for word in previous))
        f["null_thing_opens"] = float(any(word in _THINGS for word in previous[:6]))
        f["null_agentive"] = float(following in _AGENTIVE)
        f["null_verb_other"] = float(is_verb(following) and following not in _AGENTIVE)
        after = [t.lower for t in tokens[end : end + 3]]
        f["null_be_done"] = float("be" in after[:2] or "been" in after[:2])
        f["null_shows"] = float(following in _SHOWING)
        f["null_object_of"] = float(self.function == "object" and bool(before) and before[-1] in _THING_VERBS)
        f["null_preposition"] = float(bool(before) and before[-1] in ("of", "on", "in", "about", "under", "for", "by", "from", "at"))
        f["null_passive"] = float(
            len(after) > 1
            and after[0] in ("was", "were", "is", "has", "had", "would")
            and (after[1].endswith("ed") or after[1] == "been")
        )
        f["null_was"] = float(bool(after) and after[0] in ("was", "is", "'s", "were"))
        f["null_none"] = float(not found)
        f["null_opens"] = float(first == 0)
        f["null_last"] = float(not after or after[0] in (".", ",", ";"))
        f["null_self"] = float(self.text.endswith("self"))
        f["null_few"] = float(len(found) == 1)
        return f


_OFFICES = {
    "president": "president", "head of state": "president", "prime minister": "premier", "premier": "premier", "chancellor": "premier",
    "taoiseach": "premier", "foreign minister": "foreign", "foreign secretary": "foreign", "secretary of state": "foreign",
    "defence minister": "defence", "defense minister": "defence", "defence secretary": "defence", "king": "monarch", "queen": "monarch",
    "emperor": "monarch", "tsar": "monarch", "sultan": "monarch", "shah": "monarch", "emir": "monarch", "monarch": "monarch",
    "crown prince": "prince", "prince": "prince", "ambassador": "envoy", "envoy": "envoy", "consul": "envoy", "representative": "envoy",
    "pope": "pope", "pontiff": "pope", "general": "soldier", "colonel": "soldier", "marshal": "soldier", "admiral": "soldier",
    "commander": "soldier", "dictator": "president", "strongman": "president", "ruler": "president", "secretary-general": "secretary",
    "secretary general": "secretary", "spokesman": "spokesman", "spokeswoman": "spokesman", "minister": "minister", "speaker": "speaker",
    "chairman": "chairman", "leader": "leader", "archbishop": "bishop", "bishop": "bishop", "cleric": "bishop",
}  # fmt: skip


def office_of(text: str) -> str:
    """The kind of office that a title names: "the Polish prime minister" premier; "" for none we know."""
    words = text.lower().replace("acting ", "").split()
    for length in (3, 2, 1):
        for start in range(len(words) - length, -1, -1):
            found = _OFFICES.get(" ".join(words[start : start + length]))
            if found:
                return found
    return ""


def is_individual(mention: Mention) -> bool:
    """Whether a mention names one person."""
    words = mention.text.split()
    last = words[-1].lower() if words else ""
    if mention.kind in ("he", "she") or (mention.kind == "person" and last not in _BODY_NOUNS):
        return True
    if any(part.kind == "person" for part in mention.parts):
        return last not in _BODY_NOUNS
    return mention.kind == "role" and last in _INDIVIDUAL


def is_plural(mention: Mention) -> bool:
    """Whether a mention is a plural noun: "the Russians", "Polish farmers"."""
    words = mention.text.split()
    last = words[-1].lower() if words else ""
    if mention.kind == "demonym":
        return last.endswith(("s", "ese", "sh", "ch", "iss", "men"))
    return mention.kind == "role" and (
        (last.endswith("s") and not last.endswith("ss")) or last in ("people", "police", "troops", "men", "women")
    )


def _codes(mentions: Sequence[Mention]) -> set[str]:
    return {actor.code + actor.organisation for mention in mentions for actor in mention.actors}


def _person_key(mention: Mention, known: dict[str, list[Mention]]) -> str:
    """Text by which mentions of one person are joined: a surname finds the full name."""
    name = next((part.text for part in mention.parts if part.kind == "person"), mention.text)
    last = name.split()[-1]
    return next((key for key in known if key.split()[-1] == last or key == name), name)


def _sex(mention: Mention) -> str:
    """'f', 'm' or "" as title, pronoun or given name tell."""
    words = mention.text.replace(".", "").split()
    lowered = {word.lower() for word in words}
    if mention.kind == "she" or lowered & {"mrs", "ms", "miss", "queen", "princess", "baroness", "dame", "lady", "spokeswoman", "congresswoman",
                                           "chairwoman", "madame", "empress", "sister", "mother", "wife", "daughter", "widow"}:  # fmt: skip
        return "f"
    if mention.kind == "he" or lowered & {"mr", "king", "prince", "sir", "lord", "emperor", "sultan", "emir", "shah", "pope", "spokesman", "ayatollah",
                                          "sheikh", "archbishop", "monsignor", "count", "brother", "father", "husband", "son", "chairman"}:  # fmt: skip
        return "m"
    name = next((p.text for p in mention.parts if p.kind == "person"), mention.text if mention.kind == "person" else "")
    why = mention.actors[0].why.split(",")[0].split() if mention.actors else []
    given = name.split()[:1] if len(name.split()) > 1 else why[:1] if len(why) > 1 and why[0][:1].isupper() else []
    if not given:
        return ""
    return "f" if is_female_name(given[0]) else "m"


def _ends_phrase(word: str) -> bool:
    """Whether no noun follows: "told her that", "met her in"."""
    return not word.isalpha() or word in _NO_NOUN


_NO_NOUN = frozenset(
    "that to in on at by for from with about of and but or not as when while before after if so again there here".split()
)
