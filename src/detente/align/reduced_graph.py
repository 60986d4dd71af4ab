"""Rules that make a signed graph smaller and leave its frustration known: heavy edges and stars of three."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

TINY = 1e-12  # a weight below this share of the largest is rounding

Edge = tuple[int, int, float]  # ends and sign times weight


@dataclass(slots=True)
class ReducedGraph:
    """A signed graph that shrinks; frustration of what was given = `constant` + that of what is left.

    Two rules, each exact. **Heavy edge**: where one edge of a node weighs at least as much as its others together, some
    best split satisfies it, so its ends become one node; parallel edges add up, and where signs differ the lesser
    weight is frustrated for certain. This covers nodes of one or two edges. **Star of three**: a node with edges
    a, b, c, none heavy, costs exactly what a triangle between its neighbours with weights (a+b-c)/2, (a+c-b)/2,
    (b+c-a)/2 costs.

    Attributes:
        around: node -> neighbour -> sign times weight, of what is left.
        constant: weight frustrated in any split.
        steps: what was done, to place the removed nodes again: (node, [(neighbour, pull)]).
    """

    around: dict[int, dict[int, float]]
    constant: float = 0.0
    tiny: float = 0.0
    steps: list[tuple[int, list[tuple[int, float]]]] = field(default_factory=list)

    @classmethod
    def of(cls, edges: Iterable[Edge]) -> ReducedGraph:
        """The graph of these edges, not yet reduced; parallel edges are added up."""
        graph = cls({})
        rows = list(edges)
        graph.tiny = TINY * max((abs(cost) for _, _, cost in rows), default=0.0)
        for i, j, cost in rows:
            graph._add(i, j, cost)
        return graph

    def reduce(self) -> ReducedGraph:
        """Apply both rules until neither applies; returns itself."""
        waiting = dict.fromkeys(self.around)
        while waiting:
            node = next(iter(waiting))
            del waiting[node]
            if node not in self.around:
                continue
            edges = self.around[node]
            touched = list(edges)
            if not edges:
                self.steps.append((node, []))
                del self.around[node]
                continue
            heaviest = max(edges, key=lambda other: abs(edges[other]))
            if 2 * abs(edges[heaviest]) >= sum(map(abs, edges.values())) - self.tiny:
                self.merge(node, heaviest, 1 if edges[heaviest] > 0 else -1)
            elif len(edges) == 3:
                self._star(node)
            else:
                continue
            waiting.update(dict.fromkeys(touched))
        return self

    def merge(self, node: int, into: int, side: int) -> None:
        """Make `node` one with `into`: on its side (+1) or on the other (-1)."""
        edges = self._cut_out(node)
        self.steps.append((node, [(into, float(side))]))
        for other, cost in edges.items():
            if other != into:
                self._add(into, other, side * cost)
            elif side * cost < 0:
                self.constant += abs(cost)

    def edges(self) -> list[Edge]:
        """What is left, each pair once, sorted."""
        return sorted((i, j, cost) for i, near in self.around.items() for j, cost in near.items() if i < j)

    def place(self, sides: dict[int, int]) -> dict[int, int]:
        """Sides (-1 or +1) of all nodes, from those of what is left."""
        placed = dict(sides)
        for node, pulls in reversed(self.steps):
            pull = sum(cost * placed.setdefault(other, 1) for other, cost in pulls)
            placed[node] = -1 if pull < 0 else 1
        return placed

    def _star(self, node: int) -> None:
        edges = self._cut_out(node)
        self.steps.append((node, list(edges.items())))
        (i, a), (j, b), (k, c) = edges.items()
        for one, other, x, y, rest in ((i, j, a, b, c), (i, k, a, c, b), (j, k, b, c, a)):
            weight = (abs(x) + abs(y) - abs(rest)) / 2
            self._add(one, other, weight if x * y > 0 else -weight)

    def _cut_out(self, node: int) -> dict[int, float]:
        edges = self.around.pop(node)
        for other in edges:
            del self.around[other][node]
        return edges

    def _add(self, i: int, j: int, cost: float) -> None:
        near, far = self.around.setdefault(i, {}), self.around.setdefault(j, {})
        before = near.get(j, 0.0)
        if before * cost < 0:
            self.constant += min(abs(before), abs(cost))
        total = before + cost
        if abs(total) <= self.tiny:
            near.pop(j, None)
            far.pop(i, None)
        else:
            near[j] = far[i] = total
