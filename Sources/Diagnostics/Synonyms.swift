/// What other tools call the things of a spec: names that no spelling leads to.
enum Synonyms {
  /// The known name that is meant by another tool's word; nil where there is none.
  static func meaning(of name: String, among known: [String]) -> String? {
    meanings[name.lowercased()]?.first(where: known.contains)
  }

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
  ]
}
