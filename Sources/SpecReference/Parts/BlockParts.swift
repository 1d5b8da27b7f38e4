let everyBlockPart = SpecPart(
  "every block", "What every block may have beside its own fields.",
  [
    SpecField(
      "id", .text,
      "its name in links, files and `results.json`; default: kind and place, as `table-1`"),
    SpecField("title", .template, "the words above it"),
    SpecField("caption", .template, "words below it that explain it"),
    SpecField("note", .template, "small print below it"),
    SpecField("when", .expression, "whether it is printed at all; default always"),
    SpecField(
      "on_empty", .choice(["say", "skip", "fail"]),
      "what happens where there is nothing to show: a note that says why, nothing, or a failed report; default `say`"
    ),
  ])

let textBlocks = [
  SpecPart(
    "heading", "A heading; it stands in the table of contents and in the PDF's outline.",
    shortField: "text",
    example: "- heading: Who they are",
    [
      SpecField("text", .template, "the words", isRequired: true),
      SpecField("level", .integer(1...3), "1 to 3; default 1"),
    ]),
  SpecPart(
    "text", "Markdown in which `{{ expression | format }}` is replaced by a value.",
    shortField: "text",
    example: "- text: \"**{{ count(people) | , }}** users; median age {{ median(people.age) }}.\"",
    [SpecField("text", .template, "the Markdown", isRequired: true)]),
]

