"""Closed classes of English words that parsing and extraction share."""

from __future__ import annotations

from detente.schema.date_words import MONTHS, WEEKDAYS

PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among around as at before behind below beneath beside between "
    "beyond by despite down during except for from in inside into like near of off on onto out outside over past per "
    "regarding round since through throughout till to toward towards under until unlike up upon via versus with within "
    "without concerning".split()
)
DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any each every no all both several many few "
    "most another other such".split()
)
BE = frozenset("be is are was were been being am".split())
HAVE = frozenset("have has had having".split())
DO = frozenset("do does did doing".split())
MODALS = frozenset("will would shall should can could may might must cannot wo ca".split())
AUXILIARIES = BE | HAVE | DO | MODALS | frozenset({"get", "got", "gets"})
NEGATIONS = frozenset("not n't never no neither nor without hardly barely cannot".split())
COORDINATORS = frozenset({"and", "or", "but", "nor", "&", "yet"})
SUBORDINATORS = frozenset(
    "that because if when while after before although though as since unless until whereas whether where once so "
    "despite considering which who whom whose what how why".split()
)
RELATIVES = frozenset({"which", "who", "that", "whom", "whose"})
PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs himself herself itself themselves i we you us me who".split()
)
ADVERBS = frozenset(
    "also again already always ever even just now often once only recently repeatedly soon still then there therefore thus "
    "together too twice very yet however instead later meanwhile formally jointly long first ultimately finally once "
    "today yesterday tomorrow earlier further far subsequently previously nevertheless moreover here both all so "
    "strongly publicly officially reportedly allegedly".split()
)
# Pronouns that can name who speaks.
SPEAKER_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
MONTH_WORDS = frozenset((*MONTHS, *WEEKDAYS))
# Past forms that do not end in -ed and are verbs of action, neither of speech nor rare.
ACTION_PASTS = frozenset(
    "came went took gave made saw knew got put let sent kept held lost left met paid sat stood spoke struck threw won "
    "bought brought built caught chose drew fell felt fought found flew hid led lay ran rose sold set shook shot shut "
    "spent spread withdrew began became broke beat".split()
)
# All past forms that do not end in -ed, and "wants".
PASTS = ACTION_PASTS | frozenset(
    "said told thought taught understood wrote read sang swore forbade wore drove forgot grew hit hung meant slept split "
    "woke bore bent bound dealt dug ate fed froze lent lit rang sank sought slid strode swept swung tore wants "
    "knelt wept crept fled bled sped clung flung stung drank swam shrank sprang wove arose forgave overcame overthrew "
    "undertook withstood underwent slew foresaw oversaw retook overtook upheld withheld rebuilt begot strove".split()
)
# Nouns for a place of a state: "Japanese waters", "Ukraine's airspace".
PLACE_NOUNS = frozenset(
    "waters airspace territory soil border borders coast coasts shores islands island islet islets sea seas strait "
    "zone capital city cities town towns village villages port ports base bases mainland land lands region regions "
    "province provinces peninsula enclave districts district outpost positions skies frontier area areas side "
    "facilities facility targets infrastructure".split()
)
# People of no capacity, who alone are anybody.
ANYBODY = frozenset({"people", "men", "women", "children"})
