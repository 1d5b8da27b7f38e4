/// The SQL that makes the demo's tables: bronze as it arrived, silver one row a key, gold smoothed.
///
/// Types are those of the lakehouse, save that SQLite's row id must be called INTEGER and that its
/// text is TEXT: a column declared STRING would turn '007' into 7.
enum DemoSchema {
  /// No journal: a draft that breaks off is thrown away.
  static let settings = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;
    """

  static let tables = """
    CREATE TABLE bronze_users (userid BIGINT NOT NULL, \(userColumns));
    CREATE TABLE silver_users (userid INTEGER PRIMARY KEY, \(userColumns));
    CREATE TABLE bronze_sensors (Id BIGINT NOT NULL, \(sensorColumns));
    CREATE TABLE silver_sensors (
      Id INTEGER PRIMARY KEY, \(sensorColumns),
      FOREIGN KEY (user_id) REFERENCES silver_users(userid));
    CREATE TABLE gold_sensors (
      user_id INT NOT NULL, timestamp TIMESTAMP NOT NULL, Id BIGINT NOT NULL,
      SmoothedNumSteps30SecondMA FLOAT, SmoothedNumSteps120SecondMA FLOAT,
      SmoothedCaloriesBurnt30SecondMA FLOAT, SmoothedCaloriesBurnt120SecondMA FLOAT,
      PRIMARY KEY (user_id, timestamp, Id),
      FOREIGN KEY (Id) REFERENCES silver_sensors(Id)) WITHOUT ROWID;
    """

  private static let userColumns = """
    gender TEXT NOT NULL, age INT NOT NULL, height DECIMAL(10,2), weight DECIMAL(10,2),
    smoker TEXT NOT NULL, familyhistory TEXT NOT NULL, cholestlevs TEXT NOT NULL, bp TEXT,
    risk DECIMAL(10,2) NOT NULL, update_timestamp TIMESTAMP NOT NULL
    """

  private static let sensorColumns = """
    device_id INT NOT NULL, user_id INT NOT NULL, calories_burnt DECIMAL(10,2),
    miles_walked DECIMAL(10,2), num_steps DECIMAL(10,2), timestamp TIMESTAMP NOT NULL, value TEXT
    """

  /// Bronze to silver: what arrives later replaces what came before under the same key.
  ///
  /// The rows go in the order of arrival; `WHERE true` keeps the parser from taking ON CONFLICT
  /// for a join's condition.
  static let silver = """
    INSERT INTO silver_users SELECT * FROM bronze_users WHERE true ORDER BY rowid
    ON CONFLICT (userid) DO UPDATE SET
      gender = excluded.gender, age = excluded.age, height = excluded.height,
      weight = excluded.weight, smoker = excluded.smoker, familyhistory = excluded.familyhistory,
      cholestlevs = excluded.cholestlevs, bp = excluded.bp, risk = excluded.risk,
      update_timestamp = excluded.update_timestamp;
    INSERT INTO silver_sensors SELECT * FROM bronze_sensors WHERE true ORDER BY rowid
    ON CONFLICT (Id) DO UPDATE SET
      calories_burnt = excluded.calories_burnt, miles_walked = excluded.miles_walked,
      num_steps = excluded.num_steps, timestamp = excluded.timestamp, value = excluded.value
    WHERE user_id = excluded.user_id AND device_id = excluded.device_id;
    """
}
