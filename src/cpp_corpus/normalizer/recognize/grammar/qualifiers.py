"""What stands between the number of an article and its act: ``1147, dans sa rédaction applicable, du code civil``.

The noun phrase goes on from the number to its act over whatever qualifies the number: an adjective ("ancien"), a
wording ("dans sa rédaction issue de la loi n° …"), a bracket, a subject ("relatif à …"), what stands between commas.
The act is the first one that no word of the qualifier governs: "issue de la loi" keeps that law to itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cpp_corpus.normalizer.recognize.fragments import PRECITED, PREFIX, compiled
from cpp_corpus.normalizer.recognize.grammar.act_names_at import OF_YEAR
from cpp_corpus.normalizer.recognize.grammar.acts_behind import act_after, is_text
from cpp_corpus.normalizer.recognize.grammar.clauses import SUBJECT, VERB
from cpp_corpus.normalizer.recognize.grammar.divisions import division_at
from cpp_corpus.normalizer.recognize.grammar.one_number import ONE
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Qualifier

__all__ = ["OBJECT", "Qualified", "glossed", "has_verb", "is_open", "qualified", "qualified_ahead", "qualified_member"]

_WORDING = (
    r"(?:(?:pris|prises?) )?(?:dans|en|selon|suivant) (?:sa|leurs?|ses|la|son|cette|une) "
    r"(?:(?:ancienne|nouvelle|derni(?:er|ère)|premi(?:er|ère)|actuelle|seule) )?"
)
_TEXT = r"(?:rédactions?|redactions?|versions?|teneurs?|états?|formulations?|numérotations?)"
_ONES = (
    "le premier ", "le deuxième ", "le troisième ", "le second ", "le dernier ", "la première ", "la seconde ",
    "la dernière ", "ce dernier ", "cette dernière ", "ces derniers ", "ces deux derniers ", "les deux derniers ",
    "les trois derniers ", "les deux premiers ", "les trois premiers ", "tous ", "tous deux ", "tous trois ", "chacun ",
    "celui-ci ", "ceux-ci ", "le tout ",
)  # fmt: skip
_ONE_OF = rf"(?:{'|'.join(map(str.rstrip, reversed(_ONES)))}) "
"""Of which of several articles a wording is told: "L. 1 et L. 2, le second dans sa rédaction issue de …, du code"."""
_BOTH = r"(?:l'une? (?:et|ou|comme) l'autre|les une?s (?:et|comme) les autres)"
_CHANGED = (
    r"(?:iss?u|résult|modifi|réd\.|mod\.|introdui|cré|inséré|ajouté|antérieur|postérieur|applicable|tel(?:le)?s? qu)"
)
"""How what became of an article begins: "l'un et l'autre issus de la loi n° …"."""
_SHORT = 120  # characters of an apposition of any words
_REACH = 260  # characters of a qualifier
_WORDS = (
    "a. C", "a. c", "anc", "abrogé", "n. C", "n. c", "nouv", "actuel", "alors", "lors ", "encore ", "toujours",
    "pris", "dans ",
    "en ", "selon ", "suivant ", "in fine", "i. f.", "modifi", "précit", "préc.", "précéd", "sus", "cité", "visé",
    "mention", "rappel", "reprod", "inclus", "compris", "infra", "supra", "mod.", "et s", "tel", "iss", "résult",
    "c. ", "ch.", "1ère ", "1re ", "première p", "seconde p", "ainsi ", "lequel", "lesquels",
    "combinés", "réunis", "conjugués", "dit ", "intitul", "réd.",
    "applicable", "antérieur", "postérieur", "introduit", "créé", "inséré", "ajouté", "relati", "portant",
    "à titre ", "invoq", "souleve", "soulevé", "critiq", "contest", "appliqu", "retenu", "opposé", "discuté",
    "interprété", "méconnu", "figurant", "contenu", "inscrit", "intégré", "codifié",
    "concernant", "régissant", "fixant", "prévoyant", "instituant", "consacr", "permett", "interdis", "autoris",
    "imposant", "oblig", "prohib", "sanction", "réprim", "puniss", "définiss", "organis", "encadr", "garantiss",
    "protég", "posant", "exigeant", "ayant", "tant ", "analys", "comment", "annex", "évoqu",
    "tiré", "extrait", "version", "issu", "situ", "placé", "rang", "log", "sié", "se trouv", "class", "rattach",
    "appart", "ouvr", "clôt", "clos", "ferm", "inaugur", "termin", "dernier", "avant-dernier", "unique",
    "second", "seul", "le dernier", "deuxième", "troisième", "quatrième", "nich", "sis ", "héberg", "abrit",
    "et, ", "lu ", "lus ", "lue", "le premier", "après", "avant", "entend", "appréci", "envisag", "conçu",
)  # fmt: skip
_FIRST = frozenset(word[:3] for word in _WORDS)
_ADVERBS = (
    r"(?:notamment|(?:et|ou) (?:plus )?\w+ment(?! (?:l'|les )art)|sans doute|soit dit en passant|et non"
    r"|(?:tout )?comme(?= l'art| les art)"
    r"|(?:et|ou|ni)(?: (?!vu |à titre|\w+ment )[\wà]+){1,4}(?= l'art| les art| (?:[LRDA]\. ?)?\d)"
    r"|et(?= (?:c'|j'|il faut |on |nous ))"
    r"|(?:tous|toutes) (?:les )?(?:deux|trois|quatre)"
    r"|l(?:'une?|es une?s) (?:et|ou|comme|pour|dans|sur|par|en|à|au|avec)|l[ea]s? (?:plus|moins) [a-zà-ÿ]+"
    r"|et (?:nonobstant|sans|malgré|en dépit|hormis|hors|sauf|surtout|quoi|bien que|dès lors)"
    r"|et (?:lui|elle|eux|elles) seule?s?|le cas échéant|je (?:crois|pense|suppose))(?!\w)"
)
"""Words that begin an apposition, though the words of which they are made begin none."""
_QUOTATION = r"«[^«»\n]{1,200}»"
_TO_COMMA = (
    rf"(?:[^,;:\n(«]{{1,{_REACH}}}+,|(?=[^,;:\n(«]{{0,{_REACH}}}+[(«])"
    rf"(?:{_QUOTATION}|[^,;:\n(]|\([^()\n]{{1,{_SHORT}}}\)){{1,{_REACH}}}+,)"
)
"""As far as the next comma; quotations and brackets, which few have, are parted from other characters only there."""
_ASIDE = compiled(rf" ?, (?:(?={_ADVERBS})|(?!{SUBJECT}))(?=[a-zà-ÿ«])(?={_TO_COMMA})")
"""A comma behind which words stand that another comma may end."""
_APPOSED = compiled(rf" ?, (?=(?:l'|(?:les?|la|sa|son|ses|une?) )[a-zà-ÿ«])(?={_TO_COMMA})")
"""The same before a noun with a determiner, which stands in apposition to the subject of a sentence."""
_CLAUSE = compiled(
    r" ?, (?P<clause>(?!d[eu]|articles?(?!\w)|arts?\.)(?=[a-zà-ÿ])"
    r"(?![^,]*(?<!\w)(?:articles?|code|loi|décret)(?!\w))"
    r"[^,;:.()«»\n\d]{2,120}),"
)
"""An aside that is a clause of its own: "7, je cite de mémoire, du code"."""
_IS_CLAUSE = compiled(
    r"(?:et|ou|ni|car|or|donc|ils?|elles?|on|ce(?:t|tte|s)?|je|tu|nous|vous)(?!\w)|.* l'(?:a|ont|avai(?:t|ent))(?!\w)"
)
_OF_ACT = (" du ", " de la ", " de l'", " des ", " dudit ", " de ladite ")
_IS_SUBJECT = re.compile(
    r"(?:(?<!\w)L'|(?<!\w)Les |(?<!\w)(?:et|que|car) l')articles? [^,;:()\n]{1,30}"
    r"(?:, (?:al|§|par|[IVX\d])[^,;:()\n]{0,14})?\Z"
)
_SUBJECT_REACH = 50  # characters
_OTHER_ONE = r"(?:l(?:'|es )autres?|(?:le|la) seconde?)(?!\w)"
"""How an aside goes on that tells each of two articles from the other: "l'un pour le lancer, l'autre pour la chute"."""
_FURTHER = compiled(
    rf" ?, (?=(?:(?:et|ou|mais|puis) )?(?:(?={_OTHER_ONE})|(?!{SUBJECT}))[a-zà-ÿ«\"“])"
    r"|(?<=\d), (?=\d|[A-Z][^,;:.()\n]{2,60} \((?:[CTF][-‑–]\d|n°|req))"
)
"""A comma behind which an aside goes on, also with the name of a case."""
_RELATIVE = (
    r"(?:(?:d')?\w+(?: \w+){0,2} )?(?:qui|que|qu'\w+|dont|où|lequel|laquelle|lesquel(?:le)?s|auquel|auxquel(?:le)?s"
    r"|duquel|desquel(?:le)?s)(?!\w)"
)
_PARALLEL = compiled(
    rf"{_RELATIVE}|{_OTHER_ONE}|"
    r"(?:et|ou|mais|puis|non|tant|la dernière fois) |[«\"“]"
    r"|(?:(?:alors|toujours|encore|désormais|depuis|déjà|certes|bien|plus|très) )*"
    r"(?:(?!depuis|sous|plus|puis)(?:\w{2,}(?:é|i|u|is|it)e?s?|[lmv]ue?s?|tel(?:le)?s?|dite?s?|applicables?|ancien\w*"
    r"|nouve\w+|antérieur\w*|postérieur\w*|relati\w+|en vigueur)(?![\w-])(?<!que)(?<!ques))"
)
"""What qualifies the article itself, as the piece of the aside before does: "modifié, et non contesté"."""
_TAKES_OF = compiled(
    r"(?<!\w)(?:issu|inspiré|tiré|dérivé|extrait|né|hérité|proche|voisin|distinct|éloigné|différent|indépendant|loin"
    r"|détaché|emprunté|affranchi|résultant|relevant|découlant|procédant|provenant)e?s?(?!\w)"
    r"(?![^,;.]* (?:d(?:e|u|es)(?!\w)|d'|à |aux? ))"
)
"""What has its complement with "de" still before it: "inspiré, dit-on, de la loi"."""
_WANTS = re.compile(r"(?:applicable|étendu|opposable|relati(?:f|ve)|soumis|limité|propre|commun)e?s?\Z")
_TO = ("à ", "au ", "aux ")
"""What has its complement with "à", which stands behind an aside: "applicable, en principe, aux moulins"."""
_FURTHER_ARTICLE = compiled(r"(?:et|ou|mais|puis) [^,]*?\d\Z")
"""The next member of the list to which the article belongs: "et non sur l'article 7"."""
_VERB_OF_SENTENCE = (
    r"(?!(?:selon|comme|contre|outre|suivant|dont|que|entre|autre|voire|ensemble|soit|tant|même|et|nonobstant)(?!\w))"
    r"[a-zà-ÿ]{3,20}(?<=[etd])(?<!ant)(?<!ment) (?:l'|les )"
)
_ACTS_ON_ARTICLE = compiled(rf"{_VERB_OF_SENTENCE}art(?:icles?|s?\.)")
"""The verb of the sentence with another article as its object: "7, relatif à …, transpose l'article 86, plus large"."""
OBJECT = compiled(rf", {_VERB_OF_SENTENCE}$")
"""The same before that article."""
_ENDS_CLOSED = frozenset("0123456789)»")
"""The end of a piece to which nothing behind the next one belongs, as in "le pendant, en droit public, du code"."""
_COMPLETE = compiled(
    r"\w{2,}(?:é|i|u|is|it)e?s? (?:p?ar|dans|en|des?|du|aux?|à|pour|sur|lors)(?!\w)|applicables? (?:aux?|à|en)(?!\w)"
)
"""A participle with its complement, which wants no other: "cité par …, rapporteur, dans son avis, de la loi"."""
_PIECES = 5  # of an aside, between its commas
_PIECE = compiled(
    rf"(?:[^,;:.()\[\]\n«]++|{_QUOTATION}|«|\([^()\n]{{1,120}}\)|\.(?! ?[A-ZÀ-Þ«\n]|$)"
    r"|(?<=\W[cvLRDAM])\.|(?<=\WMM)\.|(?<=\W(?:mod|réd|abr))\.)+"
)
"""What stands as far as the next comma, the end of the sentence aside."""
_MEMBER_ASIDE = compiled(
    rf"(?: ?, (?!{SUBJECT})(?P<words>[a-zà-ÿ][^,;:.()\n\d]{{2,{_SHORT}}})(?=,)"
    rf"| (?P<dash>[–—-]) [^–—;:.()\n\d]{{2,{_SHORT}}} (?P=dash)"
    rf"| (?:pour|quant aux?|en cas de|en matière|s'agissant d[eu]s?) [^,;:.()\n\d]{{2,60}}?)"
    rf"(?=,? (?:(?:et|ou|ainsi que) )?(?:{PREFIX})?\d)"
)
"""An aside behind which the list goes on: "12, à titre principal, et 14"."""
_TO_ACT = compiled(
    r"(?P<comma> ?,) (?:d(?:u|e|es|udit|esdite?s?)(?!\w)|à la |[cC]\. ?[a-zé]|[A-Z]{2}"
    r"|(?:[Cc]ode|[Ll]oi|[Dd]écret|[Oo]rdonnance|[Aa]rrêté) |(?:[Aa]rr|[Oo]rd|[Dd]écr|[Rr]ègl|[Dd]ir|Conv|[LD])\. )"
)
"""The comma behind which the act stands."""
_SUBORDINATE = compiled(
    rf"{_RELATIVE}|et (?:c'|j'|il faut |on |nous )"
    r"|(?:\w+(?: \w+){0,2} )?(?:si|s'ils?|quand|lorsqu\w*|puisqu\w*|comme)(?!\w)"
    r"|(?:a|ont|avai(?:t|ent)) (?:jugé|dit|écrit|estimé|rappelé|relevé|retenu|soutenu|précisé|expliqué) (?:l'|[^\W\d])"
)
"""What begins with a word that leads to a verb of its own, or tells who says it: "a jugé la Cour"."""
_LED = compiled(rf" (?:et|ou|mais) {_RELATIVE}.{{0,30}}\Z")
"""What leads to the verb behind it, further on in an aside: "rédigé largement et qui ne distingue pas"."""
_BEFORE_ACT = r"(?=,? d(?:(?:u|e la|es)(?!\w)|e l'))"
_BEFORE_BARE = (
    rf"(?:{_BEFORE_ACT}|(?-i:(?=,? (?:[A-Z]{{2}}|[Cc]\. ?[a-zé]|Code |Charte |Conv\w+ |Loi |D[ée]cr|Ord|Arr))))"
)
"""Where an act follows, without a preposition, too."""
_AGENT = (
    "préfet|préfète|juge|tribunal|tribunaux|cour|requérant|demandeur|demanderesse|défendeur|défenderesse|appelant"
    "|intimé|parti|ministre|avocat|administration|société|employeur|salarié|bailleur|bailleresse|locataire|preneur"
    "|parquet|ministère public|pourvoi|moyen|arrêt|décision|jugement|mémoire|prévenu|procureur|commune|maire"
    "|contribuable|caisse|syndicat|association|assureur|créancier|débiteur|notaire|plaignant|premiers juge|doctrine"
)
"""Who invokes an article, or applies it."""
_BEFORE_NOUN = (
    r"(?= d(?:u|e la|es|e l') ?(?:présent |même )?(?:codes?|lois?|décrets?|ordonnances?|arrêtés?|règlements?"
    r"|directives?|[Cc]on(?:vention|stitution)|[Tt]raité|[Cc]harte|[Dd]éclaration|livre des|[A-Z]{2,8}|C\.)(?!\w))"
)
"""Where the noun of an act follows, or its initials."""
_BEFORE_TEXT = (
    r"(?-i:(?= d(?:u|e la|es|e l'|udit|e ce|e cette|e cet|esdits) ?(?:présente?s? |mêmes? )?"
    r"(?:(?:[Cc]ode|[Ll]oi|[Dd]écret|[Oo]rdonnance|[Aa]rrêté|[Rr]èglement|[Dd]irective|[Cc]on(?:vention|stitution)"
    r"|[Tt]raité|[Cc]harte|[Dd]éclaration|[Ll]ivre des|[Cc]ontrat|[Bb]ail|[Bb]aux|[Ss]tatut|[Aa]ccord|[Aa]venant"
    r"|[Pp]rotocole|[Pp]acte|[Cc]ahier|[Mm]arché|[Pp]olice|[Tt]estament|[Pp]romesse|[Tt]ransaction|[Mm]andat|[Dd]evis"
    r"|[Cc]ompromis|[Cc]onditions (?:générales|particulières)|[Pp]rojet|[Pp]roposition|[Aa]cte|[Nn]orme|[Cc]irculaire"
    r"|[Ii]nstruction|[Dd]élibération)s?|[A-Z]{2,8}|C\.)(?!\w)))"
)
"""The same before any text, whoever made it."""
_BEFORE_ADJECTIVE = (
    r"pourtant|cependant|toutefois|d'ailleurs|par ailleurs|de toute façon|désormais|aujourd'hui|ici|alors|là|ainsi|déjà"
    r"|encore|toujours|tout|tel|telle|très|trop|fort|si|bien|mal|peu|plus|devenue?s?|prise?s?|lu|vu|resté|demeuré|jugé|réputé"
    r"|dit|pas|non|[a-zà-ÿ]{3,}ment"
)
_ADJECTIVE = (
    r"(?:(?:elle|lui|eux)s?-mêmes?|seule?s?|entiers?|entières?|notamment|in extenso|quel(?:le)?s?|isolément|ensemble"
    r"|d'ordre public"
    r"|(?!(?:issu|tiré|dérivé|extrait|né|hérité|inspiré|emprunté|détaché|résult|relev|découl|procéd|proven|dépend|éman"
    r"|trait|parl|bénéfici|distinct|différ|indépend|complément|solidaire|exclusi|indissoci|insépar|caractérist|représentat"
    r"|constitut|tributaire|suscept|signific|symbol|typique|indicat|créat|révélat)\w*)"
    r"[a-zà-ÿ]{2,}(?:é|u|[ai]ble|ile|i[ft]|ive|[ia]le|ique|aire|eux|euse|ant|inapplicable|clair|obscur)e?s?(?<!ité)(?<!ités)(?<!motif)"
    r"(?<!iale)(?<!dispositif)(?<!objectif))(?!\w)"
)
"""What may stand alone between a number and its act: "l'article 5 lui-même de la loi"."""
_ADVERB = (
    r"(?:pourtant|cependant|toutefois|d'ailleurs|par ailleurs|désormais|aujourd'hui|ici|déjà|encore|toujours|aussi|bien"
    r"|également|surtout|(?!(?:règle|fonde|complé|docu|manque|élé|mo|juge|amende|com)ment)[a-zà-ÿ]{3,}ment)"
)
"""What may stand alone there, too: "l'article 5, toujours du code"."""
_INTERJECTION = r"(?!(?:loin|pour|par|sur|non|car|un|mon|ton|son)(?!\w))[a-zà-ÿ]{2,4}(?<=[fhklmnqr])"
"""A short word that is neither a verb nor led on to an act by its meaning: "l'article 5 euh du code"."""
_ADVERBIALS = (
    "par analogie", "par extension", "par exemple", "par hypothèse", "par principe", "par nature", "par définition",
    "par conséquent", "par surcroît", "par prudence", "a contrario", "a fortiori", "a pari", "a priori", "a posteriori",
    "a minima", "a maxima", "à contrario", "à fortiori", "ab initio", "mutatis mutandis", "in fine", "in limine",
    "in globo", "ipso facto", "de facto", "de jure", "stricto sensu", "lato sensu", "sinon", "le cas échéant",
    "au moins", "au demeurant", "au surplus", "du moins", "de même", "de surcroît", "en outre",
    "en tout cas", "en tout état de cause", "en particulier", "en principe", "en l'espèce", "en l'occurrence",
    "en conséquence", "en effet", "en revanche", "à l'évidence", "à tout le moins", "à juste titre", "à bon droit",
    "à tort", "ou sinon", "et sinon", "d'office",
)  # fmt: skip
"""Phrases that stand as adverbs: "l'article 5 a contrario du contrat"."""
_ADVERBIAL = rf"(?:{'|'.join(_ADVERBIALS)})"
_STANDS_ALONE = rf"(?:(?:(?:{_BEFORE_ADJECTIVE}) ){{0,3}}?{_ADJECTIVE}|{_ADVERB}|{_INTERJECTION}){_BEFORE_TEXT}"
_ALONE = compiled(_STANDS_ALONE)
_NO_ADJECTIVE = frozenset("du de es et ou so à au d' l' le la ne n' s' pe do il on qu a".split())  # noqa: SIM905 - shorter
_WHOLE = (
    "ensemble|intégralité|entier|entièreté|totalité|principe|esprit|lettre|économie|texte|libellé|essence|substance"
    "|contenu|énoncé|portée|généralité|objet|(?:seule?|deux|trois) [a-zà-ÿ]+s?"
)
"""What an article is taken in, whole: "l'article 5 dans son principe du code"."""
_OF_ACTION = (
    "article|rédaction|version|teneur|interprét|applic|lecture|transpos|comment|analyse|étude|viol|méconn|respect"
    "|connaiss|édition|abrog|modific|adopt|refonte|réforme|codific|extension"
)
"""How nouns begin that have an act as their own complement, though a possessive stands before them."""
_RULE = "disposition|article|texte|règle|prescription|stipulation"
"""What an act is made of: "l'article 5 et toute autre disposition du code"."""
_DIVISION = "livre|titre|chapitre|section|sous-section|paragraphe|partie"
_PLACE = (
    r"(?:aux?|à la|dans (?:les?|la)|sous (?:les?|la)"
    r"|(?:en tête|au (?:début|cœur|sein|milieu)|à la (?:fin|suite)) d(?:u|es|e la))"
)
_IN_DIVISION = compiled(rf" (?:{_PLACE}|les?|la|du|de la) (?={_DIVISION})", re.IGNORECASE)
"""Where an article stands: "figurant au titre III du livre VI du code"."""
_WHICH = r"(?:qui|lequel|laquelle|lesquel(?:le)?s)"
_SET = (
    r"(?:contenu|inscrit|intégré|codifié|inséré|situé|placé|rangé|compris|inclus|classé|rattaché|logé|niché|sis|abrité"
    r"|hébergé)e?s?"
)
_STANDING = (
    rf"(?:(?:{_WHICH} )?figur(?:ant|e|ent)|appartenant|logeant|siégeant|se trouvant"
    rf"|(?:prenant|trouvant)(?: (?:sa|leur))? place|{_SET}"
    rf"|{_WHICH} (?:appartien(?:t|nent)|(?:loge|siège|se trouve)(?:nt)?|(?:est|sont) {_SET}))"
)
_INSIDE = (
    r"(?:figurant|se trouvant|(?:contenu|inscrit|intégré|codifié|inséré|introduit|ajouté)e?s?"
    rf"|{_WHICH} (?:(?:figure|se trouve)(?:nt)?|(?:est|sont)(?= dans)))"
)
_RANK = r"(?:(?:premi|derni|avant-derni)ers?|uniques?|seconds?|seuls?|\w{3,}ièmes?)"
_OPENING_ONE = (
    r"(?:(?:ouvr|clôtur|ferm|inaugur|termin)ant"
    rf"|{_WHICH} (?:(?:ouvre|clôture|ferme|inaugure|termine)(?:nt)?|clôt|closent)"
    r")"
)
"""What an article does that stands first or last in a division: "ouvrant la section 2 du code"."""
_JUDGED = r"(?:jugement|arrêt|décision|ordonnance|mémoire|requête|rapport|avis)(?!\w)"
"""The text that cites an article in one of its points: "cité au point 4 du présent jugement"."""
_CLOSED = compiled(
    rf"""
    \ ?,? ?(?:
        (?P<former>
            anciens?|anciennes?(?! rédac)|anc\.|a\.(?=\ C\.)|\((?:ancien|abrogé|anciens|anc\.)\)
            |(?:(?:aujourd'hui|depuis|désormais) )?abrogée?s?
        )
        |(?P<new>nouveaux?|nouvelles?|nouv\.|n\.(?=\ C\.)|\((?:nouveau|nouveaux|nouv\.)\)|actuels?)
        |(?P<then>
            (?:alors|lors) (?:en vigueur|applicables?)|(?:alors|encore|toujours) (?:en vigueur|applicables?)
            |{_WORDING}{_TEXT} (?:alors |encore )?(?:applicable|en vigueur|actuelle|initiale|ancienne|nouvelle
            |consolidée|antérieure|d'origine|originelle|originale|précitée)
            (?! [aà]|,? (?:avant|après|jusqu|depuis|lors|pour|en)|,? (?:au|du) (?:\d|jour|moment|temps|litige))
            |en vigueur(?! [aà]|,? (?:avant|après|jusqu|depuis|lors|pour|en)|,? (?:au|le|du) (?:\d|jour|moment|temps))
            |(?:ancienne|nouvelle) rédaction|version \d{{4}}
            |tel(?:le)?s? qu'(?:il|elle)s? (?:était|étaient|est|sont) (?:alors )?(?:en vigueur|applicables?|rédigée?s?)
        )
        |(?P<other>
            in fine|i\. f\.|(?:modifié|susdit|précédemment cité|cité plus haut)e?s?(?! (?:par|en|le|au))|{PRECITED}
            |(?:tel(?:le)?s? que )?{_INSIDE}
             (?: au sein(?= d)|(?= (?:dans (?:les?|la|l')|au code|à la (?:loi|Const)|à l'(?:ord|arr))))
            |(?:tirée?s?|extraite?s?|(?<!,)(?<!,\x20)issue?s?)(?=\ du\ code\ )
            |(?:le )?(?:tout )?{_RANK}\ article{_BEFORE_NOUN}
            |visée?s? à la (?:prévention|poursuite){_BEFORE_ACT}
            |{_STANDING}(?=\ {_PLACE}\ (?:{_DIVISION}))
            |{_OPENING_ONE}(?=\ (?:les?|la)\ (?:{_DIVISION}))
            |(?:les? )?(?:tout )?{_RANK}(?:\ articles?)?
             (?=\ d(?:u|e\ la)\ (?:{_DIVISION}))
            |à titre [a-zé]+(?=,|,? (?:et|ou|puis|d(?:u|e|es))(?!\w))
            |au sein(?= d)|(?:c|ch)\. ?\d{{1,3}}|inclus(?:ivement)?|compris|infra|supra|préc\.
            |mod\.(?! ?(?:par |L\. ?(?:n|\d{{2,4}}-)|Ord|D\. ?(?:n|\d{{2,4}}-)|D[ée]cr|[Ll]oi|Arr|n°))
            |(?:et )?(?:visé|cité|mentionné|rappelé|reproduit|analysé|commenté|annexé|évoqué)e?s?
             \ (?:ci-dessus|ci-dessous|ci-après|plus haut|plus bas|supra|infra|in extenso
                |aux? (?:points?|paragraphes?|considérants?|§+)(?: n°)? ?\d{{1,3}}(?: (?:et|à) \d{{1,3}})?
                (?:\ ci-dessus|\ (?:du|de la|de l'|de ce|de cet|de cette)\ ?(?:présente?\ )?{_JUDGED}(?:\ [a-zé]+ée?)?)?
                (?=,? d))
            |(?:dans|en|par) (?:son|sa|ses|leurs?) (?:{_WHOLE}){_BEFORE_ACT}
            |(?:lu|pris|interprété|appliqué|entendu|compris|apprécié|combiné|envisagé|conçu|à|dans|en|par|selon|pour)e?s?
             \ (?:(?!d(?:u|es)(?!\w))[a-zà-ÿ'-]+\ ){{0,10}}?(?:son|sa|ses|leurs?)\ (?!{_OF_ACTION})
             [a-zà-ÿ-]+(?:\ (?:[a-zà-ÿ]{{4,}}(?:le|l|ue|te|if|ive|aire|ier|ière|nte?)|alinéa))?{_BEFORE_NOUN}
            |lue?s? (?:à la lumière|en combinaison|conjointement|en liaison|au regard)\ [^;:.\n]{{5,160}}?,
             (?=\ (?:du|de la)\ (?:directive|règlement|décision|accord|statut)(?! de))
            |le premier\ [^,;:.\n]{{3,80}},\ le second\ [^,;:.\n]{{3,80}}(?=,\ d)
            |(?:après|avant)\ (?:le|les|la)\ (?:mots?|références?|années?|taux|montant)\ ?:\ ?«[^«»\n]{{1,120}}»(?=,\ d)
            |tant (?:dans|en|par|sur|pour) [^,;:.()\n\d]{{2,60}} qu(?:e |')(?:dans|en|par|sur|pour)
             \ (?:son|sa|ses|leurs?|le|la|les|l')(?: ?[a-zà-ÿ-]+)(?: d(?:e |')[a-zà-ÿ]+)?{_BEFORE_NOUN}
            |(?:et|ou)(?:, [a-zà-ÿ][^,;:.()\n\d]{{2,40}},)?\ (?:d[e'] ?|à |par |sur )?
             (?:tou(?:te)?s?(?:\ les)?|l'ensemble des|l(?:es|'une?|a)(?:\ \w+)?\ autres?)\ (?:autres?\ )?(?:{_RULE})s?
             (?:\ [a-zà-ÿ]{{4,}}(?:e|el|le|al|nte?|if|ive)s?){{0,2}}{_BEFORE_NOUN}
            |(?:combinés|réunis|conjugués|précités)(?= d)|et (?:suivants|s\.|suiv\.)|ainsi (?:rédigé|conçu|libellé)e?s?
            |(?:1(?:[èe]re|re)|\d{{1,2}}e|première|deuxième|seconde) partie
            |(?:de la )?partie (?:législative|réglementaire|arrêtés)(?=,? d)
            |(?<=\x20)(?P<dash>[–—-]) [a-zà-ÿ«](?:
                [^–—;:\n\d]{{2,{_SHORT}}}? (?P=dash){_BEFORE_ACT}
                |(?<=(?-i:[a-zà-ÿ]))(?:[^–—;:\n\d]{{2,{_SHORT}}}? (?P=dash){_BEFORE_BARE}
                    |[^–—;:\n]{{2,{_SHORT}}}? (?P=dash){_BEFORE_ACT}))
            |(?<=\x20)[–—-] (?:{PREFIX})?\d[\d-]* (?:anciens?|nouveaux?) [–—-]{_BEFORE_ACT}
            |(?:dite?s? |intitulée?s? |: )?[«"“][^«»"“”\n]{{1,{_SHORT}}}[»"”]{_BEFORE_BARE}
            |(?:\.\.\.|…){_BEFORE_ACT}|(?:\.\.\.|…)\ ?[a-zà-ÿ][^….:;\n]{{2,{_SHORT}}}(?:\.\.\.|…){_BEFORE_ACT}
            |(?<=\x20)-[a-zà-ÿ](?:[^-–—;:\n\d]|(?<=\w)-(?=\w)){{3,{_SHORT}}}?-{_BEFORE_ACT}
            |--\ [a-zà-ÿ][^–—;:\n\d]{{2,{_SHORT}}}?\ --{_BEFORE_ACT}
            |(?<!,)(?<!,\x20){_STANDS_ALONE}|{_ADVERB}{_BEFORE_TEXT}
            |{_ADVERBIAL}(?:,? {_ADVERBIAL})?,?{_BEFORE_TEXT}
            |(?:invoqu|soulev|critiqu|contest|appliqu|reten|oppos|discut|cit|vis|rappel|mentionn|interprét|méconn)(?:é|u)e?s?
             \ par (?:le |la |l'|les |un |une )(?:{_AGENT})(?:e|s|es)?(?: [a-zà-ÿ]{{3,}}){{0,2}}?{_BEFORE_ACT}
            |(?<=\x20)(?:\*{{1,3}}|†|‡)(?=,?\ (?:d(?:u|e|es)|et|ou|à|au|C\.|(?-i:[A-Z]{{2,}}|Code))(?!\w)|,\ \d)
            |\(\*?\)|\((?:[^()\n]{{1,200}}(?:\([^()\n]{{0,80}}\)[^()\n]{{0,80}})?)\)|\[[^\[\]\n]{{1,200}}\]
        )
    )(?![\w°])
""",
    re.IGNORECASE,
)
"""A qualifier whose end shows itself."""
_OPEN = compiled(
    rf"""
    (?P<comma>
        \ ?, ?(?:(?:{_ONE_OF}|{_BOTH} )(?={_WORDING}{_TEXT}|{_CHANGED}))?
        |\ (?:et )?(?:(?:toujours|encore|alors|désormais) )?
    )
    (?:
        (?P<version>
            {_WORDING}{_TEXT}|(?:tels?|telles?) (?:que|qu')|iss?ue?s?(?= d)|résultant|modifiée?s? (?:par|en dernier)
            |(?:mod|réd)\.(?!\w)
            |(?:(?:alors )?applicables?|en vigueur|(?:introduit|créé|inséré|ajouté)e?s?)(?!\w)
            |(?:antérieur|postérieur)e?s? à|(?:(?:de|dans) la )?version (?:consolidée|en vigueur) (?=au|du|le)
        )
        |(?:(?:relati(?:f|fs|ve|ves)|consacrée?s?) (?:à|aux?)|portant|concernant|régissant|fixant|prévoyant|instituant
            |permettant|interdisant|autorisant|imposant|obligeant|prohibant|sanctionnant|réprimant|punissant|définissant
            |organisant|encadrant|garantissant|protégeant|consacrant|posant|exigeant|ayant|intitulée?s?)(?!\w)
    )
""",
)
"""A qualifier that goes as far as the act behind it."""
_LINK = compiled(
    r"""
    (?P<comma>,)? (?:
        (?=d(?:u|e la|e l'|es|u même|udit|e ce|e cette) ?[\w])|(?=code )|(?=[Cc]\. ?[a-zé])|(?=[A-Z]{2,})
        |(?<=,\x20)(?=(?:loi|décret|ordonnance|arrêté|règlement|directive) (?:n°|du |\(|\d))
        |(?=(?:Code|Loi|Ord|D[ée]c(?:r|\.)|Dir|R[èe]gl|Arr|Conv|Const|[LD]\. ?n°|L\. \d))
        |(?=\((?!(?:UE|CE|CEE|Euratom|CECA)(?!\w))(?:[A-Z]|code |loi |c\.))
    )
"""
)
"""Where an act may be linked to what stands before."""
_PLAIN_LIST = rf"{ONE}(?:(?: ?, ?(?:et |ou )?| (?:et|ou|ainsi que) ){ONE}){{0,12}}"
_TO_ITS_ACT = (
    r"(?:,? (?:al(?:inéas?|\.)|§|paragraphes?|[IVX]+(?!\w)|\d+ ?°)[^.;:()\n]{0,40}?)?"
    r"(?:, (?:alors|dans|en vigueur|tel|issu|modifié|anc)[^,;:.()\n]{2,120},)?,? (?:d(?:u|e la) |de l'|code |C\.)"
)
_NEXT = compiled(
    rf" ?, (?:et |ou |ainsi que )?(?:de |d'|à |aux? )?(?:l'article |les articles |articles? )?(?={PREFIX}\d|\d+-\d)"
    rf"|, (?:et|ou|ainsi que) (?=\d)|, (?={_PLAIN_LIST}{_TO_ITS_ACT})"
)
"""Where the next member of a list begins, behind a qualifier; a plain number where its list leads to an act."""
_AHEAD = compiled(
    rf"(?: ?,)? (?:et|ou|puis|ainsi que) ?, (?=(?P<words>(?P<version>{_WORDING}{_TEXT}|tel(?:le)?s? (?:que |qu')"
    r"|iss?ue?s? d|modifiée?s? par)))"
)
"""What leads to a member whose wording is told before it: "5 et, dans sa rédaction issue de la loi n° …, 7"."""
_STOP = re.compile(
    r"[;:\n]|(?<![\WLRDAO][LRDAO])(?<!\Wart)(?<!\Wal)(?<!n)(?<!\WM)(?<!\WMM)\. +(?=[A-ZÀ-Þ])"
    r"|,(?! *(?:(?:d[eu]|des|code|loi)(?!\w)|[cC]\.|[A-ZÉ]|al(?:inéa|\.) ?[0-9]|[0-9]{1,2} ?°|[a-z]\)|§"
    r"|paragraphe [0-9]))"
    r"| (?:est|sont|était|étaient|soit|peut|peuvent|doit|doivent|ne|n'\w+|s'\w+|se|a|ont|demeure\w*|reste\w*"
    r"|entre|entrent"
    r"|prévoit|prévoient|dispose\w*|prend|prennent)(?!\w)"
)
"""Where the noun phrase of an article ends: a clause, a verb, a comma that leads to no act."""
_GOVERNS = re.compile(
    r"(?:\W(?:(?:mod|réd)\.|issue?s?|résult\w+|rédaction|version|vigueur|publication|promulgation|application|adoption|modification"
    r"|codification|abrogation|effet|antérieure?s?|postérieure?s?|intervention|date|ordonnance|lecture|combinaison"
    r"|lumière|regard|vue|aune|prisme|visa|respect|transposition|conformité|contrariété|faveur|suite"
    r"|lendemain|sens|fondement|vertu|celle|celles|par|les?|la|et|aux?|lois?|dites?)(?: d[eu])?(?: ?[«\"“])?"
    r"|\W(?:articles?|arts?\.?|annexe|livre|titre|chapitre|section|partie)(?:\W[^,]{0,60})?)\Z",
    re.IGNORECASE,
)
"""A word of the qualifier that keeps the act behind it to itself."""
_TITLE = re.compile(r" (?:relati(?:f|ve)s?|portant|modifiant|fixant) ")
_TITLE_REACH = 80  # characters
_BEFORE = re.compile(r"antérieure|avant", re.IGNORECASE)
_FROM = re.compile(r"issue?s? d|résult|modifié|introduit|créé|inséré|ajouté|postérieure|par ", re.IGNORECASE)
_AT = re.compile(r"(?:au|le|du|jusqu'au) (?:1er|[0-9])", re.IGNORECASE)
_BREAK = re.compile(r"[,;:)\n]|(?<!n)\. ")
_NOUNS = frozenset(("nom", "sigle"))
"""What may be an act that has no form here, and inside a qualifier is hardly one: "la vente des barques"."""
_DASHES = frozenset("-–—")
_OPENS_QUOTE = frozenset('«"“')
_LEADING = (
    "version ",
    "de la version ",
    "au sein d",
    "de la partie ",
    "de toute façon ",
    "d'ordre public ",
    ": «",
    ': "',
)
_STANDS = (
    "qui figur", "qui appart", "qui log", "qui siège", "qui se trouv", "qui est ", "qui sont ", "qui ouvr", "qui clô",
    "qui clos", "qui ferm", "qui inaug", "qui termin",
)  # fmt: skip
_LED_ON = (*_STANDS, "prenant ", "trouvant ", *_ADVERBIALS)
_BEHIND_COMMA = (*_ONES, *_LED_ON)
_SUBJECTS = (" pour ", " quant a", " s'agissant d")
_OPENING = frozenset('([«"“')


class Qualified(NamedTuple):
    """What qualifies an article, where reading goes on, and the act behind it."""

    qualifiers: tuple[Qualifier, ...]
    stop: int
    act: ActName | None = None


def _may_qualify(text: str, at: int) -> bool:
    """Whether a qualifier may begin, by the first letters: at one of its words, a bracket, or behind a comma."""
    while (first := text[at : at + 1]) == " ":
        at += 1
    if first == "(" or first == "[":  # noqa: PLR1714 - in half the time
        return True
    if first == "*" or first == "†" or first == "‡":  # noqa: PLR1714 - as above
        return True
    if first in _DASHES:
        behind = text[at + 1 : at + 2]
        return text[at - 1 : at] == " " and (behind == " " or behind.islower() or text.startswith("-- ", at))
    if first == ",":
        begin = at + 1 + (text[at + 1 : at + 2] == " ")
        return (
            text[begin : begin + 3] in _FIRST
            or text.startswith(_BEHIND_COMMA, begin)
            or text[begin : begin + 1] in _OPENING
            or (text[begin : begin + 1] in _DASHES and text[begin + 1 : begin + 2] == " ")
            or ((comma := text.find(",", begin, begin + _REACH)) > 0 and _may_begin_aside(text, at, comma))
        )
    if first == "." or first == "…":  # noqa: PLR1714 - as above
        return text.startswith(("...", "…"), at)
    if first in _OPENS_QUOTE or text[at : at + 3] in _FIRST or text.startswith(_LEADING, at):
        return True
    if text.startswith(_LED_ON, at):
        return True
    if text[at : at + 2] in _NO_ADJECTIVE and not text.startswith("aussi", at):
        return False
    return first.islower() and _ALONE.match(text, at) is not None


def _may_begin_aside(text: str, at: int, comma: int) -> bool:
    return text.startswith(_OF_ACT, comma + 1) or _aside_at(text, at) is not None


def _aside_at(text: str, at: int) -> re.Match[str] | None:
    """Where an aside begins: "7, dont …, du code", or "L'article 7, le plus beau, du code"."""
    begins = _ASIDE.match(text, at)
    if begins is None and (begins := _APPOSED.match(text, at)) is not None:
        return None if _IS_SUBJECT.search(text, max(0, at - _SUBJECT_REACH), at) is None else begins
    return begins


def qualified(text: str, at: int) -> Qualified | None:
    """The qualifiers behind a number, and the act to which they lead; ``None`` where there are none.

    Where they lead to none, ``stop`` is ``at``.
    """
    if (worded := _beyond_wording(text, at)) is not None:
        return worded
    if not _may_qualify(text, at):
        return None
    found, end = _closed(text, at)
    if found:
        act = _act(text, end) or _vague(text, end) or _apart(text, end)
        if act is not None and (own := _beyond_article(text, at, end, act)) is not None:
            return Qualified((Qualifier("other", found[0].start, act.stop),), own.stop, own)
        if act is not None:
            return Qualified(tuple(found), act.stop, act)
        within = _IN_DIVISION.match(text, end)
        division = None if within is None else division_at(text, within.end())
        own = None if division is None else division.act
        if division is not None and own is not None and (own.ids or own.nature not in _NOUNS or is_text(text, own)):
            return Qualified(tuple(found), division.stop, own)
    opened = _OPEN.match(text, end)
    if opened is None and (adjunct := _ADJUNCT.match(text, end)) is not None:
        opened = _OPEN.match(text, adjunct.end())
    if opened is not None:
        reached = _act_beyond(text, opened)
        if reached is not None:
            qualifier, act = reached
            return Qualified((*found, qualifier), act.stop, act)
    aside = _beyond_aside(text, at)
    if aside is None and found:
        aside = _beyond_aside(text, end)
        aside = None if aside is None else aside._replace(qualifiers=(*found, *aside.qualifiers))
    if aside is not None:
        return aside
    if opened is not None and opened["version"] is not None:
        found.append(_version(text, opened.start() + len(opened["comma"]), _end_of_version(text, opened)))
    return Qualified(tuple(found), at) if found else None


_QUOTES = frozenset('«“"')
_TOLD_NEAR = 130  # characters before the wording
_TOLD = compiled(
    rf"(?:(?:, (?!{SUBJECT})(?=[a-zà-ÿ])| (?:(?:aux termes|en vertu|en application) (?:du|des)quel(?:le)?s?"
    r"|(?:(?:selon|d'après|suivant) )?l[ae]s?quel(?:le)?s?|qui|dont|où|ainsi|[a-zà-ÿ]{3,}(?:ant|é|u)e?s?)(?!\w))"
    r"(?:(?!(?<!\w)(?:articles?|code|loi|décret|ordonnance)(?!\w))[^.;:()\n«»\"“”]){0,100})?(?: ?, ?)?(?: ?: ?\n?| )?"
    r"(?:«(?:[^«»]|«[^«»]{0,500}»){1,2000}»|“[^“”]{1,2000}”|\"[^\"\n]{1,1000}\")(?: \([^()\n]{2,60}\))?(?P<comma> ?,)?"
    r"(?= d(?:u|e la|e l|es|udit|e ladite|e ce)(?!\w))"
)
"""The wording of an article, which it is said to have: "5, aux termes duquel : « Le meunier moud », du code"."""


def _beyond_wording(text: str, at: int) -> Qualified | None:
    """The act behind the wording of an article, with that as its qualifier."""
    if _QUOTES.isdisjoint(text[at : at + _TOLD_NEAR]):
        return None
    told = _TOLD.match(text, at)
    act = None if told is None else act_after(text, told.end())
    if told is None or act is None or not _is_meant(text, act, told.start("comma")):
        return None
    return Qualified((Qualifier("other", at, told.end()),), act.stop, act)


_ADJUNCT = compiled(
    r", (?:s'agissant d|en (?:matière|cas|ce qui concerne)|pour |quant aux? |relati(?:f|ve))[^,;:.()\n\d«»]{2,60}(?=,)"
)
"""What an article is said for, before the version of it: "7, s'agissant du vent, dans sa rédaction issue de"."""
_ENDS_WITH_ARTICLE = re.compile(
    r"(?<!codifi)(?<!numérot)(?<!combin)(?:é|vu|ni)e?s? (?:à l'article|aux articles) (?:[LRDA]\.? ?)?"
    r"\d(?:[\w.-]| (?!d[ue' ]|de[sl]? )){0,24}"
    r"(?:\([^()\n]{1,60}\))?\Z"
)
"""An article of its own, to which the act behind belongs: "prévues à l'article 5, de la loi"."""


_REST_OF_NUMBER = r"(?:[\w.-]| (?!d(?:u|e[sl]?|') )){0,24}"
_ENDS_NUMBER = re.compile(rf"(?:articles?|art\.) (?:[LRDA]\.? ?)?[0-9]{_REST_OF_NUMBER}\Z")
_PARTS = (
    r"(?:(?:alin[ée]as?|al\.|paragraphes?|§|points?) ?\d|\d+ ?°|[IVX]+(?: ?,|\Z)|[a-z]\)"
    r"|(?:premier|second|dernier|\w+ième) alinéa|in fine)"
)
_PART = compiled(_PARTS)
"""A part of the article before it, in an aside: "7, que tempère l'article 9, alinéa 2, du code"."""


_ENDS_WITH_PART = compiled(
    rf"(?:articles?|art\.) (?:{PREFIX})?\d{_REST_OF_NUMBER}(?:,? {_PARTS}(?: ?\d{{1,3}})?)* ?,?\Z"
)
"""An article of its own with its part, to which the act behind belongs, where another act follows."""


def _beyond_article(text: str, start: int, at: int, act: ActName) -> ActName | None:
    """The act behind the one at ``at`` of an article between: "5, lu avec l'article 7, § 1, de la directive, du"."""
    if _TO_ACT.match(text, act.stop) is None or _ENDS_WITH_PART.search(text, start, at) is None:
        return None
    return _act(text, act.stop)


def _beyond_aside(text: str, at: int) -> Qualified | None:
    """What stands between commas as a qualifier, and the act directly behind the last one."""
    begins = _aside_at(text, at)
    if begins is None:
        return _beyond_clause(text, at)
    start = begin = begins.end()
    single = True  # one piece so far, or what stands behind a closed one
    owed = False  # a verb, to a relative pronoun before
    wants = False  # what an adjective before leads to
    complete = False  # the first piece
    for _ in range(_PIECES):
        piece = _PIECE.match(text, begin, start + _REACH)
        if piece is None:
            return None
        end = piece.end()
        if has_verb(text, begin, end):
            if not owed:
                return _beyond_clause(text, at)
            owed, single = False, True
        elif _SUBORDINATE.match(text, begin, end) is not None:
            owed = VERB.search(text, begin, end) is None
        single = single or (wants and text.startswith(_TO, begin))
        ends_aside = single or complete or _PARALLEL.match(text, begin, end)
        if ends_aside and (comma := _TO_ACT.match(text, end)) is not None:
            act = _act(text, end) or act_after(text, comma.end("comma"))
            if act is not None and _is_meant(text, act, end):
                ends = _ENDS_WITH_ARTICLE.search(text, begin, end)
                return None if ends is not None else Qualified((Qualifier("other", start, end),), act.stop, act)
        further = _FURTHER.match(text, end)
        if begin != start and _ACTS_ON_ARTICLE.match(text, begin, end) is not None:
            return None
        if further is None or is_open(text, begin, end) or _FURTHER_ARTICLE.match(text[begin:end]) is not None:
            return None
        part = _PART.match(text, further.end())
        if part is not None and _ENDS_NUMBER.search(text, begin, end) is not None:
            own = act_after(text, part.end() + text.startswith(",", part.end()))
            if own is None or own.how is not How.NAMED or not own.ids:
                return None
            begin, single = own.stop, True  # "7, que tempère l'article 9, alinéa 2, du code …, de la loi"
            continue
        single = text[end - 1] in _ENDS_CLOSED
        complete = complete or (begin == start and _COMPLETE.search(text, begin, end) is not None)
        wants = wants or _WANTS.search(text, begin, end) is not None
        begin = further.end()
    return None


def _beyond_clause(text: str, at: int) -> Qualified | None:
    """A clause of its own between two commas, as a qualifier, and the act directly behind it."""
    clause = _CLAUSE.match(text, at)
    if clause is None or not text.startswith(_OF_ACT, clause.end()):
        return None
    start, end = clause.span("clause")
    if _IS_CLAUSE.match(text, start, end) is None and VERB.search(text, start, end) is None:
        return None
    act = act_after(text, clause.end())
    if act is None or not act.ids or act.how is not How.NAMED:
        return None
    return Qualified((Qualifier("other", start, end),), act.stop, act)


_PLURAL_ALONE = ("statuts", "conditions générales", "conditions particulières")
"""Texts whose name is a plural."""


def _is_meant(text: str, act: ActName, at: int) -> bool:
    """Whether what is named behind an aside is an act, or one text without an id: "…, à titre principal, du bail".

    Several go on with a list in the aside: "à l'exclusion des démissions, des contrats de travail".
    """
    if act.nature not in _NOUNS and act.nature != "autre":
        return True
    named = act.nature == "autre" or is_text(text, act)
    several = text.startswith((", des ", " , des "), at) and not text.startswith(_PLURAL_ALONE, act.start)
    return named and not several


def qualified_member(text: str, at: int) -> Qualified | None:
    """The qualifiers behind a number that is followed by a further member of its list; ``None`` where none are."""
    if not _may_qualify(text, at) and not text.startswith(_SUBJECTS, at):
        return None
    found, end = _closed(text, at)
    opened = _OPEN.match(text, end)
    if opened is None:
        aside = _MEMBER_ASIDE.match(text, at)
        if aside is not None:
            return Qualified((Qualifier("other", at, aside.end()),), aside.end())
        return Qualified(tuple(found), end) if found else None
    following = _NEXT.search(text, opened.end(), opened.end() + _REACH)
    if following is None or _STOP.search(text, opened.end(), following.start()) is not None:
        return None
    start = opened.start() + len(opened["comma"])
    return Qualified((*found, _version(text, start, following.start())), following.start())


def qualified_ahead(text: str, at: int) -> Qualified | None:
    """The wording of the next member of a list, told before it, and where that begins; ``None`` where none is."""
    begins = _AHEAD.match(text, at)
    if begins is None:
        return None
    start, told = begins.end(), begins.end("words")
    following = _NEXT.search(text, told, told + _REACH)
    if following is None or _STOP.search(text, told, following.start()) is not None:
        return None
    wording = _version(text, start, following.start(), named=begins["version"] is not None)
    return Qualified((wording,), following.end())


_DASHED = re.compile(r" ([–—]) [^–—]{2,80} \1(?= )")
"""An aside in an aside: "lu – comme il se doit – avec l'article 6"."""


_LAST_GLOSS = compiled(
    rf" (?:pour|quant aux?|en cas de|en matière|s'agissant d[eu]s?) [^,;:.()\n\d]{{2,60}}?{_BEFORE_NOUN}"
)


_HOW_BECOME = compiled(
    r" (?:à|par|lors|depuis|avec|en|sous|dans|aux?|après|suite|grâce|du fait|sans) [^,;:.()\n]{2,80}"
    r"(?=, d(?:u|e la|e l')(?!\w))"
)


def glossed(text: str, at: int, before: Sequence[Qualifier]) -> Qualified | None:
    """The act behind what the last member of a list is for, as those before are: "5 pour l'eau et 7 pour l'air du".

    Or behind how it has become what it is: "5, devenu 7 à la faveur d'une réforme, du code".
    """
    if before and before[-1].kind == "successor":
        gloss = _HOW_BECOME.match(text, at)
    elif not before or not text.startswith(" ", before[-1].start) or not text.startswith(_SUBJECTS, at):
        return None
    else:
        gloss = _LAST_GLOSS.match(text, at)
    act = None if gloss is None else _act(text, gloss.end())
    if gloss is None or act is None or act.how is not How.NAMED:
        return None
    return Qualified((Qualifier("other", at, gloss.end()),), act.stop, act)


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether the words of an aside are a clause, with a verb that no relative or conjunction before it governs."""
    if _SUBORDINATE.match(text, start, end) is not None:
        return False
    verb = VERB.search(text, start, end)
    while verb is not None and (dashed := _DASHED.search(text, start, end)) is not None:
        if not dashed.start() < verb.start() < dashed.end():
            break
        start = dashed.end()
        verb = VERB.search(text, start, end)
    if verb is not None and _LED.search(text, start, verb.start()) is not None:
        return False
    return verb is not None and text.rfind("«", start, verb.start()) <= text.rfind("»", start, verb.start())


def is_open(text: str, start: int, end: int) -> bool:
    """Whether an adjective in an aside wants its complement still: the act behind, in "loin, très loin, du code"."""
    return _TAKES_OF.search(text, start, end) is not None


_CLOSING = frozenset(")]")


def _closed(text: str, at: int) -> tuple[list[Qualifier], int]:
    found: list[Qualifier] = []
    end = at
    while (match := _CLOSED.match(text, end)) is not None:
        if match[0][-1] in _CLOSING and _act(text, end) is not None:
            break
        kind = match.lastgroup or "other"
        value = None
        if kind == "then":
            kind, value = "version", "then"
        found.append(Qualifier(kind, match.start(kind if value is None else "then"), match.end(), value))
        end = match.end()
    return found, end


def _act(text: str, at: int) -> ActName | None:
    act = act_after(text, at)
    return None if act is None or (act.how is How.VAGUE and OF_YEAR.match(text, act.stop) is None) else act


def _vague(text: str, at: int) -> ActName | None:
    """An act by its noun alone, directly behind what closes: "l'article 5 in fine de la charte"."""
    act = None if text.startswith(",", at) else act_after(text, at)
    return act if act is not None and act.how is How.VAGUE else None


def _apart(text: str, at: int) -> ActName | None:
    """The text behind a bracket and a comma: "5 (vannes), du bail"."""
    if text[at - 1] != ")" or not text.startswith(", d", at):
        return None
    act = act_after(text, at + 1)
    return act if act is not None and _is_meant(text, act, at) else None


def _act_beyond(text: str, opened: re.Match[str]) -> tuple[Qualifier, ActName] | None:
    """The first act behind the beginning of a qualifier that no word of it governs."""
    start, at = opened.start() + len(opened["comma"]), opened.end()
    between = bool(opened["comma"].strip())  # commas
    version = opened["version"] is not None
    limit = at + (_REACH if version else _SHORT)
    kept = -1  # where an act ends that a word keeps to itself; what stands directly behind it is of the number
    while True:
        stop = _STOP.search(text, at, limit)
        link = _LINK.search(text, at, limit if stop is None else stop.start())
        if link is None:
            return None
        act = _act(text, link.start())
        at = link.end()
        if act is None or (act.nature in _NOUNS and link["comma"] is None):
            if link["comma"]:
                return None
            continue
        if link["comma"] and (own := _beyond_article(text, start, link.start(), act)) is not None:
            return _version(text, start, act.stop, named=version), own
        if version and link["comma"] and _ENDS_WITH_PART.search(text, start, link.start()) is not None:
            at = act.stop  # it has the article between: "issue de l'article 51, 3°, de la loi n° …"
            continue
        led = link["comma"] or text[link.end()] == "("
        governed = not led and _governed(text, start if kept < 0 else kept, link.start(), version=version)
        if not led and (act.how is How.PRESENT or governed):
            at = kept = act.stop
        elif not led and between and not version:
            return None
        elif not led and between and (own := _act(text, act.stop)) is not None and _closes_aside(text, act, own):
            return _version(text, start, act.stop, named=version), own
        else:
            return _version(text, start, link.start(), named=version), act


def _closes_aside(text: str, act: ActName, own: ActName) -> bool:
    """Whether the act of the article follows one in its aside: "5, tel qu'éclairé par les travaux de la loi …, du"."""
    return text.startswith((", du ", ", de la ", ", de l'"), act.stop) and own.how is How.NAMED and bool(own.ids)


def _governed(text: str, start: int, at: int, *, version: bool) -> bool:
    """Whether a word before ``at`` keeps the act there to itself, a title of an act inside a version included."""
    before = max(start - 1, at - _TITLE_REACH)
    return _GOVERNS.search(text, before, at) is not None or (version and _TITLE.search(text, start, at) is not None)


def _end_of_version(text: str, opened: re.Match[str]) -> int:
    """Where the words of a version end to which no act of the number follows: behind the act that they name."""
    limit = opened.end() + _REACH
    stop = _BREAK.search(text, opened.end(), limit)
    return min(limit, len(text)) if stop is None else stop.start()


def _version(text: str, start: int, end: int, *, named: bool = True) -> Qualifier:
    if not named:
        return Qualifier("other", start, end)
    words = text[start:end]
    value = (
        "before" if _BEFORE.search(words) else "from" if _FROM.search(words) else "at" if _AT.search(words) else "then"
    )
    return Qualifier("version", start, end, value)
