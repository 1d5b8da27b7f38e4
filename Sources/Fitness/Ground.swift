import Drawing

extension [Ink] {
  /// What lies at a place on paper under a place in the painter's order.
  func ground(at place: Point, below order: Int, on paper: Paper, of theme: Theme) -> Color {
    reduce(paper.color(theme.paper)) { ground, ink in
      ink.order < order ? ink.over(ground, at: place, on: paper) : ground
    }
  }

  /// A colour at a place with what lies above a place in the painter's order.
  func covering(_ color: Color, at place: Point, above order: Int, on paper: Paper) -> Color {
    reduce(color) { seen, ink in
      ink.order > order ? ink.over(seen, at: place, on: paper) : seen
    }
  }
}

extension Ink {
  /// A colour with the ink laid over it at a place.
  fileprivate func over(_ color: Color, at place: Point, on paper: Paper) -> Color {
    let share = self.share(at: place)
    return share > 0 ? color.mixed(with: paper.color(paint), share: share) : color
  }
}
