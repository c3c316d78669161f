"""By which verbs the issuing body acts: the lexicon, and the verb groups found in a text."""