let dataBlocks = [
  SpecPart(
    "figures", "Key figures side by side.", shortField: "items",
    example: """
      - figures:
          - { label: Users, value: count(people), format: "," }
          - { label: Mean risk, value: mean(people.risk), format: .1f, compare: everyone.risk }
      """,
    [SpecField("items", .list(.part("figure")), "the figures", isRequired: true)]),
  SpecPart(
    "table", "Rows of a query as a table; a cut says how many of how many rows are shown.",
    example: """
      - table:
          data: people
          columns: [userid, age, { value: risk, format: .1f, bar: true }]
          sort: -risk
          limit: 20
      """,
    [
      SpecField("data", .query, "the query", isRequired: true),
      SpecField(
        "columns", .list(.either([.expression, .part("column")])),
        "columns or expressions over the rows; default: all columns"),
      SpecField(
        "sort", .oneOrMore(.expression), "`name`, or `-name` for descending; default: as queried"),
      SpecField("limit", .integer(1...1_000_000), "how many rows at the most"),
      SpecField("group", .expression, "a column whose values head groups of rows"),
      SpecField(
        "totals", .boolean,
        "whether a last row has the totals of the columns that add up, as means and shares do not; default `false`"
      ),
    ]),
  chartBlock,
  SpecPart(
    "describe", "Summary statistics of columns, one row each.",
    example: "- describe: { data: people, columns: [age, weight, risk] }",
    [
      SpecField("data", .query, "the query", isRequired: true),
      SpecField(
        "columns", .oneOrMore(.expression),
        "the columns; default: all, numbers in one table and words in another"),
      SpecField("by", .expression, "a column whose values make groups"),
      SpecField(
        "quantiles", .oneOrMore(.number(0...1)),
        "further quantiles, such as `[0.05, 0.95]`; at most 9"),
      SpecField(
        "quantile_kind", .choice(["r1", "r2", "r6", "r7", "r8"]),
        "the rule between two values, of quartiles too; default `r7`, as in SQL and pandas"),
      SpecField(
        "trimmed", .number(0...0.49),
        "the share that a trimmed mean leaves out at each end; not printed unless given"),
      SpecField(
        "skewness", .choice(["adjusted", "population"]),
        "which skewness and kurtosis; default `adjusted` for small samples, as in pandas"),
      SpecField("top", .integer(1...20), "how many of the most frequent values; default 5"),
      SpecField(
        "weights", .expression,
        "a column of whole numbers: how many equal rows each row stands for"),
    ]),
  SpecPart(
    "correlation", "Correlations of every pair of columns, with n, interval and p.",
    example: "- correlation: { data: people, columns: [age, weight, risk], adjust: holm }",
    [
      SpecField("data", .query, "the query", isRequired: true),
      SpecField(
        "columns", .oneOrMore(.expression),
        "the columns, at least 2; default: all numbers, with `auto` also booleans and words that recur"
      ),
      SpecField(
        "method", .choice(["pearson", "spearman", "kendall", "auto"]),
        "the coefficient; `auto` suits each pair, text and booleans among them; default `pearson`"),
      SpecField(
        "numbers", .choice(["pearson", "spearman", "kendall"]),
        "the coefficient of two numbers with `auto`; default `pearson`"),
      SpecField(
        "rows", .choice(["pairwise", "listwise"]),
        "whether a row without a value is left out of its pairs (default) or of all"),
      SpecField(
        "given", .oneOrMore(.expression),
        "numbers that are held constant: partial correlations; with `pearson` or `spearman`"),
      SpecField(
        "weights", .expression, "how often each row counts; with `pearson` or `spearman`"),
      SpecField(
        "adjust", .choice(["none", "bonferroni", "holm", "bh", "by"]),
        "how p-values are corrected for their number; default `holm`"),
      familyField,
      SpecField("level", .number(0.5...0.9999), "the level of the intervals; default 0.95"),
      SpecField(
        "show", .choice(["heatmap", "table", "both", "pairs"]),
        "as what it is shown; `pairs` draws up to 8 measures against each other, with their coefficients; default `heatmap`"
      ),
      SpecField(
        "color", .expression, "with `show: pairs`: the categories that colour the rows"),
      SpecField(
        "order", .choice(["given", "cluster"]),
        "the heat map's order: as given (default), or what goes together side by side"),
    ]),
  SpecPart(
    "compare",
    "Groups compared: a measure with tests, effect sizes and pairs; a column of categories as a cross table; or several columns in one table.",
    example: """
      - compare: { data: people, value: risk, by: cholesterol }
      - compare: { data: people, values: [age, weight, smoker], by: cholesterol }
      """,
    [
      SpecField("data", .query, "the query", isRequired: true),
      SpecField("value", .expression, "the one measure, or column of categories; this or `values`"),
      SpecField(
        "values", .oneOrMore(.expression),
        "several columns in one table (\"Table 1\"): numbers as mean (SD), categories as n (%), a test and the standardised difference each"
      ),
      SpecField("by", .expression, "what makes the groups", isRequired: true),
      SpecField(
        "paired", .expression,
        "an id: rows of one id in the two groups are a pair; default: rows are independent"),
      SpecField(
        "test",
        .oneOrMore(
          .choice([
            "auto", "welch_t", "student_t", "mann_whitney", "welch_anova", "anova",
            "kruskal_wallis", "paired_t", "wilcoxon", "chi_square", "fisher_exact",
          ])),
        "the tests of `value`; default `auto`: by the kind of value, pairing and number of groups"),
      SpecField(
        "effects",
        .oneOrMore(
          .choice([
            "auto", "cohen_d", "hedges_g", "cliffs_delta", "rank_biserial", "eta_squared",
            "omega_squared", "epsilon_squared", "cramers_v", "odds_ratio", "risk_ratio",
            "risk_difference",
          ])), "the effect sizes of `value`; default `auto`: those that go with the tests"),
      SpecField(
        "posthoc", .choice(["auto", "none", "tukey", "games_howell", "dunn", "welch"]),
        "how pairs of more than two groups are compared; default `auto`: as belongs to the first test"
      ),
      SpecField(
        "adjust", .choice(["none", "bonferroni", "holm", "bh", "by"]),
        "how p-values are corrected: those of pairs, of the variables of `values`, or of the report; default `holm`"
      ),
      SpecField("level", .number(0.5...0.999), "the level of intervals; default 0.95"),
      SpecField(
        "center", .choice(["mean", "median"]),
        "how `values` sums up numbers: mean (SD) with Welch's test, or median [quartiles] with a test of ranks; default `mean`"
      ),
      SpecField("format", .format, "how the measure is shown"),
      familyField,
    ]),
  SpecPart(
    "crosstab",
    "Two columns counted against each other, with a test of independence and effect sizes.",
    example:
      "- crosstab: { data: people, rows: smoker, columns: cholesterol, show: [counts, row] }",
    [
      SpecField("data", .query, "the query", isRequired: true),
      SpecField(
        "rows", .expression, "the column whose values are rows, 40 at most", isRequired: true),
      SpecField(
        "columns", .expression, "the column whose values are columns, 40 at most", isRequired: true),
      SpecField(
        "weights", .expression, "a column of whole numbers: for how many rows each row stands"),
      SpecField(
        "show",
        .oneOrMore(.choice(["counts", "row", "column", "total", "expected", "residuals"])),
        "counts, shares of the row, the column or all, expected counts, standardised residuals; default `[counts, row]`"
      ),
      SpecField(
        "test", .choice(["auto", "chi_square", "fisher_exact"]),
        "the test; default `auto`: Fisher's where expected counts are too small for chi-squared"),
      SpecField(
        "adjust", .choice(["none", "bonferroni", "holm", "bh", "by"]),
        "how p-values of tests are corrected over the report; default `holm`"),
      SpecField("level", .number(0.5...0.999), "the level of intervals; default 0.95"),
      familyField,
    ]),
  SpecPart(
    "missing", "Missing values: by column, where they lie, and which columns lack them together.",
    example: "- missing: { data: people, by: gender }",
    [
      SpecField("data", .query, "the query", isRequired: true),
      SpecField("columns", .oneOrMore(.expression), "the columns; default: all columns"),
      SpecField("by", .expression, "a column whose values make groups, at most 8 of them shown"),
      SpecField("show", .choice(["map", "table", "both"]), "as what it is shown; default `both`"),
      SpecField(
        "patterns", .integer(0...100),
        "how many patterns of columns missing together are listed at the most; default 8"),
    ]),
]

