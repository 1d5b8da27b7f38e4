// Certify FOLDER: prints how many certified digits of NIST's StRD sets in a folder are reached, from
// the numbers read as decimals and as doubles, beside the peers' digits that are stored there.
import Foundation

guard CommandLine.arguments.count == 2 else {
  print("usage: Certify FOLDER")
  exit(2)
}
let folder = URL(filePath: CommandLine.arguments[1])
for kind in CertifiedSet.Kind.allCases {
  print(try CertifiedTable(kind, in: folder).markdown + "\n")
}
