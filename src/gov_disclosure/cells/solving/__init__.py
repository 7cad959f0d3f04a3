"""What arithmetic tells: the one way in which figures fit, if there is but one."""
