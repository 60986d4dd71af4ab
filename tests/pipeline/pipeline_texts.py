"""A few dispatches, written for the tests."""

SANCTIONS = """---
title: Tokyo acts
published: 2016-02-11
---

Japan imposed sanctions on North Korea on 10 February 2016. The measures follow the launch of a rocket, and they
concern money, ships and people who travel between the two countries. They hold for an unknown time.
"""
TALKS = """---
title: Seoul and Tokyo talk
published: 2023-03-17
---

South Korean President Yoon Suk-yeol met Japanese Prime Minister Fumio Kishida in Tokyo on 16 March 2023.
Both want to forget an old quarrel about wages, and they had much to say about it to the journalists who came.
"""
WEATHER = """---
title: Rain
published: 2023-03-17
---

The rain stopped at noon, and the gardens were full of people who had waited for it to stop the whole morning.
"""
FRENCH = """---
title: Pluie
published: 2023-03-17
---

Le Japon a imposé des sanctions à la Corée du Nord, et le gouvernement a dit que les mesures resteraient en vigueur
aussi longtemps que nécessaire, selon un communiqué publié jeudi soir par le ministère des affaires étrangères.
"""
LONG = " ".join(
    f"The committee looked at item {n} of the list and found that the paper on {word} was late again."
    for n, word in enumerate(
        ("grain", "steel", "ships", "rails", "wells", "roads", "mines", "ports", "farms", "mills", "towers")
    )
)


def dispatch(day, text):
    """A dispatch with a publication date."""
    return f"---\npublished: {day}\n---\n\n{text}\n"