/// Every block that corrects p-values has it.
let familyField = SpecField(
  "family", .choice(["block", "report"]),
  "over which tests p-values are corrected: those of the block (default) or of all blocks that say `report`"
)

let arrangingBlocks = [
  SpecPart(
    "columns", "Blocks side by side, where the page is wide enough.", shortField: "items",
    example: "- columns: { items: [{ text: Left }, { text: Right }], widths: [2, 1] }",
    [
      SpecField(
        "items", .list(.either([.part("block"), .list(.part("block"))])),
        "1 to 6 columns, each a block or a list of blocks", isRequired: true),
      SpecField("widths", .list(.number(0...100)), "their shares of the width; default equal"),
    ]),
  SpecPart(
    "choose",
    "Alternatives prepared in advance: tabs in HTML, without a script; one after another elsewhere.",
    shortField: "options",
    example:
      "- choose:\n    - { label: Chart, blocks: [{ chart: … }] }\n    - { label: Table, blocks: [{ table: … }] }",
    [SpecField("options", .list(.part("option")), "the alternatives", isRequired: true)]),
  SpecPart(
    "for_each", "Blocks repeated for each value of a column.",
    example: "- for_each: { data: people, by: gender, blocks: [{ describe: { data: people } }] }",
    [
      SpecField("data", .query, "the query", isRequired: true),
      SpecField("by", .expression, "the column", isRequired: true),
      SpecField("limit", .integer(1...1000), "how many values at the most; a cut is said"),
      SpecField("blocks", .list(.part("block")), "the blocks", isRequired: true),
    ]),
  SpecPart("contents", "The table of contents: every heading with its page.", []),
  SpecPart("page_break", "A new page in print.", []),
]

let blockParts = [
  SpecPart(
    "figure", "One key figure.",
    [
      SpecField("label", .template, "what it is", isRequired: true),
      SpecField("value", .expression, "the number, over the whole report", isRequired: true),
      SpecField("unit", .template, "the unit, after the number"),
      SpecField("format", .format, "how the number is shown"),
      SpecField("compare", .expression, "a number that it is compared with"),
      SpecField("compare_label", .template, "what it is compared with, in words"),
      SpecField(
        "spark", .either([.text, .part("sparkline")]),
        "a small line: `query.column`, or a mapping"),
    ]),
  SpecPart(
    "sparkline", "A small line without axes.",
    [
      SpecField("data", .query, "the query", isRequired: true),
      SpecField("value", .expression, "the values, in the order of the rows", isRequired: true),
    ]),
  SpecPart(
    "column", "One column of a table.", shortField: "value",
    [
      SpecField("value", .expression, "a column or an expression", isRequired: true),
      SpecField("label", .template, "the head; default: the column's name in words"),
      SpecField("format", .format, "how values are shown"),
      SpecField("bar", .boolean, "whether a bar shows the size; default `false`"),
      SpecField("scale", rampWords, "colours of the cells by value"),
      SpecField(
        "align", .choice(["left", "right", "center"]), "default: numbers right, words left"),
      SpecField(
        "total", .choice(["sum", "mean", "min", "max", "count"]), "what the totals' row shows"),
    ]),
  SpecPart(
    "option", "One alternative of `choose`.",
    [
      SpecField("label", .template, "the tab's words", isRequired: true),
      SpecField("blocks", .list(.part("block")), "the blocks", isRequired: true),
    ]),
]
