"""Lines that a web page puts around an article, told by their words alone."""

from __future__ import annotations

import re
from types import MappingProxyType

_MAX_WORDS = 60  # a longer paragraph is never taken for a page's furniture by its words
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]+)"
_BYLINE = re.compile(
    rf"(?:By|BY|Written by|Author:|Reporting by)\s+({_NAME}(?:\s+(?:{_NAME}|and|de|van|von|al|bin|&)){{1,7}})"
)

# reason -> patterns of a whole short paragraph
_WHOLE = MappingProxyType(
    {
        "comment form": (
            r"(leave|post|add|write) (a|your) (reply|comment).{0,40}",
            r"your e-?mail address will not be published.*",
            r"required fields are marked.*",
            r"save my name,? e-?mail.*",
            r"you must be logged in to (post|comment).*",
            r"(cancel reply|post comment|comments? (are )?closed\.?|comment \*?|name \*|e-?mail \*|website)",
            r"(\d+|no) (comments?|responses?|replies)( (so far|on|to) .*)?",
            r"(join|start) the (conversation|discussion).{0,60}",
        ),
        "link to another page": (
            r"(read|see|learn|find out|view) (more|also|next|the full (story|article)|all)\b.{0,120}",
            r"(also read|also see|see also|related|watch|in case you missed it|don['’]t miss|recommended)(:|\s[|–-])\s"
            r".{1,160}",
            r"(continue|keep) reading.{0,60}",
            r"click here\b.{0,80}",
            r"(next|previous|prev|older|newer) (post|article|story|page|posts|entries)(\s*[:»«<>|–→←-].{0,120})?",
            r"(back to top|go back|skip to (main )?content|show (more|less|all)|load more|view comments|home)",
            r"(originally|first) published (in|on|at|by) .{1,100}",
            r"this (article|story|post|piece) (was|has been|is) ((originally|first) )?(re)?published .{1,160}",
        ),
        "share buttons": (
            r"(share|tweet|pin|e-?mail|print|copy link|bookmark|save|whatsapp|facebook|twitter|linkedin|reddit"
            r"|telegram|x)([\s,|•·]+(share|tweet|pin|e-?mail|print|copy link|bookmark|save|on|via|with|by|facebook"
            r"|twitter|linkedin|reddit|telegram|whatsapp|x|messenger|pocket|line|link))*",
            r"share (this|on|via)\b.{0,60}",
            r"share the (article|story|post|page|link)\b.{0,60}",
            r"(follow|like|find|join) us (on|at)\b.{0,100}",
            r"click to (share|print|e-?mail).{0,80}",
        ),
        "newsletter or subscription": (
            r"(please )?(subscribe|sign up|register)\b.{0,120}\b(newsletter|inbox|e-?mail|updates|briefing|mailing list"
            r"|channel|today|now|free)\b.{0,160}",
            r"join\b.{0,80}\b(newsletter|mailing list|(telegram|whatsapp|youtube) channel)\b.{0,120}",
            r"(get|receive)\b.{0,100}\b(newsletter|(in|to) your (inbox|e-?mail))\b.{0,120}",
            r".{0,60}\bnewsletter\b.{0,60}(sign up|subscribe).{0,60}",
            r"(subscribe|sign up|sign in|log ?in|register|subscribe now|newsletters?|donate|support us)",
            r"already a (subscriber|member).{0,60}",
            r"(this|the) (article|content|story) is (only )?(available )?(for|to) (subscribers|members).{0,80}",
        ),
        "language links": (
            r"(this|the) (post|article|page|story|text) is also available (in|:).{0,160}",
            r"(also available in|read (this|it) in|available in|other languages|translations?)\s*:?\s.{1,100}",
        ),
        "copyright line": (
            r"(©|\(c\)|&copy;).{0,200}",
            r"copyright\s*(©|\(c\)|\d{4}|:|by\b|notice|all rights).{0,200}",
            r".{0,120}\ball rights reserved\b.{0,120}",
            r"(terms of (use|service)|privacy policy|cookie policy|contact us|about us|advertise with us|sitemap)"
            r"([\s|•·,/-]+(and|terms of (use|service)|privacy( policy)?|cookies?( policy)?|contact( us)?|about( us)?"
            r"|sitemap|advertise( with us)?))*",
        ),
        "advertisement": (
            r"\W*(advertisements?|sponsored( content| post)?|ad|story continues below.*|article continues.*)\W*",
        ),
        "cookie notice": (
            r"(we|this (web)?site|our (web)?site|by (continuing|using|clicking)).{0,200}\bcookies?\b.{0,300}",
            r"(accept|reject|manage|allow) (all )?cookies.{0,60}",
        ),
        "photo credit or image name": (
            r"\(?(photo|image|picture|photograph|illustration|cover image|featured image|video|graphic)s?"
            r"( (credit|by|courtesy|source)s?)?(\s?[:©]|\s[/|–-]\s)\s*.{1,120}\)?",
            r"\(?(photo|image|picture|photograph)s? (by|courtesy( of)?|credit) .{1,100}\)?",
            r".{0,160}[(\[/|:]\s*(ap|afp|reuters|epa|ap photo|getty images|shutterstock|istock|xinhua|yonhap|kyodo)"
            r"(\s*[/|,].{0,80})?[)\]]",
            r".{0,80}\b(via )?(getty images|shutterstock|istock(photo)?|adobe stock|wikimedia commons|unsplash|pixabay"
            r"|alamy)(\s*[/|].{0,40})?[)\].]*",
        ),
        "page label": (
            r"\d+ (min(ute)?s?|sec(ond)?s?)( of)? (read|to read|reading( time)?)",
            r"(reading|read) time\s*:?\s*\d+.{0,20}",
            r"(last )?(updated|modified)( on| at|:).{0,60}",
            r"(tags?|topics?|filed under|posted in|categories|category|keywords|labels?|more on|section)\s*:.{0,200}",
            r"\d[\d,.]*k? (views|shares|reads|likes)",
            r"home\s*[>»/|›].{1,160}",
            r"(listen to|listen|play|watch)( (this|the) (article|story|audio|video))?( \(\d+.{0,20}\))?",
            r"(breaking news|exclusive|trending|most (read|popular|viewed)|latest|top stories)",
        ),
    }
)
_COMPILED = tuple(
    (reason, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE | re.DOTALL))
    for reason, patterns in _WHOLE.items()
)
_IMAGE_NAME = re.compile(
    r"(shutterstock|istock(photo)?|gettyimages|getty images|adobestock|depositphotos|dreamstime|alamy|unsplash|pexels"
    r"|pixabay|img|dsc[nf]?|dji|pxl|screenshot|screen shot|image|photo|picture|untitled|whatsapp image|featured)"
    r"[\s_.-]*\d[\d\s_.()-]*([\s_-]?(large|small|medium|scaled|copy|crop(ped)?|edited|web|hd|\d+x\d+|[a-z]))*",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"[\w\s().%+-]{1,120}\.(jpe?g|png|gif|webp|svg|tiff?|heic|mp4|mov)", re.IGNORECASE)
