"""Documents as text: web pages, Word files and PDFs, each drawn so that its cells keep their place.

Every module here makes one kind of document into text; none knows what the text is read for.
"""
