import Expressions

/// A column's type in the catalogue, read as ours.
struct ReflectedType {
  /// The type's name in `pg_type`, of a domain that of the type beneath.
  let name: String
  /// `b` for base types, `e` for enumerations, others for composites, ranges and the like.
  let kind: String
  /// The type as it is declared: `numeric(10,2)`.
  let declared: String

  /// Our type; one that we do not read by the database's name, which the dialect casts to text.
  var type: ValueType {
    // The values of an enumeration are compared and grouped as texts.
    if kind == "e" { return .text }
    return switch name {
    case "bool": .boolean
    case "int2", "int4", "int8", "oid": .integer
    case "float4", "float8": .double
    case "numeric": .decimal
    case "text", "varchar", "bpchar", "char", "name", "citext", "uuid": .text
    case "date": .date
    case "timestamp", "timestamptz": .timestamp
    default: .unsupported(declared)
    }
  }
}
