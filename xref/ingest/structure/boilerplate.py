"""Lines that belong to the page and not to the news: share buttons, newsletters, donations, cookies, rights, pointers.

Precision comes first: a form must begin the stretch, and a stretch too long for its form is news.
"""

from __future__ import annotations

import re

_NETWORK = r"(?:facebook|twitter|x|whatsapp|telegram|reddit|linkedin|pinterest|instagram|e-?mail|youtube|tumblr|messenger|print|flipboard|google\+?|sms|viber|vk)"
_SHORT_FORMS = (
    # buttons
    rf"(?:(?:share|tweet|pin|post|send|print|save|copy link|e-?mail|comments?|listen|like|follow|{_NETWORK})(?:\s+(?:this|it|on|via|to|us|with|by|article|story|page|friends?|{_NETWORK}))*[\s|/,•·]*)+[.!:]?",
    r"(?:share|tweet|print|e-?mail|save)\s+this\s+(?:article|story|page)\b.{0,60}",
    r"\d+\s+(?:shares?|comments?|views?|likes?|min(?:ute)?s? read)",
    r"advertisements?(?:\s*[-–—:]\s*(?:continue reading|scroll|story continues).{0,40})?|ad|sponsored(?: content)?|promoted(?: content)?|paid content",
    r"(?:story|article) continues (?:below|after)\b.{0,40}",
    r"(?:continue|keep) reading\b.{0,60}|scroll (?:down )?(?:to|for) .{0,40}|skip (?:to|past) .{0,50}",
    r"(?:back to top|next (?:post|article|story)|previous (?:post|article|story)|load(?:ing)?(?: more)?[.…]*|show more|see all|view comments?|leave a (?:comment|reply)|comments are closed)\.?",
    r"(?:tags?|topics?|filed under|categories|keywords|more on|in this story)\s*:.{0,200}",
    r"(?:more|related|popular|trending|recommended|top|latest)\s+(?:stories|articles|news|coverage|content|posts|topics|reading|videos?)(?:\s*:.{0,160})?",
    r"more (?:on|about) this (?:story|topic)|related|most (?:read|popular|viewed)|you (?:may|might) also (?:like|be interested in)\b.{0,80}|don['’]t miss\b.{0,80}|editor['’]?s['’]? (?:picks?|choice)",
)
_LONG_FORMS = (
    r"(?:please\s+)?(?:sign|signing) up\s+(?:here|now|today|to (?:receive|get)|for\b.{0,80}(?:newsletter|e-?mail|updates?|alerts?|briefing|digest|free)).{0,250}",
    r"(?:subscribe|register|log in|sign in|create an account|join)\s+(?:now|today|here|for free|to (?:our|the|read|continue|receive|get|access)\b).{0,250}",
    r"get (?:our|the (?:latest|best|day['’]s|top)|breaking|daily|all the latest|more)\b.{0,150}(?:newsletter|inbox|e-?mail|alerts?|app\b|notifications).{0,150}",
    r"(?:support|help|back)\s+[\w.’'& -]{2,40}?(?:,|!|\s+(?:or|and|by))?\s+(?:becom(?:e|ing) (?:a|our|one of our)\b|donat(?:e|ing)\b|subscrib(?:e|ing)\b|buy us\b|on patreon\b).{0,160}",
    r"support (?:us|our (?:work|journalism|journalists|newsroom|reporting|team))\b.{0,80}",
    r"(?:please\s+)?(?:donate|make a (?:donation|contribution)|become (?:a|our|one of our) (?:patrons?|members?|supporters?|subscribers?|donors?|sponsors?)|buy (?:us|me) a coffee)\b.{0,200}",
    r"if you (?:like|enjoy(?:ed)?|value|appreciate)\b.{0,120}(?:donat|support|subscri|patron|member|contribut|share).{0,150}",
    r"(?:we|this (?:site|website|page)) uses? cookies\b.{0,400}|(?:accept|manage|reject) (?:all )?cookies\b.{0,100}|by (?:continuing to|using|clicking|signing up)\b.{0,60}you (?:agree|consent|accept)\b.{0,300}",
    r"(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)|cookie (?:policy|settings))\b.{0,120}",
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\)|by|\d{4}|the\b).{0,300}",
    r"(?:.{0,60}\b)?all rights reserved\.?.{0,250}",
    r"this (?:material|content|article|report) may not be (?:published|reproduced|copied|republished).{0,200}",
    r"(?:read|see|watch|listen|view|click|tap)\s+(?:more|also|here|now|live|below|next|the full (?:story|article|interview)|full (?:story|article|coverage))\b[\s:.…>»→-]*.{0,160}",
    r"(?:also (?:read|see|watch)|(?:must|further) (?:read|watch)(?:ing)?|related(?: (?:story|article|link|video|coverage|reading)s?)?|recommended(?: for you)?|more from [^:]{2,40}|don['’]t miss|see|read|watch|video|gallery|photos|slideshow|podcast|in pictures|explainer|opinion|more)\s*[::|]\s.{0,160}",
    r"click (?:here|through|on)\b.{0,160}",
    rf"(?:follow|like|find|join|connect with)\s+(?:us|him|her|them|@\w+|[A-Z][\w.’' -]{{0,50}}?)\s+(?:on|at|via)\s+{_NETWORK}\b.{{0,160}}",
    r"follow @\w+.{0,80}|download (?:the|our) .{0,60}\bapp\b.{0,100}",
    r"(?:do you )?have (?:a|any) (?:story|tip|question|news tip|information)\b.{0,200}|got a (?:story|tip)\b.{0,200}|(?:send|e-?mail) (?:us )?your (?:tips?|stor(?:y|ies)|comments?|questions)\b.{0,160}",
    r"(?:contact|e-?mail|write to|reach) (?:us|him|her|them|the (?:author|editor|writer|reporter))\b.{0,120}",
    r"your (?:browser|ad ?blocker|e-?mail address|privacy)\b.{0,120}(?:support|enabl|disabl|publish|important|requir).{0,120}|please (?:enable|turn on|disable)\b.{0,80}(?:javascript|cookies|ad ?block).{0,80}|javascript (?:is|must be)\b.{0,80}",
)
_BIO = re.compile(
    r"(?:(?:[A-Z][\w.’'-]+\s+){2,4})(?:is|are|was)\s+(?:an?|the|[A-Z][\w ]{0,30}['’]s)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:reporter|correspondent|writer|journalist|editor|columnist|producer|contributor|blogger|freelancer|fellow)s?\s+"
    r"(?:for|at|with|based|in|who|covering|focused)\b.{0,250}"
    r"|(?:[A-Z][\w.’'-]+\s+){1,3}(?:can be reached|may be reached|covers [\w ,-]{3,80} for|tweets at|is on twitter)\b.{0,200}"
)
_MAX_SHORT_WORDS = 25
_MAX_LONG_WORDS = 60
_SHORT = re.compile("|".join(f"(?:{form})" for form in _SHORT_FORMS), re.IGNORECASE)
_LONG = re.compile("|".join(f"(?:{form})" for form in _LONG_FORMS), re.IGNORECASE | re.DOTALL)


def is_boilerplate(text: str) -> bool:
    """Whether a stretch as a whole is one of the page's standing lines."""
    words = len(text.split())
    bare = text.strip(" \t*_>»→[]()#|-–—•")
    if not bare:
        return True
    if words <= _MAX_SHORT_WORDS and _SHORT.fullmatch(bare):
        return True
    return words <= _MAX_LONG_WORDS and bool(_LONG.fullmatch(bare))


def is_bio(text: str) -> bool:
    """Whether a stretch tells who its author is; only asked at an article's end, as news has such sentences too."""
    return len(text.split()) <= _MAX_LONG_WORDS and bool(_BIO.fullmatch(text.strip(" \t*_")))
