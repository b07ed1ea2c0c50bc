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
    return migrator
  }
}
