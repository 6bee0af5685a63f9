"""The steps of the resolution, in their order: the first that has an answer gives it."""

from cpp_corpus.normalizer.resolve.question import Step
from cpp_corpus.normalizer.resolve.steps.acts import implausible, itself, outside, unnamed, whole_act
from cpp_corpus.normalizer.resolve.steps.articles import article, article_range, missing, neighbour, paragraph
from cpp_corpus.normalizer.resolve.steps.divisions import annexe, division, relative_division

__all__ = ["STEPS"]

STEPS: tuple[Step, ...] = (
    itself,  # a part of the citing article
    relative_division,  # "présent titre", "même section": the path of the division that is meant
    unnamed,  # no act is known
    whole_act,  # an act, and no place in it
    outside,  # a place in an act of which the corpus has nothing
    neighbour,  # "article précédent"
    annexe,  # a division by its words, an article by its heading
    division,
    article_range,  # "L. 1 à L. 9", "L. 1 et suivants"
    article,
    paragraph,  # "article 112-1", which is 1 of article 112
    implausible,  # no act is named, and the citing act is unlikely to be meant
    missing,  # the act is there, the article is not
)
