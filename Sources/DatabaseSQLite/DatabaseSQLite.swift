// DatabaseSQLite begins here.
