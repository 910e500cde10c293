import Foundation
import QuizCore
import QuizFormats
import QuizStore

/// Loads what ships with the project: banks, units, the demo contest, and two accounts of staff.
struct Demo {
    let command: Serve
    let administration: Administration

    func load() async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: command.banks).sorted()
        for name in names where name.hasSuffix(".yaml") && name != "vocabulary.yaml" {
            let path = "\(command.banks)/\(name)"
            let file = try BankFile(path, SourceFile.read(path), .yaml)
            try await perform(
                .importBank(source: file.data, format: file.format, settings: ImportSettings(), dryRun: false),
                path
            )
        }
        let units = command.contests + "/demo-units.yaml"
        if try await administration.store.unit(code: "tinh") == nil {
            try await perform(.importUnits(source: try SourceFile.read(units), dryRun: false), units)
        }
        let contest = command.contests + "/demo.yaml"
        let reply = await administration.perform(.applyContest(source: try SourceFile.read(contest)))
        // Once people have taken part the demo stays as it is; a newer definition needs a new data folder.
        if reply.exitCode != 0, administration.store.definitions().isEmpty {
            throw Refusal(vi: reply.errors.replacing("{file}", with: contest), en: reply.errors)
        }
        try await addStaff()
    }

    /// Staff with a password of its own in every data folder: there is no default one (I9).
    private func addStaff() async throws {
        let file = administration.folder.path + "/demo-password"
        let known = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
        let password = known?.trimmingCharacters(in: .whitespacesAndNewlines) ?? Passwords.random()
        if known == nil { try administration.folder.write(password + "\n", to: file) }
        for (name, role, unit) in [("to-chuc", "organizer", nil), ("dau-moi", "coordinator", "thcs-mau-1")]
            as [(String, String, String?)]
        where try await administration.store.account(named: name) == nil {
            let secret = AdminRequest.Secret(try Passwords.hash(password))
            try await perform(.addAccount(name: name, password: secret, role: role, contest: nil, unit: unit), file)
        }
        Terminal.say(
            "Tài khoản dùng thử: to-chuc (Ban Tổ chức), dau-moi (đầu mối Trường THCS Mẫu Một); mật khẩu: \(password)"
        )
    }

    private func perform(_ request: AdminRequest, _ file: String) async throws {
        let reply = await administration.perform(request)
        guard reply.exitCode == 0 else {
            let text = reply.errors.replacing("{file}", with: file)
            throw Refusal(vi: text, en: text)
        }
    }
}