_WIRE_CODE = re.compile(r"(?=.*\b\d{4}[\s_-]?\d{2}[\s_-]?\d{2}T\d{4,6}Z?\b)[A-Z0-9\s_.-]+")
_CAMERA_CODE = re.compile(r"(?=[^a-z]*$)(?=.*\b(?=\w*\d)(?=\w*[A-Z])\w{10,}\b)[A-Z0-9\s_.-]+")


def furniture_reason(text: str) -> str:
    """Why a paragraph belongs to the page and not to the article; "" when nothing says so.

    Only paragraphs of at most 60 words are judged.
    """
    text = text.strip()
    if len(text) > 600 or len(text.split()) > _MAX_WORDS:
        return ""
    if is_image_name(text):
        return "photo credit or image name"
    for reason, pattern in _COMPILED:
        if pattern.fullmatch(text):
            return "" if _tells_a_story(text, reason) else reason
    return ""


def is_image_name(text: str) -> bool:
    """Whether a line is the name of an image file, of a stock photograph or of a wire picture."""
    text = text.strip()
    if len(text) > 160:
        return False
    patterns = (_IMAGE_NAME, _FILE_NAME, _WIRE_CODE, _CAMERA_CODE)
    return any(pattern.fullmatch(text) for pattern in patterns)


def byline_author(text: str) -> str:
    """The name in a line such as "By Jane Doe", "" when the line is no byline."""
    text = text.strip()
    if len(text) > 120:
        return ""
    match = _BYLINE.match(text)
    rest = text[match.end() :].strip() if match else ""
    if match is None or (rest and not re.match(r"[|,•·/(–—-]", rest)) or re.search(r"[.!?]$", rest):
        return ""
    return match[1].strip()


def _tells_a_story(text: str, reason: str) -> bool:
    """Whether the words of a furniture line go on as reporting: two sentences, or a long one with a full stop."""
    if reason in ("cookie notice", "copyright line", "comment form", "newsletter or subscription", "language links"):
        return False
    sentences = len(re.findall(r"[a-z][.!?][\"”’)]*(?:\s|$)", text))
    return sentences >= 2 or (sentences == 1 and len(text.split()) > 14 and reason != "link to another page")
