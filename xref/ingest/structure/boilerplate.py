"""Lines that belong to the page and not to the news: share buttons, newsletters, donations, cookies, rights, pointers.

Precision comes first: a form must cover the whole stretch, and a stretch too long for its form is news.
"""

from __future__ import annotations

import re

_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|telegram|reddit|linkedin|pinterest|instagram|e-?mail|youtube|tumblr"
    r"|messenger|print"
    r"|flipboard|google\+?|sms|viber|vk)"
)
_BUTTON = rf"(?:share|tweet|pin|post|send|print|save|copy link|comments?|listen|like|follow|{_NETWORK})"
_BUTTON_TAIL = rf"(?:this|it|on|via|to|us|with|by|article|story|page|friends?|{_NETWORK})"
_STORIES = r"(?:stories|articles|news|coverage|content|posts|topics|reading|videos?)"
_SHORT_FORMS = (
    rf"{_BUTTON}(?:[\s|/,•·]+(?:{_BUTTON}|{_BUTTON_TAIL}))*[.!:]?",
    r"(?:share|tweet|print|e-?mail|save)\s+this\s+(?:article|story|page)\b.{0,60}",
    r"\d+\s+(?:shares?|comments?|views?|likes?|min(?:ute)?s? read)",
    r"advertisements?(?:\s*[-–—:]\s*(?:continue reading|scroll|story continues).{0,40})?",
    r"ad|sponsored(?: content)?|promoted(?: content)?|paid content",
    r"(?:story|article) continues (?:below|after)\b.{0,40}",
    r"(?:continue|keep) reading\b.{0,60}|scroll (?:down )?(?:to|for) .{0,40}|skip (?:to|past) .{0,50}",
    r"(?:back to top|(?:next|previous) (?:post|article|story)|load(?:ing)?(?: more)?[.…]*|show more|see all)\.?",
    r"(?:view comments?|leave a (?:comment|reply)|comments are closed)\.?",
    r"(?:tags?|topics?|filed under|categories|keywords|more on|in this story)\s*:.{0,200}",
    rf"(?:more|related|popular|trending|recommended|top|latest)\s+{_STORIES}(?:\s*:.{{0,160}})?",
    r"more (?:on|about) this (?:story|topic)|related|most (?:read|popular|viewed)|editor['’]?s['’]? (?:picks?|choice)",
    r"(?:you (?:may|might) also (?:like|be interested in)|don['’]t miss)\b.{0,80}|read also|also read",
)
_GIVE = (
    r"(?:becom(?:e|ing) (?:a|our|one of our)\b|donat(?:e|ing)\b|subscrib(?:e|ing)\b|buy us\b|on patreon\b|patrons?\b)"
)
_SUPPORTERS = r"(?:patrons?|members?|supporters?|subscribers?|donors?|sponsors?)"
_POINTER = (
    r"(?:also (?:read|see|watch)|(?:must|further) (?:read|watch)(?:ing)?|related(?: (?:story|article|link"
    r"|video|coverage"
    r"|reading)s?)?|recommended(?: for you)?|more from [^:]{2,40}|don['’]t miss|see|read|watch|gallery|photos|slideshow"
    r"|podcast|in pictures|explainer|more)"
)
_LONG_FORMS = (
    # newsletters, alerts, accounts
    r"(?:please\s+)?sign(?:ing)? up\s+(?:here|now|today|to (?:receive|get))\b.{0,250}",
    r"(?:please\s+)?sign(?:ing)? up\s+(?:for|to)\b.{0,80}(?:newsletter|e-?mail|updates?|alerts?|briefing"
    r"|digest).{0,200}",
    r"(?:subscribe|register|log in|sign in|create an account)\s+(?:now|today|here|for free|to\b).{0,250}",
    r"join\s+(?:now|today|here|for free|our\b).{0,250}",
    r"get (?:our|the|breaking|daily|all|more)\b.{0,150}(?:newsletter|inbox|e-?mail|alerts|notifications).{0,150}",
    # donations
    rf"(?:support|help|back)\s+[\w.’'& -]{{2,40}}?(?:[,!]|\s+(?:or|and|by))?\s+{_GIVE}.{{0,160}}",
    r"(?:support|fund) (?:us|our (?:work|journalism|journalists|newsroom|reporting|team)|independent "
    r"journalism)\b.{0,80}",
    r"(?:please\s+)?(?:donate|make a (?:donation|contribution)|buy (?:us|me) a coffee)\b.{0,200}",
    rf"(?:please\s+)?become (?:a|our|one of our) {_SUPPORTERS}\b.{{0,200}}",
    r"if you (?:like|enjoy(?:ed)?|value|appreciate)\b.{0,120}(?:donat|support us|subscri|patron|member"
    r"|share this).{0,150}",
    # cookies, terms, rights
    r"(?:we|this (?:site|website|page)) uses? cookies\b.{0,400}|(?:accept|manage|reject) (?:all )?cookies\b.{0,100}",
    r"by (?:continuing to|using|clicking|signing up)\b.{0,60}you (?:agree|consent|accept)\b.{0,300}",
    r"(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)|cookie (?:policy|settings))\b.{0,120}",
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\)|by|\d{4}|the\b).{0,300}|(?:.{0,60}\b)?all rights reserved\.?.{0,250}",
    r"this (?:material|content|article|report) may not be (?:published|reproduced|copied|republished).{0,200}",
    # pointers to other pages
    r"(?:read|see|watch|view|click|tap)\s+(?:more|also|here|now|live|below|next)\b[\s:.…>»→-]*.{0,160}",
    r"(?:read|see|watch|listen to|view)\s+(?:the )?full (?:story|article|interview|coverage)\b.{0,160}",
    rf"{_POINTER}\s*[:|]\s.{{0,160}}|click (?:here|through|on)\b.{{0,160}}",
    rf"(?:follow|like|find|join|connect with)\s+(?:us|him|her|them|@\w+|[\w.’' -]{{1,50}}?)\s+(?:on|at"
    rf"|via)\s+{_NETWORK}\b"
    r".{0,160}",
    r"follow @\w+.{0,80}|download (?:the|our) .{0,60}\bapp\b.{0,100}",
    # letters to the newsroom
    r"(?:do you )?have (?:a|any) (?:story|tip|question|news tip|information)\b.{0,200}|got a (?:story|tip)\b.{0,200}",
    r"(?:send|e-?mail) (?:us )?your (?:tips?|stor(?:y|ies)|comments?|questions)\b.{0,160}",
    r"(?:contact|e-?mail|write to) (?:us|him|her|them|the (?:author|editor|writer|reporter))\b.{0,120}",
    # the browser
    r"your (?:browser|ad ?blocker)\b.{0,120}|your e-?mail address will not be published.{0,120}",
    r"please (?:enable|turn on|disable)\b.{0,80}(?:javascript|cookies|ad ?block).{0,80}|javascript (?:is"
    r"|must be)\b.{0,80}",
)
_DESK = (
    r"(?:reporter|correspondent|writer|journalist|editor|columnist|producer|contributor|blogger|freelancer|fellow)s?"
)
_PERSON = r"(?:[A-Z][\w.’'-]+\s+)"
_BIO = re.compile(
    rf"{_PERSON}{{2,4}}(?:is|are|was)\s+(?:an?|the|[A-Z][\w ]{{0,30}}['’]s)\s+(?:[\w-]+\s+){{0,5}}?{_DESK}\s+"
    r"(?:for|at|with|based|in|who|covering|focused)\b.{0,250}"
    rf"|{_PERSON}{{1,3}}(?:can be reached|may be reached|covers [\w ,-]{{3,80}} for|tweets at|is on "
    rf"twitter)\b.{{0,200}}"
)
_MAX_SHORT_WORDS = 25
_MAX_LONG_WORDS = 60
_SHORT = re.compile("|".join(f"(?:{form})" for form in _SHORT_FORMS), re.IGNORECASE)
_LONG = re.compile("|".join(f"(?:{form})" for form in _LONG_FORMS), re.IGNORECASE | re.DOTALL)
_FRAME = " \t*_>»→[]()#|-–—•"


def is_boilerplate(text: str) -> bool:
    """Whether a stretch as a whole is one of the page's standing lines."""
    if len(text) > 1000:
        return False
    words = len(text.split())
    bare = text.strip(_FRAME)
    if not bare:
        return True
    if words <= _MAX_SHORT_WORDS and _SHORT.fullmatch(bare):
        return True
    return words <= _MAX_LONG_WORDS and bool(_LONG.fullmatch(bare))


def is_bio(text: str) -> bool:
    """Whether a stretch tells who its author is; only asked at an article's end, as news has such sentences too."""
    return len(text.split()) <= _MAX_LONG_WORDS and bool(_BIO.fullmatch(text.strip(" \t*_")))
