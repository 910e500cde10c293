package import Foundation
import QuizCore
import QuizFormats

/// A piece of administration, the same whether done here or sent to a running server (I12).
enum AdminRequest: Codable, Sendable {
    case importBank(source: Data, format: BankFormat, settings: ImportSettings, dryRun: Bool)
    case exportBank(id: String, format: BankFormat)
    case listBanks
    case applyContest(source: Data)
    case listContests
    case importUnits(source: Data, dryRun: Bool)
    case mergeUnits(unit: String, successor: String, from: String, contests: [String], reason: String)
    case addAccount(name: String, password: Secret, role: String, contest: String?, unit: String?)
    case exportList(ListExport)
    case report(ReportRequest)
    case itemStatistics(contest: String, round: String?, group: String?, attempts: String, format: String)
    case exportPrizes(contest: String, round: String?, format: String)
    case doctor(json: Bool)
    case backup(file: String, force: Bool)
    case retention(contest: String?)
    case account(AccountRequest)
    case audit(AuditRequest)

    /// A list of people as the command line asks for it.
    struct ListExport: Codable, Sendable {
        let kind: String
        let contest: String
        let round: String?
        let group: String?
        let unit: String?
        let format: String
        let separator: String
        let hasContact: Bool
        let purpose: String?
    }

    /// A report as the command line asks for it.
    struct ReportRequest: Codable, Sendable {
        /// `nil`: the contests of ``year``.
        let contest: String?
        let year: Int?
        /// Whether the whole yearly report is asked for, not the coverage alone.
        let isYearly: Bool
        let until: String?
        let unit: String?
        let format: String
        let separator: String
        /// The file of targets.
        let targets: Data
    }

    /// A scrypt hash on its way: the password itself never travels.
    struct Secret: Codable, Sendable {
        let salt: Data
        let cost: Int
        let blockSize: Int
        let parallelism: Int
        let hash: Data

        init(_ hash: PasswordHash) {
            salt = Data(hash.salt)
            cost = hash.cost
            blockSize = hash.blockSize
            parallelism = hash.parallelism
            self.hash = Data(hash.hash)
        }

        var passwordHash: PasswordHash {
            PasswordHash(
                salt: Array(salt),
                cost: cost,
                blockSize: blockSize,
                parallelism: parallelism,
                hash: Array(hash)
            )
        }
    }
}

/// What came of it.
package struct AdminReply: Codable, Sendable {
    /// For stdout: a text, or a file that was asked for.
    package var output = Data()
    /// For stderr.
    var errors = ""
    /// A file in the data folder that is to be handed on in place of ``output``, then removed.
    var file: String?
    /// 0 done, 1 faults in the input, 70 internal.
    package var exitCode: Int32 = 0

    static func done(_ text: String) -> AdminReply {
        AdminReply(output: Data((text + "\n").utf8))
    }

    static func refused(_ message: Message) -> AdminReply {
        AdminReply(errors: message.local + "\n", exitCode: 1)
    }

    /// One line each, in the form that editors jump to; whoever prints them knows the name of the file.
    static func lines(_ faults: [Fault], _ kind: String) -> String {
        faults.map { "{file}:\($0.line):\($0.column): \(kind): \($0.message.local)\n" }.joined()
    }

    static func faults(_ faults: [Fault]) -> AdminReply {
        AdminReply(errors: lines(faults, "error"), exitCode: 1)
    }
}
