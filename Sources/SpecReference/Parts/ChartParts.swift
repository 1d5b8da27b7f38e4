private let marks = FieldShape.choice([
  "point", "line", "area", "bar", "rect", "rule", "text", "tick", "box", "histogram",
  "errorbar", "band", "density", "violin", "strip", "beeswarm", "ecdf", "qq", "rug", "hexbin",
  "step", "calendar", "waterfall", "slope",
])

private let channel = FieldShape.either([.expression, .part("channel")])

/// The names of colour ramps.
let rampWords = FieldShape.choice([
  "sequential", "diverging", "viridis", "magma", "blues", "greens", "oranges", "greys",
  "purple_green",
])

private let channels = [
  SpecField("x", channel, "the place from left to right"),
  SpecField("y", channel, "the place from bottom to top"),
  SpecField(
    "x2", channel,
    "the other end, from left to right; of `rect` with `x` alone a zone as high as the panel"),
  SpecField(
    "y2", channel,
    "the other end, from bottom to top; of `rect` with `y` alone a zone as wide as the panel"),
  SpecField(
    "color", channel,
    "the colour: of categories, or of a measure; of `rect`, `hexbin` and `calendar` its mean, of the last two without it the count of rows"
  ),
  SpecField("size", channel, "the area of a point"),
  SpecField(
    "shape", channel,
    "the form of a point: six at most, rarer values share the last; where few points are coloured by category, forms repeat the colours"
  ),
  SpecField(
    "label", channel,
    "the words beside a mark; where `null` none stand; words that find no room are counted"),
  SpecField(
    "facet", .either([.expression, .part("facet")]),
    "small panels, one for each value; more than fit go on over the next pages"),
  SpecField(
    "weight", channel,
    "how much a row counts: of a histogram, and of points with `trend: linear`; other marks refuse it"
  ),
]

/// What marks of distributions read beside their channels.
private let distributionFields = [
  SpecField(
    "bins", .integer(1...1000),
    "how many intervals a histogram has, by default by `rule`; how many cells of a hexbin lie side by side"
  ),
  SpecField(
    "bin_width",
    .either([
      .number(nil), .choice(["minute", "hour", "day", "week", "month", "quarter", "year"]),
    ]), "of a histogram: how wide an interval is; of times a stretch of the calendar"),
  SpecField(
    "rule", .choice(["freedman_diaconis", "scott", "sturges"]),
    "of a histogram: how many intervals, made round; default `freedman_diaconis`"),
  SpecField(
    "measure", .choice(["count", "share", "density"]),
    "of a histogram: what heights tell, of each colour or, stacked, of all; a density beside it takes its unit; default `count`"
  ),
  SpecField(
    "bandwidth",
    .either([.number(nil), .choice(["robust", "scott", "silverman", "sheather_jones"])]),
    "of a density or violin: the kernel's standard deviation, or a rule for it; default `robust`"
  ),
  SpecField(
    "bounds", .list(.scalar),
    "of a density or violin: where values must end, as `[0, null]`; what reaches beyond is reflected"
  ),
  SpecField(
    "total", .text, "of a waterfall: the name of a last bar that shows where the changes lead"),
  SpecField(
    "totals", .list(.text),
    "of a waterfall: the names of rows that tell a level and not a change; a level that is missing is where the changes lead"
  ),
  SpecField(
    "notches", .boolean, "of a box: a waist at the median ± 1.58 IQR/√n; default `false`"),
  SpecField("mean", .boolean, "of a box: a diamond at the mean; default `false`"),
  SpecField(
    "band", .choice(["confidence", "none"]),
    "of an ecdf: the band of the whole curve; of a qq: where each value lies if the line holds; default `confidence`"
  ),
  SpecField(
    "distribution", .choice(["normal", "exponential", "uniform"]),
    "of a qq: what values are held against; default `normal`"),
  SpecField(
    "inner", .choice(["box", "quartiles", "none"]), "what stands in a violin; default `box`"),
]

private let marking =
  [
    SpecField("data", .query, "the query; a layer's own, or the chart's for all its layers"),
    SpecField("mark", marks, "what stands for a row or group; a chart has `mark` or `layers`"),
  ] + channels + [
    SpecField("opacity", .number(0...1), "from 0 to 1; default by the number of marks"),
    SpecField(
      "dots_up_to", .integer(0...1_000_000),
      "how many rows a point layer draws as dots; more become a density whose cells count rows; default `20000`"
    ),
    SpecField(
      "stack", .either([.boolean, .choice(["normalize"])]),
      "whether bars, areas or histogram parts stand on each other; `normalize`: bars and areas as shares; default: only areas of what adds up"
    ),
    SpecField(
      "curve", .choice(["linear", "step", "step_before", "step_after"]),
      "of `line` and `step`: how it goes from row to row; default `linear`, of a `step` `step_after`"
    ),
    SpecField(
      "error", .choice(["sd", "se", "ci"]),
      "of `errorbar` and `band` without given limits: what surrounds the mean of the rows of a place; default `ci`"
    ),
    SpecField(
      "level", .number(0.5...0.999),
      "the level of `error: ci` and of the band of an ecdf or qq; default 0.95"),
    SpecField(
      "trend", .choice(["linear", "loess", "moving_average", "theil_sen"]),
      "a line through the points, of each colour its own; `weight` counts in `linear` only"),
    SpecField(
      "compare", .either([.boolean, .part("brackets")]),
      "brackets over the groups of a `box`, `violin`, `strip` or `beeswarm` that differ; `true` chooses the test as the block `compare` does"
    ),
  ] + distributionFields

