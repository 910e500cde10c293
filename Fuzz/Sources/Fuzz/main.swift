import Foundation

/// The driver of libFuzzer, from the fuzzer's runtime without a `main` of its own (scripts/fuzz links it).
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

guard CommandLine.arguments.count > 1, let parser = Parser.named(CommandLine.arguments[1]) else {
    print(Parser.all.map(\.name).joined(separator: "\n"))
    exit(2)
}
Session.parser = parser
var count = CommandLine.argc
// The name of the parser stands where that of the program is looked for.
CommandLine.unsafeArgv[1] = CommandLine.unsafeArgv[0]
count -= 1
var arguments = CommandLine.unsafeArgv + 1
exit(
    runDriver(&count, &arguments) { bytes, size in
        Session.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
        return 0
    }
)
