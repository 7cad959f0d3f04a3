"""Report figures that found no place, unless they merely repeat figures that were read."""
