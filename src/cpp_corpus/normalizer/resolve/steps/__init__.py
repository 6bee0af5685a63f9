"""The steps of the resolution, in their order: the first that has an answer gives it."""

from cpp_corpus.normalizer.resolve.question import Step
from cpp_corpus.normalizer.resolve.steps.acts import former_act, implausible, itself, outside, unnamed, whole_act
from cpp_corpus.normalizer.resolve.steps.articles import article, article_range, missing, neighbour, paragraph
from cpp_corpus.normalizer.resolve.steps.divisions import annexe, division, relative_division
from cpp_corpus.table import Table

__all__ = ["STEPS"]

STEPS: Table[Step] = Table(
    "steps",
    {
        "itself": itself,  # a part of the citing article
        "relative_division": relative_division,  # "présent titre", "même section": the path of what is meant
        "unnamed": unnamed,  # no act is known
        "former_act": former_act,  # "l'article 7 ancien", of a code that another has taken the place of
        "whole_act": whole_act,  # an act, and no place in it
        "outside": outside,  # a place in an act of which the corpus has nothing
        "neighbour": neighbour,  # "article précédent"
        "annexe": annexe,  # a division by its words, an article by its heading
        "division": division,
        "article_range": article_range,  # "L. 1 à L. 9", "L. 1 et suivants"
        "article": article,
        "paragraph": paragraph,  # "article 112-1", which is 1 of article 112
        "implausible": implausible,  # no act is named, and the citing act is unlikely to be meant
        "missing": missing,  # the act is there, the article is not
    },
    fault=lambda entry: None if callable(entry) else f"is {entry!r:.80}, which cannot be called",
)
"""By name, in the order in which they are asked.

Other packages add to it by entry points of the group ``cpp_corpus.steps``.
"""
