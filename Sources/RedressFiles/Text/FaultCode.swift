/// The stable word of a fault. It is never renamed: other programs and the gallery of faults know it by this word.
public enum FaultCode: String, CaseIterable, Hashable, Sendable {
  /// There is no such file.
  case fileAbsent = "file.absent"
  /// The file is there and cannot be read.
  case fileUnreadable = "file.unreadable"
  /// The file holds nothing but white space.
  case fileEmpty = "file.empty"
  /// The file holds more bytes than a file of its kind may.
  case fileTooLarge = "file.too-large"
  /// The file holds a NUL byte, as no text does.
  case fileNUL = "file.nul"
  /// The file is not in UTF-8.
  case fileNotUTF8 = "file.not-utf8"

  /// The text is not JSON.
  case jsonSyntax = "json.syntax"
  /// An object holds a key twice.
  case jsonDuplicateKey = "json.duplicate-key"
  /// Lists and objects stand inside one another too many times.
  case jsonTooDeep = "json.too-deep"
  /// One value, or one element of a top-level array, is too long.
  case jsonTooLong = "json.too-long"

  /// A row that is not CSV.
  case csvSyntax = "csv.syntax"
  /// A row with more cells than columns, or fewer.
  case csvRow = "csv.row"
  /// A column that stands twice, or has no name that is known.
  case csvColumn = "csv.column"
  /// The text is not YAML.
  case yamlSyntax = "yaml.syntax"
  /// A tab stands where YAML wants spaces.
  case yamlTab = "yaml.tab"
  /// A character that YAML files here may not hold, such as a control character.
  case yamlCharacter = "yaml.character"
  /// An anchor, an alias, a tag or a merge key.
  case yamlAnchor = "yaml.anchor"
  /// A mapping holds a key twice.
  case yamlDuplicateKey = "yaml.duplicate-key"
  /// A key is a list or a mapping instead of text.
  case yamlKey = "yaml.key"
  /// Lists and mappings stand inside one another too many times.
  case yamlTooDeep = "yaml.too-deep"
  /// A second document where one is wanted.
  case yamlTwoDocuments = "yaml.two-documents"

  /// The text is not a sum of money.
  case literalMoney = "literal.money"
  /// The text is not a day.
  case literalDay = "literal.day"
  /// The text is not a period.
  case literalPeriod = "literal.period"
  /// The text is not a fraction or a percentage.
  case literalFraction = "literal.fraction"
  /// The text is neither `true` nor `false`.
  case literalFlag = "literal.flag"
  /// The text is not a whole count.
  case literalCount = "literal.count"
  /// The text is not a day of the year.
  case literalDayOfYear = "literal.day-of-year"
  /// The text is not the name of an edition.
  case literalEdition = "literal.edition"

  /// The matrix is of a format that is not read here.
  case matrixFormat = "matrix.format"
  /// A key that is not known where it stands.
  case matrixKeyUnknown = "matrix.key-unknown"
  /// A key that must be there is missing.
  case matrixKeyMissing = "matrix.key-missing"
  /// A list, a mapping or a text stands where another is wanted.
  case matrixShape = "matrix.shape"
  /// A name with characters that names do not have.
  case matrixName = "matrix.name"
  /// A word that is not one of those known for its key.
  case matrixWord = "matrix.word"
  /// A name that nothing declares.
  case matrixReference = "matrix.reference"
  /// A fact of the wrong type.
  case matrixType = "matrix.type"
  /// More of something than a matrix may have.
  case matrixTooMany = "matrix.too-many"
  /// A rule that rests on no paragraph.
  case ruleUncited = "rule.uncited"
  /// A fact that no rule reads.
  case factUnused = "fact.unused"
  /// Facts that stand in for one another in a circle.
  case factCircle = "fact.circle"
  /// A reading that no rule follows.
  case readingUnused = "reading.unused"
  /// A reading with an answer, where a person is asked.
  case readingSettled = "reading.settled"
  /// A role that nothing names.
  case roleUnused = "role.unused"
  /// A decision that no rule asks for.
  case decisionUnused = "decision.unused"
  /// A paragraph of a source that nothing rests on.
  case paragraphUnused = "paragraph.unused"
  /// A band that starts neither from a sum nor above one, or both.
  case bandStart = "band.start"
  /// A band that ends below its start.
  case bandBackwards = "band.backwards"
  /// Amounts between two bands that nothing answers for.
  case bandGap = "band.gap"
  /// An amount that two bands share, which nothing answers for.
  case bandSharedEdge = "band.shared-edge"
  /// Two bands that lie in one another.
  case bandOverlap = "band.overlap"
  /// A level without a band.
  case bandLevelMissing = "band.level-missing"
  /// Steps of a window that do not follow one another.
  case windowSteps = "window.steps"
  /// A figure that is missing from a table.
  case figureMissing = "figure.missing"
  /// Figures that do not follow one another.
  case figureOrder = "figure.order"
  /// Seasons that leave a day out, or have one twice.
  case figureSeason = "figure.season"
  /// A person is asked for a figure that cannot wait for an answer.
  case figureAsk = "figure.ask"
  /// An amount that need not be whole pence, with no word on how it is rounded.
  case roundingMissing = "rounding.missing"
  /// A head that takes the total of one declared after it.
  case headOrder = "head.order"
  /// A derived fact that a case states.
  case factDerived = "fact.derived"
  /// A name that stands for two facts.
  case factTwice = "fact.twice"
  /// Working days are counted, and no calendar is named.
  case calendarUnnamed = "calendar.unnamed"
  /// A calendar is named, and no working days are counted.
  case calendarUnused = "calendar.unused"
  /// There is no calendar of the name.
  case calendarUnknown = "calendar.unknown"
  /// A calendar whose days do not fit together.
  case calendarDays = "calendar.days"
  /// Steps of authority that do not climb.
  case authorityOrder = "authority.order"

