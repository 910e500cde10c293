#pragma once

#include <sqlite3.h>

// What Swift cannot call: variadic functions and macros that cast a number to a function pointer.

/// sqlite3_db_config() for the options that take `int, int *`.
static inline int csqlite_db_config_switch(sqlite3 *db, int option, int on, int *now) {
    return sqlite3_db_config(db, option, on, now);
}

/// sqlite3_config() for the options that take `int`.
static inline int csqlite_config_switch(int option, int on) {
    return sqlite3_config(option, on);
}

/// sqlite3_bind_text64() with SQLITE_TRANSIENT: SQLite takes its own copy before it returns.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const unsigned char *text, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, (const char *)text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// sqlite3_bind_blob64() with SQLITE_TRANSIENT: SQLite takes its own copy before it returns.
static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// Macros that are expressions.
static const int csqlite_ioerr_fsync = SQLITE_IOERR_FSYNC;
static const int csqlite_ioerr_dir_fsync = SQLITE_IOERR_DIR_FSYNC;
