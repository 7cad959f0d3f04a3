"""Draw the source of a web page as the text that a browser shows.

A page takes this way, from its source to its lines (``drawn``):

The tree
    ``tree`` builds it as browsers do, and ``telling`` tells what stands in it, in its order.
The style of each element
    ``sheets`` reads the rules of the style sheets, ``matched`` finds those for each element, if
    ``nests`` says that they can be tried.  With what the element declares in its own style
    (``declared``) and its attributes (``hints``), ``cascade`` finds the value that counts for each
    of the ``properties``.  ``styled`` does this for all elements; content that a sheet puts in an
    element becomes one of its own (``generated``).
What is seen
    A ``style`` says what it hides, ``looks`` which elements are not shown with all that is in them,
    and how the text in others is seen; ``changed`` writes it so.
    ``roles`` tells what an element is shown as, ``pictured`` what shows no text of its own.
The lines
    ``canvas`` has the tables and cells that are open, and ``copies`` leaves out hidden
    copies of tables.
"""
