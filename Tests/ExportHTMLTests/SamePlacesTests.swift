import Cairo
import Drawing
import ExportHTML
import Foundation
import TestSupport
import Testing

private let hasTools =
  (try? run("sh", ["-c", "command -v chromium && command -v pdftoppm"]).status) == 0

/// The same scene as PNG, PDF and SVG, seen by other programs: everything is where the scene says.
@Suite struct SamePlacesTests {
  /// Pixels a point in all three pictures.
  private static let scale = 4.0

  /// Forms in colours of their own, one of each element; opaque, so that a colour is found again.
  private static let forms:
    [(name: String, color: UInt32, element: @Sendable (Paint) -> SceneElement)] = [
      (
        "rectangle", 0xd00000,
        { paint in
          .path(
            .rectangle(Rectangle(x: 10.3, y: 12.7, width: 41.2, height: 18.6)), fill: paint,
            stroke: nil)
        }
      ),
      (
        "line", 0x00a000,
        { paint in
          .path(
            .polyline([Point(x: 60, y: 20), Point(x: 95.5, y: 44.1)]), fill: nil,
            stroke: Stroke(paint, width: 4))
        }
      ),
      (
        "dots", 0x0000d0,
        { paint in
          .dots(
            (0..<30).map {
              Point(x: Points(14.2 + Double($0 % 10) * 6), y: Points(60 + Double($0 / 10) * 5))
            },
            shape: .circle, radius: 2.2, paint: paint)
        }
      ),
      (
        "cells", 0xc000c0,
        { paint in
          .mask(
            CoverageMask(columns: 3, rows: 2, coverages: [255, 0, 255, 0, 255, 255]),
            in: Rectangle(x: 100.4, y: 50.2, width: 33.3, height: 22.8), paint: paint)
        }
      ),
      (
        "moved and cut", 0x00a0a0,
        { paint in
          .group(
            SceneGroup(
              [
                .path(
                  .rectangle(Rectangle(x: 0, y: 0, width: 50, height: 50)), fill: paint, stroke: nil
                )
              ], role: "marks", offset: Point(x: 104, y: 8),
              clip: Rectangle(x: 2.5, y: 3, width: 20, height: 15.5)))
        }
      ),
    ]

  private static func paint(_ color: UInt32) -> Paint {
    Paint(light: Color(color), dark: Color(color))
  }

  private static let scene = Scene(
    size: Size(width: 150, height: 90), elements: forms.map { $0.element(paint($0.color)) })

  @Test(.enabled(if: hasTools, "Chromium or Poppler is not installed"))
  func picturesOfThreeKindsAgreeToHalfAPoint() throws {
    let pictures = try withTemporaryFolder { folder in
      [
        "PNG": try Self.png(in: folder), "PDF": try Self.pdf(in: folder),
        "SVG": try Self.svg(in: folder),
      ]
    }
    let wanted: [String: [Double]] = [
      "rectangle": [10.3, 12.7, 51.5, 31.3], "dots": [12, 57.8, 70.4, 72.2],
      "cells": [100.4, 50.2, 133.7, 73], "moved and cut": [106.5, 11, 126.5, 26.5],
      // Butt ends of a pen 4 wide stand across the line.
      "line": [58.878, 18.344, 96.622, 45.756],
    ]
    for (name, color, _) in Self.forms {
      for (kind, picture) in pictures {
        let found = try #require(picture.bounds(of: color), "\(name) in \(kind)")
        for (edge, place) in zip(found, try #require(wanted[name])) {
          #expect(abs(edge / Self.scale - place) <= 0.5, "\(name) in \(kind): \(found)")
        }
      }
    }
  }

  private static func png(in folder: URL) throws -> Pixmap {
    let bytes = try PNGExporter(measuring: PangoMeasuring(), scale: scale).bytes(of: scene)
    return try pixmap(ofPNG: Data(bytes), in: folder)
  }

  private static func pdf(in folder: URL) throws -> Pixmap {
    let canvas = try PDFCanvas(pageSize: scene.size, measuring: PangoMeasuring())
    canvas.describe(
      .init(title: "x", author: nil, creator: "test", created: "2026-01-31T06:30:00Z"))
    canvas.paint(scene)
    canvas.endPage()
    let file = folder.appending(path: "scene.pdf")
    try Data(canvas.finish().bytes).write(to: file)
    let seen = try run("pdftoppm", ["-r", "\(72 * scale)", "-singlefile", file.path()])
    return try #require(Pixmap(seen.output))
  }

