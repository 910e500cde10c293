import Hummingbird
import QuizCore

/// What the address of a list asks for, checked.
struct ListRequest {
    let selection: ListSelection
    let format: ListFormat
    let separator: CSVWriter.Separator
    let purpose: String?

    /// - Throws: ``Problem`` with the field that is wrong.
    init(
        _ kind: ListKind,
        of contest: Contest,
        unit: String?,
        _ query: Parameters,
        hiddenPlaces: Set<String>
    ) throws {
        format = try Self.format(query)
        separator = try Self.separator(query)
        let hasContact = try Self.hasContact(query)
        do {
            purpose = try Purpose.checked(query.text("purpose"), isNeeded: hasContact)
        } catch {
            throw Problem.invalid("purpose", error.message.vi, error.message.en)
        }
        selection = ListSelection(
            kind: kind,
            contest: contest.id,
            round: try Self.round(query, of: contest),
            group: try Self.group(query, of: contest),
            unit: unit,
            hasContact: hasContact,
            hiddenPlaces: hiddenPlaces
        )
    }

    static func named(_ name: String, _ query: Parameters) -> String? {
        query.get(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    static func round(_ query: Parameters, of contest: Contest) throws -> String? {
        let round = named("round", query)
        if let round, contest.round(round) == nil {
            throw Problem.invalid("round", "Cuộc thi không có đợt này.", "The contest has no such round.")
        }
        return round
    }

    static func group(_ query: Parameters, of contest: Contest) throws -> String? {
        let group = named("group", query)
        if let group, contest.group(group) == nil {
            throw Problem.invalid("group", "Cuộc thi không có bảng này.", "The contest has no such group.")
        }
        return group
    }

    static func format(_ query: Parameters) throws -> ListFormat {
        guard let format = ListFormat(rawValue: named("format", query) ?? "csv") else {
            throw Problem.invalid(
                "format",
                "Định dạng phải là csv, xlsx hoặc json.",
                "The format must be csv, xlsx or json."
            )
        }
        return format
    }

    static func separator(_ query: Parameters) throws -> CSVWriter.Separator {
        guard let separator = CSVWriter.Separator(rawValue: named("separator", query) ?? "comma") else {
            throw Problem.invalid(
                "separator",
                "Dấu ngăn cách phải là comma hoặc semicolon.",
                "The separator must be comma or semicolon."
            )
        }
        return separator
    }

    private static func hasContact(_ query: Parameters) throws -> Bool {
        switch named("fields", query) {
        case nil: return false
        case "contact": return true
        default:
            throw Problem.invalid("fields", "Chỉ có thể thêm: contact.", "What can be added is: contact.")
        }
    }
}
