package import Charts
package import Drawing

extension PageLayout {
  /// A chart as a picture that stands alone: its title, subtitle, plot and note on paper with a
  /// margin, worded and placed as on a page.
  package func figure(of chart: Chart) -> Scene {
    let margin: Points = 12
    let strip = Strip(x: margin, width: chart.scene.size.width)
    // No page ends here, so the plot is never made smaller.
    let page = chart.scene.size.height + 1000
    var collector = Collector(layout: self, pageHeight: page, outline: [])
    let flow = collector.collect([.chart(chart, id: "")], in: strip)
    var y = margin
    var elements: [SceneElement] = []
    for item in flow {
      switch item {
      case .space(let room) where !elements.isEmpty: y = y + room
      case .slab(let slab):
        elements.append(
          .group(SceneGroup(slab.elements, role: slab.role, offset: Point(x: 0, y: y))))
        y = y + slab.height
      default: break
      }
    }
    return Scene(
      size: Size(width: strip.width + margin * 2.0, height: y + margin), elements: elements)
  }
}
