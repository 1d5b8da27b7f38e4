import Expressions
import Testing

@Suite struct FunctionCatalogueTests {
  @Test func everyFunctionHasASignature() {
    #expect(FunctionCatalogue.all.map(\.function) == Function.allCases)
  }

  @Test func requiredArgumentsAreAmongTheParameters() {
    for signature in FunctionCatalogue.all {
      #expect(signature.required <= signature.parameters.count, "\(signature.usage)")
    }
  }

  @Test func meanIsASpellingOfAvg() {
    #expect(FunctionCatalogue.function(named: "mean") == .avg)
  }

  @Test(arguments: [
    (Function.round, "round(x[, digits])"), (.concat, "concat(a, …)"), (.today, "today()"),
    (.date_trunc, "date_trunc(unit, date)"), (.lag, "lag(x[, n][, otherwise])"),
  ])
  func usageShowsTheArguments(_ sample: (function: Function, usage: String)) {
    #expect(sample.function.signature?.usage == sample.usage)
  }
}
