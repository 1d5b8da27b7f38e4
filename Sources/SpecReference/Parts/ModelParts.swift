let modelBlocks = [
  SpecPart(
    "regression",
    "A linear or logistic model of a formula: coefficients, intervals, forest plot, residuals.",
    example: "- regression: { data: people, formula: risk ~ age + weight * smoker + log(income) }",
    [
      SpecField("data", .query, "the query", isRequired: true),
      SpecField(
        "formula", .text,
        """
        the response, `~`, and terms joined by `+`, `-`, `:` (interaction) or `*`; `^` is a power; \
        `log(x)`, `sqrt(x)`, `exp(x)`, `category(x, base = 'a')`; `- 1` leaves the intercept out; text \
        and boolean columns are categorical
        """, isRequired: true),
      SpecField(
        "kind", .choice(["linear", "logistic"]),
        """
        the model; default `linear`. A logistic model explains a boolean, 0 and 1, or two labels, the \
        second of which is the event
        """),
      SpecField(
        "errors", .text,
        """
        standard errors of a linear model: `classic` (default), `hc3`, or `cluster(column)` where rows \
        of one value depend on each other
        """),
      SpecField("weights", .expression, "how many rows each row stands for"),
      SpecField(
        "show", .oneOrMore(.choice(["table", "forest", "residuals", "roc", "calibration"])),
        """
        what is printed beside the footnote; default `[table, forest]`. A linear model has \
        `residuals`, a logistic one `roc` and `calibration`
        """),
      SpecField("level", .number(0.5...0.999), "the level of intervals; default 0.95"),
    ])
]
