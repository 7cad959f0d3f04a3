"""Draw files and the source of tables as plain text in which cells keep their places.

Input may be a web page, a Word file or a PDF; JSON or TeX; the strings of a program, or
quoted or numbered lines.  None of these modules knows what the text is read for.
"""
