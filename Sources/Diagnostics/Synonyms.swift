/// What other tools call the things of a spec: names that no spelling leads to.
enum Synonyms {
  /// The known name that is meant by another tool's word; nil where there is none.
  static func meaning(of name: String, among known: [String]) -> String? {
    meanings[name.lowercased()]?.first(where: known.contains)
  }

  /// What to do instead where another tool's word has no name here; nil where there is nothing to tell.
  static func advice(on name: String, among known: [String]) -> String? {
    advice[name.lowercased()]?.first { known.contains($0.among) }?.hint
  }

  private static let axisWords = (
    among: "mark", hint: "an axis' words belong to its channel: x: { value: …, label: … }"
  )
  private static let shares = (
    among: "bar", hint: "shares of a whole are bars: 'mark: bar' with 'stack: normalize'"
  )

  /// By the word: what to do, each with a name that is known only where the advice holds.
  private static let advice: [String: [(among: String, hint: String)]] = [
    "sort": [("mark", "the order belongs to a channel: x: { value: …, sort: -value }")],
    "order": [("mark", "the order belongs to a channel: x: { value: …, sort: -value }")],
    "legend": [("mark", "leave it out: a legend stands only where no label at a mark can")],
    "filter": [("mark", "the query chooses the rows: where: …")],
    "where": [("mark", "the query chooses the rows: where: …")],
    "x_label": [axisWords], "y_label": [axisWords], "xlabel": [axisWords], "ylabel": [axisWords],
    "x_title": [axisWords], "y_title": [axisWords],
    "pie": [shares], "donut": [shares], "doughnut": [shares], "arc": [shares],
  ]

  /// By the word of ggplot2, seaborn, matplotlib, Vega-Lite or Observable Plot: what it may mean, the
  /// likeliest first.
  private static let meanings: [String: [String]] = [
    "scatter": ["point"], "scatterplot": ["point"], "dot": ["point"], "circle": ["point"],
    "jitter": ["strip"], "swarm": ["beeswarm"], "boxplot": ["box"], "boxenplot": ["box"],
    "heatmap": ["rect", "heatmap"], "tile": ["rect"], "raster": ["rect"], "cell": ["rect"],
    "hist": ["histogram"], "kde": ["density"], "barplot": ["bar"], "barh": ["bar"],
    "col": ["bar"], "lineplot": ["line"], "path": ["line"], "ribbon": ["band"],
    "hline": ["rule"], "vline": ["rule"], "hex": ["hexbin"], "kdeplot": ["density"],
    "type": ["mark"], "geom": ["mark"], "kind": ["mark"],
    "hue": ["color"], "fill": ["color", "normalize"], "colour": ["color"], "stroke": ["color"],
    "group": ["color"], "alpha": ["opacity"], "smooth": ["trend", "loess"],
    "symbol": ["shape"], "field": ["value"], "text": ["label"], "ncol": ["columns"],
    "position": ["stack"], "lm": ["linear"], "ols": ["linear"], "regression": ["linear"],
    "lowess": ["loess"], "percent": ["normalize", "share"], "expand": ["normalize"],
    "probability": ["share"], "log10": ["log"], "logarithmic": ["log"], "ln": ["log"],
    "ordinal": ["categorical"], "nominal": ["categorical"], "title": ["label"],
    "km": ["survival"], "corr": ["correlation"], "crosstable": ["crosstab"],
    "toc": ["contents"], "markdown": ["text"], "kpi": ["figures"], "metrics": ["figures"],
    "sort": ["order_by"], "orderby": ["order_by"], "filter": ["where"], "t-test": ["welch_t"],
    "t_test": ["welch_t"], "ttest": ["welch_t"], "chi2": ["chi_square"],
    "fisher": ["fisher_exact"], "kruskal": ["kruskal_wallis"],
  ]
}
