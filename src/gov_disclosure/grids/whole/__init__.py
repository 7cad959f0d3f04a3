"""Tables that print their form whole: read by place, by number or by order, without a layout."""
