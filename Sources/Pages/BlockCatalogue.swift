/// Every kind of block that a spec may name.
package enum BlockCatalogue {
  package static let all: [any Block.Type] = [
    HeadingBlock.self,
    TextBlock.self,
    FiguresBlock.self,
    TableBlock.self,
    ChartBlock.self,
    DescribeBlock.self,
    CorrelationBlock.self,
    CompareBlock.self,
    CrosstabBlock.self,
    MissingBlock.self,
    RegressionBlock.self,
    SurvivalBlock.self,
    AutocorrelationBlock.self,
    ColumnsBlock.self,
    ChooseBlock.self,
    ForEachBlock.self,
    ContentsBlock.self,
    PageBreakBlock.self,
  ]

  /// The block of a kind, nil where there is none.
  static func block(_ kind: String) -> (any Block.Type)? { all.first { $0.kind == kind } }
}
