"""The same examples on every run, as they come.

``--hypothesis-profile=thorough`` tries new ones, more of them, and shrinks those that fail.
"""

from hypothesis import Phase, settings

settings.register_profile(
    "same_every_time",
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile("same_every_time")
