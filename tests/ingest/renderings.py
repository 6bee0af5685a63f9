"""One section of a fictional code, as a person pastes it and as converters write it."""

from __future__ import annotations

from cpp_corpus import ArticleState

_FIRST = "Le sable coule dans le sablier, selon l'article R. * 12-3 et l'article 4 du code des moulins,"
WORDS = [
    f"{_FIRST} tant que le gardien ne le retourne pas.",
    "1° Le jour ;",
    "2° La nuit.",
]
SECTION = [
    ("L112-1", ArticleState.IN_FORCE, " ".join(WORDS)),
    ("L112-2", ArticleState.REPEALED, ""),
    ("L112-3", ArticleState.IN_FORCE, "Tarif : Grain Prix blanc un deux noir trois"),
]

PASTED = """Accueil
Code des sabliers
Version en vigueur au 3 mars 2031
Chapitre II : Du sable (Articles L112-1 à L112-3)
Article L112-1
Article L112-2
Article L112-3
Naviguer dans le sommaire du code
Article L112-1
Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2

Le sable coule dans le sablier, selon l'article R. * 12-3 et l'article 4 du code des moulins, tant que le gardien ne le\
 retourne pas.

1° Le jour ;

2° La nuit.

Versions
Liens relatifs
Article L112-2 (abrogé)
Abrogé par Décret n°2024-12 du 1 mars 2024 - art. 3
Versions
Liens relatifs
Article L112-3

Tarif :

Grain\tPrix
blanc\tun deux
noir\ttrois

Versions
Liens relatifs
Retourner en haut de la page
Mentions légales
"""

W3M = """Accueil
  • Aller au contenu
Code des sabliers
Version en vigueur au 3 mars 2031
□[ ]Voir les articles et les sections abrogés
  • Chapitre II : Du sable (Articles L112-1 à L112-3)
      □ Article L112-1
      □ Article L112-2
      □ Article L112-3

Naviguer dans le sommaire du code
  • Article L112-1

    Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2

    Le sable coule dans le sablier, selon l'article R. * 12-3 et l'article
    4 du code des moulins, tant que le gardien ne le retourne pas.

    1° Le jour ;

    2° La nuit.

    VersionsLiens relatifs
    Versions
    Liens relatifs
  • Article L112-2 (abrogé)

    Abrogé par Décret n°2024-12 du 1 mars 2024 - art. 3
    VersionsLiens relatifs
  • Article L112-3

    Tarif :
    ┌──────┬──────┐
    │Grain │ Prix │
    ├──────┼──────┤
    │blanc │  un  │
    │      │ deux │
    ├──────┼──────┤
    │noir  │trois │
    └──────┴──────┘
    VersionsLiens relatifs
Retourner en haut de la page
"""

LYNX = """   #[1]alternate [2]alternate
   (BUTTON) Menu [3]Accueil [4]Aide [5]Codes [6]Lois [7]Textes [8]Recherche
   Code des sabliers
   Version en vigueur au 3 mars 2031
          + [9]Article L112-1
          + [10]Article L112-2
          + [11]Article L112-3

   [12]Naviguer dans le sommaire du code
     *

[13]Article L112-1

       [14]Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2
       Le sable coule dans le sablier, selon [15]l'article R. * 12-3 et [16]l'article 4 du code des moulins, tant que
       le gardien ne le retourne pas.
       1° Le jour ;
       2° La nuit.
       (BUTTON) Versions (BUTTON) Liens relatifs
     *

Article L112-2 (abrogé)

       [17]Abrogé par Décret n°2024-12 du 1 mars 2024 - art. 3
       (BUTTON) Versions (BUTTON) Liens relatifs
     *

[18]Article L112-3

       Tarif :
       Grain Prix
       blanc un deux
       noir trois
       (BUTTON) Versions (BUTTON) Liens relatifs

   [19]Retourner en haut de la page

References

   Visible links:
   1. file:///page
"""

MARKDOWN = """[Accueil](/) [Aide](/aide)

# Code des sabliers

**Version en vigueur au 3 mars 2031**

  * [Article L112-1](/codes/#1)
  * [Article L112-2](/codes/#2)
  * [Article L112-3](/codes/#3)

[Naviguer dans le sommaire du code]()

  * ## [Article L112-1](/codes/article/1)

[Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2\x20\x20
](/loda/id/1/)

Le sable coule dans le sablier, selon [l'article R. \\* 12-3](/a) et [l'article
4](/b) du **code** des _moulins_, tant que le gardien ne le retourne pas.

1° Le jour ;

2° La nuit.

VersionsLiens relatifs

  * ### Article L112-2 (abrogé)

[Abrogé par Décret n°2024-12 du 1 mars 2024 - art. 3\x20\x20
](/loda/id/1/)

VersionsLiens relatifs

  * ## [Article L112-3](/codes/article/3)

Tarif :

| Grain | Prix |
| --- | --- |
| blanc | un deux |
| noir | trois |

VersionsLiens relatifs

[Retourner en haut de la page](#top)
"""

RUN_ON = """AccueilCodes Voir les modifications dans le tempsCode des sabliersVersion en vigueur au 3 mars 2031Aide
\t\tArticle L112-1
\t\tArticle L112-2
\t\tArticle L112-3
\tNaviguer dans le sommaire du code
\tArticle L112-1Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2Le sable coule dans le sablier, selon l'article\
 R. * 12-3 et l'article 4 du code des moulins, tant que le gardien ne le retourne pas. 1° Le jour ; 2° La nuit.\
VersionsLiens relatifs
\t    Article L112-2 (abrogé)
\tAbrogé par Décret n°2024-12 du 1 mars 2024 - art. 3VersionsLiens relatifsVersionsLiens relatifs\
Article L112-3Tarif : GrainPrixblancun deuxnoirtroisVersionsLiens relatifsRetourner en haut de la page
"""

RENDERINGS = {"pasted": PASTED, "w3m": W3M, "lynx": LYNX, "markdown": MARKDOWN, "run-on": RUN_ON}
