"""A made file in the layout of GDELT 2.0, of any size; the same seed gives the same bytes."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

STATES = {
    "USA": "UNITED STATES", "CHN": "CHINA", "RUS": "RUSSIA", "JPN": "JAPAN", "GBR": "UNITED KINGDOM", "FRA": "FRANCE",
    "DEU": "GERMANY", "IND": "INDIA", "PAK": "PAKISTAN", "IRN": "IRAN", "IRQ": "IRAQ", "SYR": "SYRIA", "TUR": "TURKEY",
    "ISR": "ISRAEL", "EGY": "EGYPT", "KOR": "SOUTH KOREA", "PRK": "NORTH KOREA", "UKR": "UKRAINE", "ROM": "ROMANIA",
    "NGA": "NIGERIA", "BRA": "BRAZIL", "MEX": "MEXICO", "AUS": "AUSTRALIA", "EUR": "EUROPE", "AFR": "AFRICA",
}  # fmt: skip
STATELESS = (
    "PRESIDENT|POLICE|BARACK OBAMA|ANGELA MERKEL|VLADIMIR PUTIN|SHINZO ABE|EUROPEAN UNION|NATO|TALIBAN|PROTESTER|KABUL"
).split("|")
ROLES = ("", "", "", "GOV", "GOV", "MIL", "COP", "BUS", "OPP")
CODES = (
    "010 020 036 040 042 043 046 051 057 061 071 080 090 100 111 112 120 130 138 141 150 163 173 180 190 193".split()
)
PLACE = "4\tBeijing, Beijing, China\tCH\tCH22\t13001\t39.9289\t116.388\t-1898541"
FIRST, N_DAYS = date(2015, 2, 18), 3650
LINES_A_WRITE = 50_000


def write_gdelt(path: Path, n_rows: int, seed: int) -> Path:
    """`n_rows` events over ten years, in order of their dates; one in four sides is without a country."""
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        for start in range(0, n_rows, LINES_A_WRITE):
            numbers = range(start, min(start + LINES_A_WRITE, n_rows))
            file.write("".join(_line(number, n_rows, rng) for number in numbers))
    return path


def _line(number: int, n_rows: int, rng: random.Random) -> str:
    day = FIRST + timedelta(days=number * N_DAYS // n_rows)
    written, code, mentions = day.strftime("%Y%m%d"), rng.choice(CODES), int(rng.expovariate(0.2)) + 1
    act = f"1\t{code}\t{code[:3]}\t{code[:2]}\t1\t{rng.randint(-100, 80) / 10}\t{mentions}\t1\t{mentions}\t-2.5"
    head = f"{400_000_000 + number}\t{written}\t{written[:6]}\t{written[:4]}\t{written[:4]}.5"
    address = f"https://news{number % 977}.example.org/world/{written}/{number}/made-for-a-benchmark.html"
    places = "\t".join((PLACE, PLACE, PLACE))
    return f"{head}\t{_side(rng)}\t{_side(rng)}\t{act}\t{places}\t{written}001500\t{address}\n"


def _side(rng: random.Random) -> str:
    draw, role = rng.random(), rng.choice(ROLES)
    if draw < 0.1:
        return "\t" * 9
    if draw < 0.25:
        return f"{role}\t{rng.choice(STATELESS)}\t\t\t\t\t\t{role}\t\t"
    code = rng.choice(tuple(STATES))
    return f"{code}{role}\t{STATES[code]}\t{code}\t\t\t\t\t{role}\t\t"
