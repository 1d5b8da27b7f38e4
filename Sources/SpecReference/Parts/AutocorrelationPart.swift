let autocorrelationBlock = SpecPart(
  "autocorrelation",
  "How numbers in an order depend on their own past: autocorrelations and partial ones with the band of a series without memory, Ljung–Box test.",
  example: "- autocorrelation: { data: daily, value: steps, order_by: day, lags: 21 }",
  [
    SpecField("data", .query, "the query", isRequired: true),
    SpecField("value", .expression, "the numbers, one a row", isRequired: true),
    SpecField(
      "order_by", .expression,
      "what the rows are ordered by; default: the query's order; neighbours count as one step apart"
    ),
    SpecField("lags", .integer(1...400), "how many rows back; default 10 log₁₀ n"),
    SpecField(
      "show", .choice(["acf", "pacf", "both"]), "which functions are drawn; default `both`"),
    SpecField("level", .number(0.5...0.999), "the level of the bands; default 0.95"),
  ])
