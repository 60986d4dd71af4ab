"""The character set is found, and what is legible in none is rejected."""

import os

import pytest

TEXTS = {
    "german": (
        "Die Bundesregierung hält die Gespräche mit Österreich für nützlich, erklärte die Außenministerin.",
        "cp1252",
    ),
    "quotes": ("The minister said “we agree” – and left Seoul’s airport for Tokyo on the same evening.", "cp1252"),
    "russian": ("Министр иностранных дел России заявил в понедельник, что переговоры с Китаем продолжатся.", "cp1251"),
    "turkish": ("Türkiye Dışişleri Bakanı, görüşmelerin pazartesi günü Ankara'da süreceğini açıkladı.", "utf-8"),
    "japanese": ("日本の外務大臣は月曜日に、韓国との協議を続けると述べた。両国は来月も会談する。", "shift_jis"),
    "korean": ("외교부 장관은 월요일 일본과의 협의를 계속하겠다고 밝혔다. 양국은 다음 달에도 회담한다.", "utf-16"),
    "chinese": ("中国外交部长星期一表示，将继续与日本进行磋商。两国下个月还将举行会谈。", "gb18030"),
    "marked": ("Norway and Sweden signed an agreement in Oslo – on a Monday, as it happens.", "utf-8-sig"),
    "wide": ("Norway and Sweden signed an agreement in Oslo on a Monday, as it happens.", "utf-16-le"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_character_sets_are_found(read, name):
    text, encoding = TEXTS[name]
    (document,), rejected = read("a.txt", "\n\n".join([text] * 4).encode(encoding))
    assert rejected == []
    assert document.text.split("\n\n")[0] == text


def test_a_cut_character_does_not_spoil_the_rest(read):
    (document,), _ = read(
        "a.txt", ("Österreich und Norwegen haben am Montag ein Abkommen geschlossen. " * 9).encode() + b"\xc3"
    )
    assert document.text.startswith("Österreich und Norwegen")


@pytest.mark.parametrize(
    "content",
    [
        ("The min\ufffdster sa\ufffdd th\ufffdt the tal\ufffds go on. " * 20).encode(),
        b"".join(bytes([65 + i % 20, 1 + i % 7]) for i in range(4000)),
        os.urandom(5000),
        bytes(0x80 | (i * 37 + i // 7) % 128 for i in range(5000)),
    ],
    ids=["replaced", "controls", "random", "high"],
)
def test_garbage_is_rejected_with_a_reason(read, content):
    documents, (rejected,) = read("a.txt", content)
    assert documents == []
    assert "not legible" in rejected.reason or "binary data" in rejected.reason
    assert rejected.remedy
