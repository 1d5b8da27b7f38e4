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
        the response, `~`, terms joined by `+ - * :`; `^` is a power; `log`, `sqrt`, `exp`, `category(x)`; \
        `- 1`: no intercept; text is categorical
        """, isRequired: true),
      SpecField(
        "kind", .choice(["linear", "logistic"]),
        """
        the model; default `linear`; logistic explains a boolean, 0 and 1, or two labels, of which the \
        second is the event
        """),
      SpecField(
        "errors", .text,
        """
        of a linear model: `classic` (default), `hc3`, or `cluster(column)` where rows of one value \
        depend on each other
        """),
      SpecField("weights", .expression, "how many rows each row stands for"),
      SpecField(
        "show", .oneOrMore(.choice(["table", "forest", "residuals", "roc", "calibration"])),
        """
        what is printed; default `[table, forest]`; `residuals` for linear, `roc` and `calibration` for \
        logistic models
        """),
      SpecField("level", .number(0.5...0.999), "the level of intervals; default 0.95"),
    ])
]
