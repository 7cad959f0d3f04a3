"""What vouches for rows among others whose figures may have moved: borders, order, the header."""
