// DatabaseSQLite tests begin here.
