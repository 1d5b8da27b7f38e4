/// Every mark that a spec may name.
enum MarkCatalogue {
  static let all: [any Mark.Type] = [
    PointMark.self, LineMark.self, AreaMark.self, BarMark.self, RectMark.self, RuleMark.self,
    TextMark.self, TickMark.self, BoxMark.self, HistogramMark.self, ErrorbarMark.self,
    BandMark.self, DensityMark.self, ViolinMark.self, StripMark.self, BeeswarmMark.self,
    EcdfMark.self, QqMark.self, RugMark.self,
    HexbinMark.self, StepMark.self, CalendarMark.self, WaterfallMark.self,
    SlopeMark.self,
  ]

  /// The mark of a name, nil where there is none.
  static func mark(named name: String) -> (any Mark.Type)? { all.first { $0.name == name } }
}
