let survivalBlock = SpecPart(
  "survival",
  "Times to an event, some of which are only known to be longer: Kaplan–Meier curves with the numbers at risk, medians, log-rank test.",
  example:
    "- survival: { data: people, time: days, event: has_left, by: plan, at: [90, 180, 365] }",
  [
    SpecField("data", .query, "the query", isRequired: true),
    SpecField(
      "time", .expression, "how long a row was watched: a number from 0 on", isRequired: true),
    SpecField(
      "event", .expression,
      "whether the event came at that time: a condition, or 1 and 0; else the row is censored",
      isRequired: true),
    SpecField("by", .expression, "what makes the groups, 10 at the most; default: one curve"),
    SpecField(
      "weights", .expression, "how many rows each row stands for: a whole number; default 1"),
    SpecField(
      "interval", .choice(["log_log", "log", "plain"]),
      "on which scale the curves' intervals are symmetric; default `log_log`"),
    SpecField("level", .number(0.5...0.999), "the level of the intervals; default 0.95"),
    SpecField(
      "horizon", .number(nil),
      "up to when mean times are taken; default: the last time of the group that ends first"),
    SpecField(
      "at", .oneOrMore(.number(nil)),
      "times at which the curves and the numbers at risk are told; default: round times, in the chart alone"
    ),
    SpecField(
      "test", .choice(["log_rank", "gehan_breslow", "tarone_ware", "peto_peto"]),
      "how events are weighted in the test of difference; default `log_rank`: all alike"),
    SpecField(
      "adjust", .choice(["none", "bonferroni", "holm", "bh", "by"]),
      "how p-values of tests are corrected over the report; default `holm`"),
    familyField,
  ])
