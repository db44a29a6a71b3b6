// What saving costs at least: SQLite alone, with every new figure known before.
//
//   saving FILE COUNT      cc -O2 -o saving saving.c -lsqlite3
//
// It makes a file with so many offers, changes each of them and appends an event for each, all in one transaction, and
// prints how long that took: row by row as a program does it, with each degree of safety on disk, and as two
// statements.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *file;
static const char *reasons = "claim-window;head.daily;head.fixed;set-off;authority;acceptance-window";

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}
static void must(int result) {
  if (result == SQLITE_OK || result == SQLITE_DONE) return;
  fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(file));
  exit(74);
}
static void run(const char *statement) { must(sqlite3_exec(file, statement, NULL, NULL, NULL)); }
static sqlite3_stmt *prepared(const char *text) {
  sqlite3_stmt *statement;
  must(sqlite3_prepare_v3(file, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
  return statement;
}
static void step(sqlite3_stmt *statement) {
  must(sqlite3_step(statement));
  must(sqlite3_reset(statement));
}

/// A new file with so many open offers, all of it on disk.
static void make(const char *path, int count, const char *safety) {
  char text[500];
  if (file) must(sqlite3_close(file));
  const char *ends[] = {"", "-wal", "-shm"};
  for (int end = 0; end < 3; end++) {
    snprintf(text, sizeof text, "%s%s", path, ends[end]);
    unlink(text);
  }
  must(sqlite3_open(path, &file));
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 0;"
      "CREATE TABLE offer(id INTEGER PRIMARY KEY, state INTEGER, gross INTEGER, credited INTEGER, payable INTEGER,"
      " last_day INTEGER, version INTEGER, reasons TEXT);"
      "CREATE TABLE event(id INTEGER PRIMARY KEY, offer INTEGER, kind INTEGER, before INTEGER, after INTEGER,"
      " reasons TEXT)");
  snprintf(text, sizeof text,
           "WITH RECURSIVE n(value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value < %d) INSERT INTO offer"
           " SELECT value, 1, value %% 50000, 0, value %% 50000, 19800, 1, '%s' FROM n", count - 1, reasons);
  run(text);
  run("PRAGMA wal_checkpoint(TRUNCATE)");
  snprintf(text, sizeof text, "PRAGMA synchronous = %s", safety);
  run(text);
}
static void report(const char *what, const char *safety, int count, double seconds) {
  printf("%-16s synchronous %-6s %8.3f s %12.0f offers a second\n", what, safety, seconds, count / seconds);
  fflush(stdout);
}
static void oneByOne(int count) {
  sqlite3_stmt *change = prepared("UPDATE offer SET gross = ?2, credited = ?3, payable = ?4, last_day = ?5,"
                                  " version = version + 1, reasons = ?6 WHERE id = ?1 AND state = 1");
  sqlite3_stmt *append = prepared("INSERT INTO event(offer, kind, before, after, reasons) VALUES(?1, 2, ?2, ?3, ?4)");
  for (int id = 0; id < count; id++) {
    int gross = id % 60000, credited = id % 100 < gross ? id % 100 : gross;
    int values[] = {id, gross, credited, gross - credited, 19828};
    for (int place = 0; place < 5; place++) must(sqlite3_bind_int(change, place + 1, values[place]));
    must(sqlite3_bind_text(change, 6, reasons, -1, SQLITE_STATIC));
    step(change);
    int changed[] = {id, id % 50000, gross};
    for (int place = 0; place < 3; place++) must(sqlite3_bind_int(append, place + 1, changed[place]));
    must(sqlite3_bind_text(append, 4, reasons, -1, SQLITE_STATIC));
    step(append);
  }
  sqlite3_finalize(change);
  sqlite3_finalize(append);
}

int main(int words, char **word) {
  if (words != 3) return 64;
  int count = atoi(word[2]);
  const char *safeties[] = {"OFF", "NORMAL", "FULL"};
  for (int place = 0; place < 3; place++) {
    make(word[1], count, safeties[place]);
    double start = now();
    run("BEGIN IMMEDIATE");
    oneByOne(count);
    run("COMMIT");
    report("row by row", safeties[place], count, now() - start);
  }
  make(word[1], count, "FULL");
  double start = now();
  run("BEGIN IMMEDIATE;"
      "INSERT INTO event(offer, kind, before, after, reasons) SELECT id, 2, gross, gross + 500, reasons FROM offer;"
      "UPDATE offer SET gross = gross + 500, version = version + 1 WHERE state = 1; COMMIT");
  report("two statements", "FULL", count, now() - start);
  return 0;
}
