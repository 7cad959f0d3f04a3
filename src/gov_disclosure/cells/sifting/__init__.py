"""Drop rows whose figures may belong to another row, another table, another year or a list.

A sift takes all rows and returns those that it keeps, with a problem for each row it leaves open.
"""
