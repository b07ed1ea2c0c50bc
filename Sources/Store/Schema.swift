import GRDB

/// The tables, as each version made them.
///
/// Values are never changed in place without a line in `audit`, and `audit` itself only grows.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(
        sql: """
          create table pairDecision (
            id integer primary key,
            verdict text not null check (verdict in ('merge', 'never')),
            kept text not null,
            other text not null,
            author text not null,
            time integer not null,
            undoneBy text,
            undoneTime integer,
            check (kept <> other),
            check ((undoneBy is null) = (undoneTime is null))
          ) strict;

          create table fieldEdit (
            id integer primary key,
            customer text not null,
            field text not null,
            value text,
            author text not null,
            time integer not null
          ) strict;

          create table mapping (
            source text not null,
            signature text not null,
            options text not null,
            file text not null,
            author text not null,
            time integer not null,
            primary key (source, signature)
          ) strict, without rowid;

          create table audit (
            id integer primary key,
            time integer not null,
            author text not null,
            action text not null,
            subject text not null,
            before text,
            after text
          ) strict;

          create trigger auditIsNeverChanged before update on audit
          begin select raise(abort, 'audit only grows'); end;

          create trigger auditIsNeverDeleted before delete on audit
          begin select raise(abort, 'audit only grows'); end;
          """)
    }
    migrator.registerMigration("2") { database in
      try database.execute(
        sql: """
          create table verdictDecision (
            id integer primary key,
            customer text not null,
            verdict text check (verdict in ('cease', 'maintain', 'develop')),
            why text,
            until integer,
            author text not null,
            time integer not null,
            check ((verdict is null) = (until is null) and (verdict is null) = (why is null))
          ) strict;
          """)
    }
    migrator.registerMigration("3") { database in
      try database.execute(
        sql: """
          create table priceOffer (
            id integer primary key,
            offer integer not null,
            customer text not null,
            kind text not null check (kind in ('rise', 'lastOffer')),
            asked integer not null check (asked > 0),
            day integer not null,
            outcome text not null check (outcome in ('asked', 'accepted', 'partly', 'refused')),
            granted integer,
            note text not null,
            withdrawn integer not null check (withdrawn in (0, 1)),
            author text not null,
            time integer not null,
            check ((outcome = 'partly') = (granted is not null))
          ) strict;

          create table ceasingStep (
            id integer primary key,
            ceasing integer not null,
            customer text not null,
            state text not null
              check (state in ('prepared', 'decided', 'sent', 'acknowledged', 'ended', 'withdrawn')),
            day integer not null,
            note text not null,
            author text not null,
            time integer not null,
            undoneBy text,
            undoneTime integer,
            check ((undoneBy is null) = (undoneTime is null))
          ) strict;

          create table ceasingFact (
            id integer primary key,
            ceasing integer not null,
            fact text not null,
            value text,
            author text not null,
            time integer not null
          ) strict;

          create table doorRule (
            id integer primary key,
            subject text not null check (subject in ('company', 'category')),
            name text not null,
            ruling text not null check (ruling in ('refused', 'conditions')),
            ground text not null,
            category text,
            figure integer,
            least integer,
            note text not null,
            author text not null,
            time integer not null,
            undoneBy text,
            undoneTime integer,
            check ((undoneBy is null) = (undoneTime is null))
          ) strict;
          """)
    }
    migrator.registerMigration("4") { database in
      try database.execute(
        sql: """
          create table categoryEdit (
            id integer primary key,
            category text not null,
            field text not null,
            value text,
            author text not null,
            time integer not null
          ) strict;
          """)
    }
    migrator.registerMigration("5") { database in
      try database.execute(
        sql: """
          create table planDraft (
            id integer primary key,
            name text not null,
            lines text not null,
            month text not null,
            assumed integer not null,
            author text not null,
            time integer not null,
            droppedBy text,
            droppedTime integer,
            check ((droppedBy is null) = (droppedTime is null))
          ) strict;

          create table planDraftAction (
            draft integer not null references planDraft (id),
            place integer not null,
            owner text,
            customer text not null,
            action text not null,
            means text not null,
            step text not null,
            expected integer not null,
            primary key (draft, place)
          ) strict, without rowid;
          """)
    }
    migrator.registerMigration("6") { database in
      try database.execute(
        sql: """
          create table ceasingLetter (
            step integer not null references ceasingStep (id),
            language text not null check (language in ('fr', 'en')),
            text text not null,
            primary key (step, language)
          ) strict, without rowid;
          """)
    }
    return migrator
  }
}
