"""Where the values of each row stand, by the habits of its layout and the doubts about it."""
