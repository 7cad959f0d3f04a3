"""Tables that print their form whole: read by place, number or order, without a layout."""
