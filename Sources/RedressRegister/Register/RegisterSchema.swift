import GRDB

/// The tables of a register. The events are the truth; what is under "state" is worked out of them, and can be worked
/// out again.
enum RegisterSchema {
  /// What marks the file as a register: "Rdrs" in its header.
  static let applicationID: Int32 = 0x5264_7273

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { try $0.execute(sql: tables + guards) }
    migrator.registerMigration("2", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: openCases)
      try OpenCaseRow.fill(db)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE event (
      number      INTEGER PRIMARY KEY CHECK (number >= 1),
      offer       INTEGER,
      kind        TEXT NOT NULL,
      officer     TEXT NOT NULL,
      day         TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      body        TEXT NOT NULL,
      digest      TEXT NOT NULL UNIQUE CHECK (length(digest) = 71)
    ) STRICT;
    CREATE INDEX event_of_offer ON event (offer, number);

    CREATE TABLE file (
      digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 71),
      kind   TEXT NOT NULL CHECK (kind IN ('offer', 'signature', 'letter', 'document', 'settlement', 'case')),
      event  INTEGER NOT NULL REFERENCES event (number) DEFERRABLE INITIALLY DEFERRED,
      bytes  BLOB,
      CHECK (bytes IS NOT NULL OR kind IN ('letter', 'document', 'case'))
    ) STRICT;

    -- While a file waits for its event, each new event is looked for among the files.
    CREATE INDEX file_of_event ON file (event);

    CREATE TABLE offer (
      number         INTEGER PRIMARY KEY CHECK (number >= 1),
      reference      TEXT NOT NULL,
      revision       INTEGER NOT NULL CHECK (revision >= 1),
      supersedes     INTEGER REFERENCES offer (number) CHECK (supersedes < number),
      scheme         TEXT NOT NULL,
      edition        TEXT NOT NULL,
      edition_digest TEXT NOT NULL,
      offer_digest   TEXT NOT NULL UNIQUE,
      letter_digest  TEXT,
      outcome        TEXT NOT NULL CHECK (outcome IN ('awarded', 'refused')),
      author         TEXT NOT NULL,
      offer_date     TEXT NOT NULL,
      household      TEXT,
      rent_account   TEXT,
      cost_code      TEXT,
      state          TEXT NOT NULL CHECK (state IN
        ('drafted', 'signed', 'issued', 'accepted', 'paid', 'closed', 'declined', 'withdrawn', 'superseded',
         'turned-down')),
      offered        INTEGER NOT NULL CHECK (offered >= 0),
      gross          INTEGER NOT NULL CHECK (gross >= 0),
      already_paid   INTEGER NOT NULL CHECK (already_paid >= 0),
      set_off        INTEGER NOT NULL CHECK (set_off >= 0),
      payable        INTEGER NOT NULL CHECK (payable >= 0),
      in_kind        INTEGER NOT NULL CHECK (in_kind >= 0),
      paid           INTEGER NOT NULL CHECK (paid >= 0),
      credited       INTEGER NOT NULL CHECK (credited >= 0),
      issued_on      TEXT,
      last_day       TEXT,
      accepted_on    TEXT,
      paid_on        TEXT,
      closed_on      TEXT,
      last_event     INTEGER NOT NULL REFERENCES event (number),
      CHECK (payable + set_off + already_paid = gross),
      CHECK (outcome = 'awarded' OR offered + gross + in_kind = 0),
      CHECK (gross + in_kind <= offered),
      CHECK (paid <= payable AND credited <= set_off),
      CHECK (state NOT IN ('issued', 'accepted', 'paid', 'declined', 'turned-down') OR issued_on IS NOT NULL),
      CHECK (state NOT IN ('accepted', 'paid') OR accepted_on IS NOT NULL),
      CHECK (accepted_on IS NULL OR issued_on IS NOT NULL),
      CHECK (accepted_on >= issued_on),
      CHECK (state <> 'paid' OR (paid = payable AND credited = set_off AND paid_on IS NOT NULL)),
      CHECK (state <> 'closed' OR closed_on IS NOT NULL)
    ) STRICT;
    CREATE INDEX offer_by_reference ON offer (reference);
    CREATE INDEX offer_by_household ON offer (household, offer_date) WHERE household IS NOT NULL;
    CREATE INDEX offer_by_account ON offer (rent_account, state) WHERE rent_account IS NOT NULL;
    CREATE INDEX offer_by_state ON offer (state, offer_date);
    CREATE INDEX offer_by_date ON offer (offer_date);
    CREATE INDEX offer_by_supersedes ON offer (supersedes) WHERE supersedes IS NOT NULL;

    CREATE TABLE item (
      offer        INTEGER NOT NULL REFERENCES offer (number),
      item         INTEGER NOT NULL CHECK (item >= 1),
      head         TEXT NOT NULL,
      amount       INTEGER NOT NULL CHECK (amount >= 0),
      already_paid INTEGER NOT NULL CHECK (already_paid >= 0),
      set_off      INTEGER NOT NULL CHECK (set_off >= 0),
      payable      INTEGER NOT NULL CHECK (payable >= 0),
      form         TEXT,
      is_in_kind   INTEGER NOT NULL CHECK (is_in_kind IN (0, 1)),
      is_accepted  INTEGER NOT NULL CHECK (is_accepted IN (0, 1)),
      PRIMARY KEY (offer, item),
      CHECK (is_in_kind = 1 OR payable + set_off + already_paid = amount),
      CHECK (is_in_kind = 0 OR payable + set_off + already_paid = 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE signature (
      offer   INTEGER NOT NULL REFERENCES offer (number),
      officer TEXT NOT NULL,
      role    TEXT NOT NULL,
      digest  TEXT NOT NULL,
      event   INTEGER NOT NULL REFERENCES event (number),
      PRIMARY KEY (offer, officer)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX signature_of_officer ON signature (officer, event);

    CREATE TABLE payment (
      event       INTEGER PRIMARY KEY REFERENCES event (number),
      offer       INTEGER NOT NULL REFERENCES offer (number),
      method      TEXT NOT NULL,
      amount      INTEGER NOT NULL CHECK (amount >= 0),
      officer     TEXT NOT NULL,
      day         TEXT NOT NULL,
      proof       TEXT NOT NULL,
      returned_in INTEGER REFERENCES event (number) CHECK (returned_in > event),
      run         INTEGER REFERENCES event (number) CHECK (run < event)
    ) STRICT;
    CREATE INDEX payment_of_offer ON payment (offer);
    CREATE INDEX payment_by_proof ON payment (proof, method, run);

    CREATE TABLE run_entry (
      run    INTEGER NOT NULL REFERENCES event (number),
      offer  INTEGER NOT NULL REFERENCES offer (number),
      kind   TEXT NOT NULL CHECK (kind IN ('payments', 'credits')),
      method TEXT NOT NULL,
      amount INTEGER NOT NULL CHECK (amount > 0),
      cancelled_in INTEGER REFERENCES event (number) CHECK (cancelled_in > run),
      PRIMARY KEY (run, offer, method)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX run_of_offer ON run_entry (offer);

    """

  /// The cases of open offers, which a recalculation would else read from files thirty times as long.
  private static let openCases = """
    CREATE TABLE open_case (
      offer          INTEGER PRIMARY KEY REFERENCES offer (number),
      recorded       TEXT,
      stated         TEXT,
      settled        TEXT,
      accepted_items TEXT,
      CHECK ((recorded IS NULL) = (stated IS NULL)),
      CHECK (settled IS NULL OR accepted_items IS NOT NULL)
    ) STRICT;

    """

  /// These stop accidents. Whoever owns the file can drop them, which is why the events are a chain and finance keeps
  /// a checkpoint elsewhere.
  private static let guards = """
    CREATE TRIGGER event_is_kept BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'an event is kept for ever'); END;
    CREATE TRIGGER event_is_frozen BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
    CREATE TRIGGER event_follows BEFORE INSERT ON event
      WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM event)
      BEGIN SELECT RAISE(ABORT, 'an event follows the last one'); END;
    CREATE TRIGGER file_is_kept BEFORE DELETE ON file
      BEGIN SELECT RAISE(ABORT, 'a file is erased, never deleted'); END;
    CREATE TRIGGER file_is_frozen BEFORE UPDATE ON file
      WHEN NEW.digest <> OLD.digest OR NEW.kind <> OLD.kind OR NEW.event <> OLD.event OR NEW.bytes IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a file is erased, never changed'); END;

    """
}
