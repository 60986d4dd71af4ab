"""Verbs and phrases of speech, and how each leads to the words that are said."""

from __future__ import annotations

# Forms of each verb by what may follow it: "plain" a clause with or without "that"; "that" only with it, or a colon or
# quotation; "tell" a hearer first; "with" and "of" an act after that word; "quote" a quotation only; "deny" a clause, a
# gerund or a noun.
_VERBS = {
    "plain": (
        "say says said saying add adds added adding claim claims claimed claiming insist insists insisted "
        "insisting report reports reported announce announces announced declare declares declared write writes "
        "wrote argue argues believe believes believed think thinks thought swear swears swore allege alleges "
        "alleged alleging maintain maintains maintained predict predicts predicted estimate estimates estimated "
        "conclude concludes concluded complain complains complained concede concedes conceded admit admits "
        "admitted boast boasts boasted reckon reckons reckoned fear fears feared hear heard suggest suggests "
        "suggested assert asserts asserted confirm confirms confirmed"
    ),
    "that": (
        "show shows showed ran state states stated note notes noted explain explains explained stress stresses "
        "stressed emphasise "
        "emphasises emphasised emphasize emphasizes emphasized warn warns warned reply replies replied contend "
        "contends contended acknowledge acknowledges acknowledged answer answers answered recall recalls recalled "
        "recalling reveal reveals revealed disclose discloses disclosed testify testifies testified vow vows vowed "
        "pledge pledges pledged promise promises promised find finds found rule rules ruled hold holds held repeat "
        "repeats repeated reiterate reiterates reiterated object objects objected protest protests protested "
        "remark remarks remarked observe observes observed comment comments commented hint hints hinted imply "
        "implies implied indicate indicates indicated wire wired cable cabled radio radioed telegraph telegraphed "
        "broadcast broadcasts tweet tweeted post posted publish published print printed judge judged lament "
        "laments lamented caution cautions cautioned read reads record records recorded retort retorted point "
        "points pointed agree agrees agreed thunder thunders thundered confide confides confided grumble grumbles "
        "grumbled fume fumed scoff scoffs scoffed relate relates related chant chanted chants growl growled sneer "
        "sneered crow crowed murmur murmured mutter muttered joke joked remember remembers remembered recount "
        "recounts recounted document documents documented detail detailed specify specified argued exclaim proclaim proclaims "
        "proclaimed proclaiming establish establishes established determine determines determined respond responds "
        "responded plead pleads pleaded aver avers averred affirm affirms affirmed attest attests attested certify "
        "certifies certified verify verifies verified brag brags bragged gloat gloats gloated speculate speculates "
        "speculated calculate calculates calculated deduce deduced infer inferred decree decrees decreed stipulate "
        "stipulates stipulated volunteer volunteered venture ventured opine opined intimate intimated divulge divulged "
        "forecast rejoin rejoined snap snapped quip quipped cried yell yelled intone intoned sighed insinuate "
        "insinuated surmise surmised recite recited log logged "
        "exclaimed shout whisper whispered countered counter counters propose proposed"
    ),
    "tell": (
        "tell tells told telling inform informs informed remind reminds reminded assure assures assured notify "
        "notified persuade persuaded convince convinced"
    ),
    "with": "charge charges charged charging reproach reproached taxed",
    "of": (
        "accuse accuses accused accusing blame blames blamed suspect suspects suspected upbraid upbraids upbraided "
        "rebuke rebukes rebuked berate berates berated castigate castigates castigated censure censures censured chide "
        "chides chided scold scolds scolded lambast lambasts lambasted excoriate excoriates excoriated faulted "
        "reprimanded pilloried"
    ),
    "quote": (
        "began continued continues went deplore deplores deplored condemn condemns condemned denounce denounces denounced "
        "criticise criticises "
        "criticised criticize criticized call calls called describe describes described hail hails hailed praise "
        "praises praised welcome welcomes welcomed dismiss dismisses dismissed reject rejects rejected speak "
        "speaks spoke demand demands demanded ask asks asked wonder wonders wondered shouted urge urges urged"
    ),
    "deny": "deny denies denied denying dispute disputes disputed",
}
# Participles: "…, complaining that", "with Moscow insisting that".
_PARTICIPLES = {
    "that": (
        "complaining arguing declaring reporting announcing writing believing maintaining predicting estimating "
        "conceding "
        "admitting boasting fearing suggesting asserting confirming swearing stating noting explaining stressing "
        "emphasising emphasizing warning replying contending acknowledging answering revealing disclosing testifying "
        "vowing pledging promising repeating reiterating objecting protesting remarking observing hinting implying "
        "indicating lamenting cautioning ruling"
    ),
    "tell": "reminding informing assuring",
    "of": "blaming",
    "quote": "describing condemning denouncing calling",
    "deny": "disputing",
}
SPEECH = {form: kind for table in (_PARTICIPLES, _VERBS) for kind, forms in table.items() for form in forms.split()}
# Forms that are nouns as often: they need "that", a colon or a quotation.
AMBIGUOUS = frozenset(
    "ran warning ruling calling report reports state states note notes charge charges answer answers object "
    "objects comment comments cable "
    "radio wire post record records point points show shows rule rules hold holds find finds read reads fear fears "
    "estimate estimates judge joke counter hint dispute disputes demand demands call calls welcome urge urges ask "
    "asks reject suspect suspects promise promises pledge vow repeat print broadcast reply protest protests "
    "establish establishes established determine determines determined respond responds responded plead pleads pleaded "
    "certify certifies certified verify verifies verified calculate calculates calculated deduce deduced infer inferred "
    "decree decrees decreed stipulate stipulates stipulated volunteer volunteered venture ventured forecast snap snapped "
    "recite recited log logged begin began continued continues went".split()
)
# Phrases of speech without a verb of it.
SET_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "let it be known that",
        "put it about that",
        "made clear that",
        "made it clear that",
        "makes clear that",
        "let slip that",
        "took the view that",
        "takes the view that",
        "gave notice that",
        "leaves no doubt that",
        "left no doubt that",
    )
)
# Phrases before the name of a speaker: "according to the ministry".
FRAMES = (
    "according to",
    "on the word of",
    "by the testimony of",
    "on the evidence of",
    "as described by",
    "in the words of",
    "in the view of",
    "in the opinion of",
    "in the judgment of",
    "in the account of",
    "by the account of",
    "by the reckoning of",
    "in the eyes of",
    "as told by",
    "on the authority of",
    "as reported by",
)
# Nouns of speech that somebody owns: "Jordan's claim that", "Manila's position is that", "a charge by Rome that".
CLAIM_NOUNS = frozenset(
    "claim claims assertion assertions version position complaint complaints argument contention view account "
    "story charge charges allegation allegations accusation accusations insistence belief suspicion suspicions "
    "verdict conclusion finding findings report reports statement statements announcement warning denial denials "
    "line reading thesis protest boast admission word words message theory fear fears".split()
)
# Adjectives of those who hold to something: "Vilnius is adamant that".
CERTAIN = frozenset(
    "adamant certain sure convinced positive confident clear aware afraid alarmed emphatic categorical".split()
)
