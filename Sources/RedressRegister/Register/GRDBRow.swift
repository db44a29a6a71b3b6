import GRDB

/// A row of the database; the engine has rows of its own.
typealias Row = GRDB.Row
