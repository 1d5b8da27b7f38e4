// Kernels FOLDER [CASE …] [--runs N]: times the statistics on the columns that the peers'
// numeric_kernels.py has written to FOLDER, and prints one JSON line a case.
import Glibc

private var runs = 5
private var names: [String] = []
private var arguments = CommandLine.arguments.dropFirst()
private let folder = arguments.popFirst()
while let argument = arguments.popFirst() {
  if argument == "--runs" {
    runs = arguments.popFirst().flatMap { Int($0) } ?? runs
  } else {
    names.append(argument)
  }
}
guard let folder else {
  print("usage: Kernels FOLDER [CASE …] [--runs N]")
  exit(2)
}
for example in KernelCase.all where names.isEmpty || names.contains(example.name) {
  print(try example.measure(InputColumns(folder: folder), runs: runs))
}
