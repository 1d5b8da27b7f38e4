
// CONTRACT (to be implemented; signatures are relied on by other modules):
//
//   Expression.init(parsing text: SourceText, problems: Problems)  -> failable `init?`; notes every
//     syntax error at its place. Never traps; nesting deeper than 200 is an error.
//   expression.check(in scope: Scope, problems: Problems) -> CheckedExpression?
//     notes each unknown name, wrong type, wrong argument count with hints.
//   checked.isAggregate: Bool  (holds an aggregate call without window)
//   checked.hasWindow: Bool
//   checked.columns: [ColumnReference], checked.parameters: [String], checked.queries: [String]
//   expression.names / parameters: what the unparsed tree mentions, before checking (used to find
//     unused queries and parameters, and which queries depend on :cohort)