  private static func svg(in folder: URL) throws -> Pixmap {
    var styles = SVGStyles()
    let svg = SVGWriter.svg(of: scene, styles: &styles, idPrefix: "s")
    let page = "<!doctype html><style>body{margin:0}\(styles.css)</style>\(svg)"
    let (html, picture) = (folder.appending(path: "s.html"), folder.appending(path: "s.png"))
    try Data(page.utf8).write(to: html)
    // A point is 4/3 of CSS's pixels, so that three pixels for each of those are four a point.
    _ = try run(
      "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--force-device-scale-factor=3",
        "--window-size=600,400", "--hide-scrollbars", "--screenshot=\(picture.path())",
        html.absoluteString,
      ], options: CommandOptions(timeOut: 120))
    return try pixmap(ofPNG: Data(contentsOf: picture), in: folder)
  }

  /// The pixels of a PNG of any filter, read by a few lines of Python.
  private static func pixmap(ofPNG png: Data, in folder: URL) throws -> Pixmap {
    let script = """
      import sys, zlib, struct
      d = sys.stdin.buffer.read()
      at, idat = 8, b""
      while at < len(d):
          size, kind = struct.unpack(">I4s", d[at:at + 8])
          body = d[at + 8:at + 8 + size]
          at += size + 12
          if kind == b"IHDR": w, h, depth, color = struct.unpack(">IIBB", body[:10])
          if kind == b"IDAT": idat += body
      n = {2: 3, 6: 4}[color]
      raw, rows, last = zlib.decompress(idat), [], bytearray(w * n)
      for y in range(h):
          f, row = raw[y * (w * n + 1)], bytearray(raw[y * (w * n + 1) + 1:(y + 1) * (w * n + 1)])
          for i in range(w * n):
              a, b = row[i - n] if i >= n else 0, last[i]
              c = last[i - n] if i >= n else 0
              p = a + b - c
              paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
              row[i] = (row[i] + [0, a, b, (a + b) // 2, paeth][f]) & 255
          rows.append(b"".join(bytes(row[i:i + 3]) for i in range(0, w * n, n)))
          last = row
      sys.stdout.buffer.write(b"P6\\n%d %d\\n255\\n" % (w, h) + b"".join(rows))
      """
    let seen = try run("python3", ["-c", script], options: CommandOptions(input: png))
    return try #require(Pixmap(seen.output), "\(seen.errorText)")
  }
}

/// A picture of three bytes a pixel, as Poppler writes it.
private struct Pixmap {
  private let width: Int
  private let bytes: [UInt8]

  /// Reads a PPM (`P6`).
  init?(_ data: Data) {
    let bytes = [UInt8](data)
    var at = 0
    func word() -> String {
      let end = bytes[at...].firstIndex { $0 == 0x20 || $0 == 0x0a } ?? bytes.count
      defer { at = min(end + 1, bytes.count) }
      return String(decoding: bytes[at..<end], as: UTF8.self)
    }
    guard word() == "P6", let width = Int(word()), let height = Int(word()), word() == "255",
      bytes.count - at >= width * height * 3
    else { return nil }
    self.width = width
    self.bytes = Array(bytes[at..<at + width * height * 3])
  }

  /// Left, top, right and bottom of the pixels that are nearer to a colour than to white.
  func bounds(of color: UInt32) -> [Double]? {
    let wanted = [Int(color >> 16 & 255), Int(color >> 8 & 255), Int(color & 255)]
    var bounds: (left: Int, top: Int, right: Int, bottom: Int)?
    for pixel in 0..<bytes.count / 3 {
      let isNear = (0..<3).allSatisfy { abs(Int(bytes[pixel * 3 + $0]) - wanted[$0]) < 60 }
      guard isNear else { continue }
      let (row, column) = pixel.quotientAndRemainder(dividingBy: width)
      let old = bounds ?? (column, row, column + 1, row + 1)
      bounds = (
        min(old.left, column), min(old.top, row), max(old.right, column + 1),
        max(old.bottom, row + 1)
      )
    }
    return bounds.map { [$0.left, $0.top, $0.right, $0.bottom].map(Double.init) }
  }
}
