"""Where the program is known to do otherwise than the documentation says.

The oracle follows the documentation. With a name pardoned it does there as the program does, so that a comparison over
millions of cases shows what is new. Take a name out once the program, or the page, has been mended."""

DEPARTURES = {
    "items-kept-out": """
        Once a window keeps out all items, a later one that reads facts of items asks for them under `facts`, where they
        cannot be stated. pricing-a-case.md: a fact is needed only if a rule that is reached needs it.""",
    "lenient-statements": """
        A statement or a payment rule whose needed fact is missing, or whose day lies beyond the calendar, is taken not
        to apply. writing-a-matrix.md, "conditions": the case is at fault.""",
    "lenient-deadlines": """
        A deadline whose `when` reads a needed fact that is missing is taken not to apply, so that what is `late` is 0.
        writing-a-matrix.md, "conditions": the case is at fault.""",
    "first-unknown": """
        Of two facts that are compared, a needed one that is missing is a fault if it is written first, also where the
        other is optional and was left out. writing-a-matrix.md: a comparison with that one does not hold.""",
    "ladders-that-do-not-count": """
        A question to whoever may authorise the sum names the roles of ladders that do not apply here too.""",
}

PARDONED = set()


def pardon(*names):
    """Does as the program does in these places; without a name, in all of them."""
    PARDONED.update(names or DEPARTURES)


def pardoned(name):
    """Whether the program is followed there."""
    return name in PARDONED
