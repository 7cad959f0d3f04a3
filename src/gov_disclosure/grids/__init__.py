"""What the rows of cells show of the forms, and which layout shows it best.

For each layout that is possible, ``choosing`` has the rows put right (``reworded``,
``header_names``, ``spare_columns``, ``torn``), split into labels and the values behind them
(``runs``), and read as entries of the forms (``labelled``, at the positions that ``context``
keeps; then in ``hindsight``).  What is there then (``shown``) is checked against the heading above
it (``attesting``), and its ``agreement`` with the forms decides.  ``apart`` reads a part in several
pieces if that is better, ``unclaimed`` finds figures that are in no reading, and ``whole`` reads
tables that need none of this.
"""
