"""What hangs on a verb: addressees, contents, targets, qualifiers; and the act put together."""
