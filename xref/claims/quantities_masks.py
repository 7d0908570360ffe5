"""Digits that count nothing: clock times, dates, years, designations; masked before numbers are read."""

from __future__ import annotations

import re

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DESIGNATORS = [
    "Flight", "S&P", "FTSE", "Nasdaq", "Nikkei", "Fortune", "Article", "Articles", "No", "No.", "Nos.", "Number",
    "Route", "Highway", "Interstate", "Section",
    "Chapter", "Room", "Page", "Pages", "Channel", "Resolution", "Boeing", "Airbus", "Category", "Phase", "Apollo",
    "Title", "Part", "Gate", "Level", "Tier", "Type", "Amendment", "Proposition", "Prop", "Form", "Platform",
    "Windows", "iPhone", "Formula", "Block", "Figure", "Table", "Class", "Division", "Brigade", "Ward", "District",
    "Zone", "Area", "Exit", "Pier", "Terminal", "Sector", "Grade", "Game", "Week", "Day", "Round", "Lap", "Stage",
    "Episode", "Season", "Volume", "Vol.", "Order", "Case", "Count", "Precinct", "Unit", "Group", "Paragraph",
    "Rule", "Bill", "Line", "Bus", "Train", "Runway", "Camp", "Appendix", "Annex", "Protocol", "Directive",
    "Regulation", "Decree", "Law", "Act", "Clause", "Schedule", "Station", "Building", "Studio", "Verse", "Opus",
    "Sura", "Battalion", "Regiment", "Squadron", "Engine", "Ladder", "Box", "Suite", "Apartment", "Apt.", "Lot",
    "Track", "Model", "Version", "Site", "Pope",
]  # fmt: skip
_DESIGNATOR = "|".join(sorted({re.escape(word) for word in _DESIGNATORS}, key=len, reverse=True))
_NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"

