import ArgumentParser
import Foundation
import QuizCore

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the machine, the data folder and the whole database; exit code 1 if something is an error."
    )
    @Flag(help: "Prints the checks as JSON.") var json = false
    @OptionGroup var folder: FolderOptions

    func run() async throws {
        let reply: AdminReply
        do {
            reply = try await folder.perform(.doctor(json: json))
        } catch let refusal as Refusal {
            reply = unopened(refusal)
        }
        try FileHandle.standardError.write(contentsOf: Data(reply.errors.utf8))
        try FileHandle.standardOutput.write(contentsOf: reply.output)
        guard reply.exitCode == 0 else { throw ExitCode(reply.exitCode) }
    }

    /// The rest is checked all the same: it may say why.
    private func unopened(_ refusal: Refusal) -> AdminReply {
        let inFolder = (try? DataFolder(path: folder.data)).map { FolderChecks(folder: $0).all() } ?? []
        let database = CheckResult.fault(
            "database",
            .error,
            vi: refusal.message.vi,
            en: refusal.message.en,
            remedy: (
                "giữ nguyên một bản của thư mục dữ liệu trước khi làm gì khác; khôi phục bản sao lưu vào thư mục mới",
                "keep a copy of the data folder before anything else; restore a backup into a new folder"
            )
        )
        return DoctorReport(results: SystemChecks.all() + inFolder + [database]).reply(json: json)
    }
}
