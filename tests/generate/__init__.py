"""Made-up reports, and the layouts in which extracted text shows them.

``reports`` makes the figures, ``printed`` lays them out as the forms print them, ``styles``
varies what does not change their meaning, and ``render`` turns them into text.
"""
