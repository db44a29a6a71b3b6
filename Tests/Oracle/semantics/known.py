"""Where the program is known to do otherwise than the documentation says.

The oracle follows the documentation. With a name pardoned it does there as the program does, so that a comparison over
millions of cases shows what is new. Take a name out once the program, or the page, has been mended."""

DEPARTURES = {
    "items-kept-out": """
        Once a window keeps out all items, a later one that reads facts of items asks for them under `facts`, where they
        cannot be stated. pricing-a-case.md: a fact is needed only if a rule that is reached needs it.""",
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
