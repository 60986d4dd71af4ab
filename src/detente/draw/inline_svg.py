"""A chart as SVG that can stand inside a page: no script, no style, no outside address, a title and a description."""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
KEPT_ARIA = ("aria-hidden",)


def inline_svg(chart: Any, name: str, title: str, description: str) -> str:
    """An altair chart drawn to SVG, offline.

    Links keep nothing but a fragment of the page; what is not a fragment is no link. Descriptions of marks become
    their tooltips. Links are not in the tab order: the page gives the same links as text.

    Args:
        chart: an altair chart.
        name: unique in the page; prefix of the ids of title and description.
        title, description: what a screen reader says in place of the figure.

    Returns:
        One `svg` element, scalable (it has a view box and no width or height).
    """
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    drawn = io.StringIO()
    chart.save(drawn, format="svg")
    root = ElementTree.fromstring(drawn.getvalue())
    for element in root.iter():
        _clean(element)
    for parent in root.iter():
        for child in [child for child in parent if child.tag == f"{{{SVG}}}script"]:
            parent.remove(child)
    for attribute in ("width", "height"):
        root.attrib.pop(attribute, None)
    root.set("role", "img")
    root.set("class", "figure")
    root.set("aria-labelledby", f"{name}-title")
    root.set("aria-describedby", f"{name}-description")
    for position, (tag, text) in enumerate((("title", title), ("desc", description))):
        node = ElementTree.Element(f"{{{SVG}}}{tag}", {"id": f"{name}-{'title' if tag == 'title' else 'description'}"})
        node.text = text
        root.insert(position, node)
    return ElementTree.tostring(root, encoding="unicode")


def _clean(element: ElementTree.Element) -> None:
    label = element.attrib.get("aria-label", "")
    for attribute in list(element.attrib):
        bare = attribute.rsplit("}", 1)[-1]
        if bare in ("style", "role") or (bare.startswith(("on", "aria-")) and bare not in KEPT_ARIA):
            del element.attrib[attribute]
    if element.tag == f"{{{SVG}}}a":
        fragment = element.attrib.pop(f"{{{XLINK}}}href", "").partition("#")[2]
        element.attrib.pop("href", None)
        if fragment:
            element.set("href", f"#{fragment}")
            element.set("tabindex", "-1")
    if label and element.tag.rsplit("}", 1)[-1] in ("path", "line"):
        title = ElementTree.Element(f"{{{SVG}}}title")
        title.text = label
        element.insert(0, title)
