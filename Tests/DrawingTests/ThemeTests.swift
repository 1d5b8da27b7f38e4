import Drawing
import Testing

@Suite struct ThemeTests {
  /// Each pair of categories, on light paper and on dark, for each kind of sight: at least 9.5.
  ///
  /// Computed beside it with colorspacious 1.1.2 and colour-science 0.4.7 (delta_E_CIE2000): the
  /// least are 9.9 (green and sky, tritan) on light paper and 10.4 (blue and green, tritan) on dark.
  @Test(arguments: 2...8)
  func theFirstCategoriesAreToldApartByEverySight(_ count: Int) {
    let paints = Theme.standard.categories.prefix(count)
    for (index, paint) in paints.enumerated() {
      for other in paints.prefix(index) {
        #expect(ColorSight.worst(paint.light, other.light).difference > 9.5)
        #expect(ColorSight.worst(paint.dark, other.dark).difference > 9.5)
      }
    }
  }

  @Test(arguments: Theme.standard.categories)
  func categoriesStandOutFromPaper(_ paint: Paint) {
    #expect(paint.light.contrast(with: Theme.standard.paper.light) >= 3)
    #expect(paint.dark.contrast(with: Theme.standard.paper.dark) >= 4.5)
  }

  @Test(arguments: Theme.standard.categories)
  func wordsInACategorysColourCanBeRead(_ paint: Paint) {
    let words = Theme.standard.legible(paint)
    #expect(words.light.contrast(with: Theme.standard.paper.light) >= 4.5)
    #expect(words.dark.contrast(with: Theme.standard.paper.dark) >= 4.5)
  }
}