_MASKS = [
    r"\b1?-?\(?\d{3}\)?[-. ]\d{3}[-. ](?-i:[A-Z0-9]{3,})\b|\b1-\d{3}-(?-i:[A-Z0-9-]{4,})",
    r"\b911\b|(?<=\s)\.\d{2,3}\b(?! ?(?:%|per|inch))|\b\d+ ?mm\b(?= (?:hand)?guns?\b| pistol| rifle| round| ammun| "
    r"semi)|\b\d0['’]?s\b",
    r"https?://\S+|\bwww\.\S+|\S+@\S+\.\w+",
    r"\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?\b",
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\b\.?|hrs\b|hours\b(?= (?:GMT|local))|o['’]clock)",
    r"\b\d{1,2}:\d{2}(?::\d{2})?\b",
    r"\b\d{1,2}\s?[ap]\.?m\b\.?",
    rf"\b(?:\d{{1,2}}|{_NUMBER_WORD})\s+o['’]clock\b",
    r"\b\d{4}\s?(?:GMT|UTC|hrs|hours GMT|local time)\b",
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b24-7\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:-|–|and|to)\s?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?)?\s+(?:of\s+)?(?-i:{MONTH})\b(?:,?\s+\d{{4}}\b)?",
    rf"\b(?-i:{MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s?(?:-|–|and|to)\s?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\b)?(?:,?\s+\d{{4}}\b)?(?![,.]?\d|\s+(?-i:[a-z]{4,}s\b|people\b))",
    rf"\b(?-i:{MONTH})(?:\s+of)?,?\s+\d{{4}}\b",
    r"\b(?:1[0-9]|20)\d0s\b|['’]\d0s\b|['’]\d\d\b",
    r"\b(?:1[6-9]|20)\d\d[-–/]\d\d(?:\d\d)?\b",
    r"\b\d+(?:st|nd|rd|th)\b",
    r"\+?\(?\d{3}\)?[-.\s]\d{3,4}[-.\s]\d{4}\b|\+\d[\d\s-]{7,}\d",
    rf"\b(?-i:(?:{_DESIGNATOR}))[ -]?(?:\d[\d,.]*\b[A-Z]?|(?:{_NUMBER_WORD})\b)(?!\s*(?:people|dead|killed|injured"
    rf"|wounded|percent|per cent|%))",
    r"#\s?\d+|\b\d{12,}\b",
    r"\b[A-Za-z]+[-/]\d+[A-Za-z]?\b(?<!mid-\d)|\b(?-i:[A-Z]+[a-z]*)\d+[A-Za-z]*\b",
    r"\b\d+(?:(?-i:[A-Z]{1,2})|x\d+)\b(?<!\d[MKB])(?<!\d(?:BN|MN|TN|KM|KG))",
    r"\b\d+-\d+-\d+\b",
    r"^\s*\d{1,2}[.)]\s(?!\d)",
    r"\b\d+ (?-i:(?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr"
    r"|Court|Place|Highway|Parkway|Way|Terrace)\b)",
    rf"\b(?:\d+|{_NUMBER_WORD})-(?:block|town|village|city|party|state|nation|country|point|part|star|way|sided)\b",
    r"\b\d+[ -]block\b",
    r"\b(?:in|since|by|until|till|of|from|before|after|during|through|for|and|to|late|early|mid|spring|summer|autumn"
    r"|fall|winter)[ -](?:1[5-9]|20)\d\d(?=[\s.,;:)’'\"”]|$)(?!\s+(?:\w+\s)?(?:people|dead|killed|soldiers|troops"
    r"|fighters|civilians|children|families|homes|houses|jobs|votes|dollars|euros|miles|kilomet\w+|km|met\w+|feet"
    r"|acres|years|tons|tonnes)\b)",
    r"\b(?:the|its|his|her|their|this) (?:1[5-9]|20)\d\d\b",
    r"\b(?:all|one|two|three|four|five|both) (?:of )?(?:the )?(?:ways|sides|fours)\b|\bat (?:sixes|one)\b",
    r"\b(?:no|any|every|some|each|which|this|that|another|the only|the|an?\s[a-z]+) one\b(?![- ](?:hundred|thousand"
    r"|million|billion|killed|dead|person))|\bone(?=['’]s\b|self\b)",
    r"\bone (?:another|of (?:the|a|his|her|its|their|our|my|your|those|these|many|several|two|three|them|us)|who|day"
    r"|thing|hand|side|way|more time|time|that|to|in (?:a|every))\b(?! (?:killed|dead|wounded))",
    r"\b(?:a|or|and|by|that|not|is|was|are) one\b(?= [a-z]*ing\b)|\bone(?= (?:can|could|might|must|would|should|has"
    r"|is|was|says|said)\b)",
    r"\b(?:Group of|Big|Gang of|Area|Channel|Catch) (?:Seven|Eight|Twenty|Five|Four|Six|\d+)\b",
    r"\b(?:a|an|the|this|next|last|past) (?:first|second|third|fourth|fifth) (?:quarter|half|third)\b|\b(?:first"
    r"|second|third|fourth|last|this|next|final|latter|previous)[ -](?:quarter|half)\b|\bquarter[- ]?finals?\b"
    r"|\bhalf[ -](?:brother|sister|time|hour|mast|staff|way)\w*",
]  # fmt: skip
_MASK = re.compile("|".join(f"(?:{mask})" for mask in _MASKS), re.I)
_YEAR = re.compile(r"(?<![\w,.$£€-])(?:1[5-9]|20)\d\d(?![\w%]|[,.]\d|[-–]\d)")
_COUNTED_AFTER = re.compile(
    r"^ (?:[a-z]+(?:-[a-z]+)? ){0,2}?(?:people|persons|men|women|children|civilians|soldiers|troops|fighters|rebels"
    r"|militants|police\w*|officers|"
    r"families|residents|refugees|migrants|homes|houses|buildings|jobs|votes|workers|students|employees|members"
    r"|cases|deaths|injuries|"
    r"prisoners|protesters|vehicles|tanks|shots|rounds|rockets|dead|killed|injured|wounded|arrested|missing|dollars"
    r"|euros|pounds|"
    r"miles|kilomet\w+|km|met(?:er|re)s|feet|acres|hectares|hours|days|tons|tonnes|kilos|kilograms)\b(?! ?['’])"
)
_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|the|of|from|during|’s|'s|its|their|his|her|our|this|and)|\() ?$", re.I
)
_MODIFIED = re.compile(
    r"\b(?:than|least|over|about|around|some|nearly|almost|to|as|roughly|approximately|estimated|most)\s$", re.I
)

MASK = "\x01"


def mask(text: str) -> str:
    """`text` at the same length, with `MASK` in place of digits and number words that count nothing."""
    masked = _MASK.sub(lambda match: MASK * len(match[0]), text)
    return _YEAR.sub(lambda match: match[0] if _is_count(masked, match) else MASK * len(match[0]), masked)


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Whether four digits that could be a year count something: "more than 2000 people", "killed 1900 soldiers"."""
    before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 40]
    if not _COUNTED_AFTER.match(after):
        return False
    return bool(_MODIFIED.search(before)) or not _NO_COUNT_BEFORE.search(before)