/// The block `chart`; the catalogue lists it among the blocks that show data.
let chartBlock = SpecPart(
  "chart", "A picture of rows: marks, whose channels are columns or expressions.",
  example: """
    - chart:
        title: Risk rises with weight
        data: people
        mark: point
        x: { value: weight, label: Weight (lb) }
        y: risk
        color: cholesterol
        trend: linear
    """,
  marking + [
    SpecField("layers", .list(.part("layer")), "marks upon each other, on the same scales"),
    SpecField(
      "subtitle", .template, "measure, unit, what a mark is; default: made from the channels"),
    SpecField(
      "source", .template, "where the numbers come from, printed after the note: `Source: …`"),
    SpecField("height", .number(40...700), "the plot's height in points"),
    SpecField("ratio", .number(0.1...3), "the plot's height as a share of its width"),
    SpecField(
      "interval", .choice(["confidence", "prediction", "both", "none"]),
      "the 95% band around a `linear` or `loess` trend: of the line (`confidence`, default), of single rows, both, or none"
    ),
  ])

let chartParts = [
  SpecPart("layer", "One mark of a chart that has several.", marking),
  SpecPart(
    "brackets",
    "Brackets over pairs of groups with their p-values; test, correction and n stand in the note.",
    example: """
      compare: { posthoc: tukey, pairs: all, show: stars }
      """,
    [
      SpecField(
        "test",
        .choice([
          "auto", "welch_t", "student_t", "mann_whitney", "welch_anova", "anova",
          "kruskal_wallis",
        ]),
        "the test of all groups, which of two groups is the bracket's; default `auto`"),
      SpecField(
        "posthoc", .choice(["auto", "tukey", "games_howell", "dunn", "welch"]),
        "the test of pairs of more than two groups; default: what belongs to `test`"),
      SpecField(
        "adjust", .choice(["none", "bonferroni", "holm", "bh", "by"]),
        "the correction where the pairs' test needs one; default `holm`"),
      SpecField(
        "pairs", .choice(["significant", "all"]),
        "which pairs have a bracket, 12 at most, the surest; default those with p < 0.05"),
      SpecField("show", .choice(["p", "stars"]), "what stands over a bracket; default `p`"),
    ]),
  SpecPart(
    "facet",
    "Small panels: of one variable they wrap, of two they make a grid. Panels that do not fit go on over the next pages, 400 at most.",
    shortField: "value",
    example: """
      facet: { row: smoker, column: cholesterol, scales: free_y }
      """,
    [
      SpecField(
        "value", .expression, "what makes the panels, which wrap; or `row`, `column` or both"),
      SpecField("row", channel, "of a grid: what makes its rows"),
      SpecField("column", channel, "of a grid: what makes its columns"),
      SpecField(
        "label", .template, "what the panels are, for readers; default: from the expression"),
      SpecField("format", .format, "how the values are shown as heads"),
      SpecField("domain", .list(.scalar), "the values in order"),
      SpecField("sort", .text, "the order of panels: `name` or `data`, with `-` descending"),
      SpecField(
        "columns", .integer(1...12),
        "how many panels stand side by side; default: as many as can be read, up to 4"),
      SpecField(
        "scales", .choice(["shared", "free", "free_x", "free_y"]),
        "whether panels share their scales (default) or each has its own; in a grid a free x is each column's and a free y each row's"
      ),
    ]),
  SpecPart(
    "channel", "A channel, written long.", shortField: "value",
    [
      SpecField(
        "value", .expression,
        "a column or an expression; `bin(x, n)` makes classes, an aggregate such as `mean(x)` groups by the other channels",
        isRequired: true),
      SpecField("label", .template, "what it is, for readers; default: from the expression"),
      SpecField("format", .format, "how its values are shown"),
      SpecField(
        "scale",
        .choice([
          "linear", "log", "symlog", "sqrt", "logit", "time", "band", "categorical", "sequential",
          "diverging",
        ]),
        "how values become places or colours; default: by their type"),
      SpecField(
        "base", .choice(["2", "e", "10"]), "whose powers a log scale shows; default 10"),
      SpecField(
        "constant", .number(1e-300...1e300),
        "where a symlog scale becomes logarithmic; default: the power of ten at or below the first quartile of sizes"
      ),
      SpecField(
        "domain", .list(.scalar),
        "the ends of the axis, a window on the marks, or of a ramp (the larger first turns it), or the categories in order; lengths keep their 0"
      ),
      SpecField(
        "timezone", .text,
        "in whose local time moments are told, such as `Europe/Berlin`; default: the report's"),
      SpecField(
        "scheme", rampWords,
        "of `color`, the ramp of a measure, or of categories in their order; default `sequential` (cividis), or `diverging` by its `scale`"
      ),
      SpecField(
        "highlight", .oneOrMore(.scalar),
        "of `color`, the categories that keep a colour; all others share one grey"),
      SpecField(
        "midpoint", .number(nil),
        "of `color`, the value in the middle of a diverging ramp, which reaches equally far to both sides; default 0"
      ),
      SpecField(
        "sort", .text, "the order of categories: `name`, `value` or `data`, with `-` descending"),
      SpecField("zero", .boolean, "whether the axis begins at zero; default: by the mark"),
    ]),
]
