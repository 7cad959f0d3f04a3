"""The same examples on every run; ``--hypothesis-profile=thorough`` looks at new ones, and more."""

from hypothesis import settings

settings.register_profile("same_every_time", derandomize=True, deadline=None, database=None)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile("same_every_time")
