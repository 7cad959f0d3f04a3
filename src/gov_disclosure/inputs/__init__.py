"""Whatever a text may be given in, made into text in which cells keep their places.

Web pages, Word files and PDFs; JSON, TeX and Textile; strings of programs, quoted and numbered
lines.  None of these modules knows what the text is read for.
"""
