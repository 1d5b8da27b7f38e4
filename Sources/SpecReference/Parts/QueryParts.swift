let queryParts = [queryPart, tableNamePart, joinPart, orderKeyPart]

private let selection = FieldShape.either([
  .text, .mapping(.expression), .list(.either([.text, .mapping(.expression)])),
])

private let queryPart = SpecPart(
  "query", "Rows for the report: a table's, or those of another query named in `from`.",
  example: """
    queries:
      daily:
        from: silver_sensors
        join: [{ table: silver_users, as: u, on: u.userid = silver_sensors.user_id }]
        select: [day: "date_trunc('day', timestamp)", gender: u.gender, steps: avg(num_steps)]
        where: timestamp >= :since
        group_by: [day, gender]
        order_by: [day]
    """,
  [
    SpecField("from", .either([.text, .part("table_name")]), "the table, or another query's name"),
    SpecField("join", .oneOrMore(.part("join")), "tables joined to it, in order"),
    SpecField(
      "select", selection,
      "columns, and `name: expression` for computed ones; default: all columns"),
    SpecField("distinct", .boolean, "whether equal rows are kept once; default `false`"),
    SpecField("where", .oneOrMore(.expression), "which rows count; of several all must hold"),
    SpecField("group_by", .oneOrMore(.expression), "names of selected columns, or expressions"),
    SpecField("having", .oneOrMore(.expression), "which groups count; of several all must hold"),
    SpecField(
      "order_by", .oneOrMore(.either([.expression, .part("order_key")])),
      "`name`, `-name` for descending, or a mapping; nulls come last"),
    SpecField("limit", .expression, "how many rows at the most"),
    SpecField("offset", .expression, "how many rows are left out first"),
    SpecField("with", .mapping(.part("query")), "queries that only this one may name"),
    SpecField(
      "union", .oneOrMore(.either([.text, .part("query")])),
      "rows of other queries, equal rows kept once"),
    SpecField(
      "union_all", .oneOrMore(.either([.text, .part("query")])),
      "rows of other queries, all of them"),
    SpecField("sql", .text, "SQL sent as written with bound `:parameters`, in place of all above"),
    SpecField("source", .text, "the name of the database, where there are several"),
  ])

private let tableNamePart = SpecPart(
  "table_name", "A table under another name.",
  [
    SpecField(
      "table", .text, "the table, in one to three parts: `catalog.schema.table`", isRequired: true),
    SpecField("as", .text, "the name that expressions use"),
  ])

private let joinPart = SpecPart(
  "join", "A table joined to a query.",
  [
    SpecField("table", .text, "the table, or another query's name", isRequired: true),
    SpecField("as", .text, "the name that expressions use"),
    SpecField(
      "on", .expression, "which rows belong together; all kinds but `cross` need it"),
    SpecField(
      "kind", .choice(["inner", "left", "right", "full", "cross"]),
      "what becomes of rows without a partner; default `inner`"),
  ])

private let orderKeyPart = SpecPart(
  "order_key", "One key of an order, written long.", shortField: "by",
  [
    SpecField("by", .expression, "the column or expression", isRequired: true),
    SpecField("order", .choice(["asc", "desc"]), "the direction; default `asc`"),
    SpecField("nulls", .choice(["first", "last"]), "where nulls stand; default `last`"),
  ])
