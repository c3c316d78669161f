"""The times that limit an act: deadlines, recurrences, periods, starts."""