  /// Not the format of a case.
  case caseFormat = "case.format"
  /// A key that a case does not have.
  case caseKeyUnknown = "case.key-unknown"
  /// A key that a case must have.
  case caseKeyMissing = "case.key-missing"
  /// A list, a mapping or a text stands where another is wanted.
  case caseShape = "case.shape"
  /// The same case stands twice in a file.
  case caseRepeated = "case.repeated"
  /// More of something than a case may have.
  case caseTooMany = "case.too-many"
  /// A fact that the scheme does not have.
  case factUnknown = "fact.unknown"
  /// A fact of an item on the case, or the other way round.
  case factMisplaced = "fact.misplaced"
  /// A fact that a rule needs.
  case factMissing = "fact.missing"
  /// An answer that a choice does not have.
  case choiceUnknown = "choice.unknown"
  /// A head that the scheme does not have.
  case headUnknown = "head.unknown"
  /// A decision without who, when or why.
  case decisionIncomplete = "decision.incomplete"
  /// An answer that is neither accept nor decline.
  case decisionAnswer = "decision.answer"
  /// A point that is decided twice.
  case decisionTwice = "decision.twice"
  /// A case without items.
  case itemsMissing = "items.missing"
  /// A day that comes before one it must not come before.
  case dateOrder = "date.order"
  /// An amount outside the band of its level.
  case amountOutsideBand = "amount.outside-band"
  /// A stated amount that is not the total of its receipts.
  case amountDiffers = "amount.differs-from-receipts"
  /// A cost of nothing.
  case amountNothing = "amount.nothing"
  /// A dispute over more than is owed.
  case disputedAboveOwed = "arrears.disputed-above-owed"
  /// A period beyond the days that can be counted.
  case calendarBeyond = "calendar.beyond"
  /// A day before the first figure that the policy prints.
  case figureTooEarly = "figure.too-early"
  /// An item that comes to more than any sum that is handled.
  case amountTooLarge = "amount.too-large"
  /// The text is not a percentage.
  case literalPercent = "literal.percent"
  /// A scheme without a matrix.
  case schemeUnknown = "scheme.unknown"
  /// An edition that the scheme does not have.
  case editionUnknown = "edition.unknown"
  /// No edition was in force on the selecting day.
  case editionNone = "edition.none"
  /// No day that selects an edition is stated.
  case editionUndated = "edition.undated"
  /// The file's name and what it says of itself differ.
  case editionMisnamed = "edition.misnamed"
  /// An approved edition that is not in the lock file.
  case editionUnlocked = "edition.unlocked"
  /// An approved edition that is not what was approved.
  case editionChanged = "edition.changed"
  /// A line of the lock file that cannot be read.
  case lockLine = "lock.line"

  /// A worked example that does not come out as expected.
  case exampleDiffers = "example.differs"
  /// An entry in the list of survivors that speaks of no change that is tried.
  case survivorUnknown = "survivor.unknown"
  /// An entry in the list of survivors that an example notices.
  case survivorNoticed = "survivor.noticed"

  /// The name of an officer that cannot stand in the name of a file.
  case officerName = "officer.name"
  /// An officer names another who is not in the file.
  case officerUnknown = "officer.unknown"
  /// A post, a deputyship or a key that ends before it begins.
  case officerDays = "officer.days"
  /// A key of an officer that is no public key of OpenSSH, or one of a kind that is not accepted.
  case officerKey = "officer.key"
  /// A file that is not an offer as it was written.
  case offerShape = "offer.shape"
  /// A letter needs what neither the case nor the organisation states.
  case letterMissing = "letter.missing"
  /// A kind of letter that does not fit the decision, or the day.
  case letterKind = "letter.kind"
  /// An entry of the catalogue of words that letters do not have.
  case wordsUnknown = "words.unknown"
  /// An entry of the catalogue with a value that it does not have, or without one that it must have.
  case wordsValue = "words.value"
  /// Details of an organisation or an ombudsman that do not hold on the day of the letter.
  case contactDays = "contact.days"
}
