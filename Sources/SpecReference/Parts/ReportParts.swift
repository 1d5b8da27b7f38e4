/// Where an address, a subject or a URL may hold `${NAME}`.
private let secretNote = "`${NAME}` and `${NAME:-default}` read the environment"

let reportPart = SpecPart(
  "report", "The root of a spec: one file, one report, or one report for each cohort.",
  example: """
    title: Risk of our users
    source: sqlite:///output/demo.db
    queries:
      people: { from: silver_users, select: [age, risk] }
    report:
      - describe: { data: people }
    """,
  [
    SpecField("title", .template, "the report's title", isRequired: true),
    SpecField("standfirst", .template, "one sentence under the title: the finding"),
    SpecField("author", .template, "who answers for the report; stands in the PDF's properties"),
    SpecField("source", .text, "the URL of the database; \(secretNote)"),
    SpecField(
      "sources", .mapping(.text), "several databases by name; a query picks one with `source`"),
    SpecField(
      "parameters", .mapping(.either([.part("parameter"), .scalar])),
      "values that a run may set with `-p name=value`; written short, the value is the default"),
    SpecField(
      "cohorts", .part("cohorts"), "one report for each row of a query; absent: one report"),
    SpecField("queries", .mapping(.part("query")), "the data by name"),
    SpecField("report", .list(.part("block")), "the blocks, in order", isRequired: true),
    SpecField(
      "checks", .list(.either([.part("check"), .expression])),
      "what must hold of the data before the report is made"),
    SpecField("deliver", .part("deliver"), "whom the report is for"),
    SpecField(
      "timezone", .text,
      "in whose local time charts tell moments, an IANA name such as `Europe/Berlin`; default UTC"),
    SpecField("locale", .text, "the language of numbers and dates, such as `de-CH`; default `en`"),
    SpecField("paper", .choice(["a4", "letter"]), "the paper of the PDF; default `a4`"),
    SpecField("theme", .part("theme"), "colours and fonts; default: the standard look"),
  ])

let themePart = SpecPart(
  "theme", "The author's colours and fonts, in charts and tables, HTML, PDF and mail.",
  example: """
    theme:
      categories: ["#00594f", "#c4500a", "#6a3d9a"]
      accent: "#00594f"
      fonts: { sans: Source Sans 3, serif: [Lora, Noto Serif] }
    """,
  [
    SpecField(
      "categories", .list(.text),
      "colours of categories as `#rrggbb`, in the order of use, each 3:1 on paper; the standard ones follow"
    ),
    SpecField(
      "accent", .text,
      "the colour of links, and of marks and bars without categories; default: the first category"),
    SpecField("fonts", .part("fonts"), "font families"),
  ])

let fontsPart = SpecPart(
  "fonts", "Font families that are installed where the report is made; the standard ones stand in.",
  [
    SpecField("sans", .oneOrMore(.text), "for text, tables and charts; default Inter"),
    SpecField("serif", .oneOrMore(.text), "for titles and headings; default Vollkorn"),
  ])

let parameterPart = SpecPart(
  "parameter", "A value that a run may set, read as `:name` in expressions.",
  example: "since: { type: date, default: 2026-01-01, help: First day shown }",
  [
    SpecField(
      "type", .choice(["text", "integer", "number", "decimal", "boolean", "date", "timestamp"]),
      "what it is", isRequired: true),
    SpecField("default", .scalar, "its value where a run gives none; absent: a run must give one"),
    SpecField("minimum", .scalar, "the least value allowed"),
    SpecField("maximum", .scalar, "the greatest value allowed"),
    SpecField("choices", .list(.scalar), "the only values allowed"),
    SpecField("help", .text, "one line for the person who sets it"),
    SpecField("secret", .boolean, "whether it is kept out of logs and manifests; default `false`"),
  ])

let cohortsPart = SpecPart(
  "cohorts", "One report for each distinct row of some columns, read as `:cohort.column`.",
  example: """
    cohorts:
      from: silver_users
      by: [gender, smoker]
      name: "{{ gender }}-{{ smoker }}"
    """,
  [
    SpecField(
      "from", .either([.text, .part("table_name")]), "the table, or a query", isRequired: true),
    SpecField(
      "by",
      .either([.text, .list(.either([.text, .mapping(.expression)])), .mapping(.expression)]),
      "the columns that make a cohort", isRequired: true),
    SpecField("where", .oneOrMore(.expression), "which rows count; of several all must hold"),
    SpecField("source", .text, "the name of the database, where there are several"),
    SpecField("name", .template, "the folder's name; default: the values, joined by `-`"),
  ])

let checkPart = SpecPart(
  "check", "What must hold of the data; written short it is the expression.", shortField: "that",
  example: "checks:\n  - { that: count(people) > 0, else: skip }",
  [
    SpecField("that", .expression, "true where all is well", isRequired: true),
    SpecField(
      "else", .choice(["fail", "warn", "skip"]),
      "else the report fails, is made with a warning, or is left out; default `fail`"),
  ])

let deliverPart = SpecPart(
  "deliver", "Whom a report is for.", [SpecField("email", .part("email"), "a mail with the report")]
)

let emailPart = SpecPart(
  "email", "The mail that is written beside the report as `report.eml`.",
  example: """
    deliver:
      email: { to: ["${REPORT_TO}"], subject: "{{ title }}", attach: [pdf] }
    """,
  [
    SpecField("from", .text, "the sender; \(secretNote)"),
    SpecField("to", .oneOrMore(.text), "recipients; \(secretNote)"),
    SpecField("cc", .oneOrMore(.text), "recipients of a copy"),
    SpecField("bcc", .oneOrMore(.text), "recipients of a copy whom the others do not see"),
    SpecField("subject", .template, "the subject; default: the report's title"),
    SpecField(
      "attach", .oneOrMore(.choice(["pdf", "html", "csv"])), "files sent with it; default none"),
    SpecField("when", .expression, "whether to send at all; default always"),
  ])
