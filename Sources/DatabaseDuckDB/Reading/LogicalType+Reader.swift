import CDuckDB
import Expressions

extension LogicalType {
  /// A reader for vectors of the type; nil for a type that only DuckDB can word.
  var reader: (any VectorReading)? {
    switch id {
    case BS_DUCK_BOOLEAN: FlatReader<StoredBoolean>()
    case BS_DUCK_TINYINT: FlatReader<Int8>()
    case BS_DUCK_SMALLINT: FlatReader<Int16>()
    // A column of nulls alone comes as one of whole numbers too.
    case BS_DUCK_INTEGER, BS_DUCK_SQLNULL: FlatReader<Int32>()
    case BS_DUCK_BIGINT: FlatReader<Int64>()
    case BS_DUCK_UTINYINT: FlatReader<UInt8>()
    case BS_DUCK_USMALLINT: FlatReader<UInt16>()
    case BS_DUCK_UINTEGER: FlatReader<UInt32>()
    case BS_DUCK_UBIGINT: DecimalReader<UInt64>(scale: 0)
    case BS_DUCK_HUGEINT: DecimalReader<Int128>(scale: 0)
    case BS_DUCK_UHUGEINT: DecimalReader<UInt128>(scale: 0)
    case BS_DUCK_FLOAT: FlatReader<Float>()
    case BS_DUCK_DOUBLE: FlatReader<Double>()
    case BS_DUCK_DECIMAL: decimalReader
    case BS_DUCK_VARCHAR: TextReader()
    case BS_DUCK_ENUM: enumReader
    case BS_DUCK_UUID: UUIDReader()
    case BS_DUCK_DATE: FlatReader<StoredDate>()
    case BS_DUCK_TIMESTAMP, BS_DUCK_TIMESTAMP_TZ: FlatReader<StoredMicroseconds>()
    case BS_DUCK_TIMESTAMP_S: FlatReader<StoredSeconds>()
    case BS_DUCK_TIMESTAMP_MS: FlatReader<StoredMilliseconds>()
    case BS_DUCK_TIMESTAMP_NS: FlatReader<StoredNanoseconds>()
    default: nil
    }
  }

  /// Our type; nil for a type that only DuckDB can word.
  var type: ValueType? {
    switch id {
    case BS_DUCK_BOOLEAN: .boolean
    case BS_DUCK_TINYINT, BS_DUCK_SMALLINT, BS_DUCK_INTEGER, BS_DUCK_BIGINT, BS_DUCK_UTINYINT,
      BS_DUCK_USMALLINT, BS_DUCK_UINTEGER:
      .integer
    // An integer of ours has 63 bits; these have more.
    case BS_DUCK_DECIMAL, BS_DUCK_UBIGINT, BS_DUCK_HUGEINT, BS_DUCK_UHUGEINT: .decimal
    case BS_DUCK_FLOAT, BS_DUCK_DOUBLE: .double
    case BS_DUCK_VARCHAR, BS_DUCK_ENUM, BS_DUCK_UUID: .text
    case BS_DUCK_DATE: .date
    case BS_DUCK_TIMESTAMP, BS_DUCK_TIMESTAMP_TZ, BS_DUCK_TIMESTAMP_S, BS_DUCK_TIMESTAMP_MS,
      BS_DUCK_TIMESTAMP_NS:
      .timestamp
    default: nil
    }
  }

  /// Whether the values are whole numbers that an `Int64` may not hold.
  var isLongInteger: Bool {
    [BS_DUCK_UBIGINT, BS_DUCK_HUGEINT, BS_DUCK_UHUGEINT].contains(id)
  }

  private var decimalReader: (any VectorReading)? {
    switch decimalStorage {
    case BS_DUCK_SMALLINT: DecimalReader<Int16>(scale: scale)
    case BS_DUCK_INTEGER: DecimalReader<Int32>(scale: scale)
    case BS_DUCK_BIGINT: DecimalReader<Int64>(scale: scale)
    case BS_DUCK_HUGEINT: DecimalReader<Int128>(scale: scale)
    default: nil
    }
  }

  private var enumReader: (any VectorReading)? {
    switch enumStorage {
    case BS_DUCK_UTINYINT: EnumReader<UInt8>(words)
    case BS_DUCK_USMALLINT: EnumReader<UInt16>(words)
    case BS_DUCK_UINTEGER: EnumReader<UInt32>(words)
    default: nil
    }
  }
}
