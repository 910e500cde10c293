import QuizCore

/// What is told of one question.
struct QTITold {
    var bank = ForeignBank()
    /// What is told once for the whole file.
    private(set) var lost: [(thing: LeftOut.Thing, place: SourcePlace)] = []
    /// The document within a package, which a place alone does not name.
    private let prefix: String

    init(file: String?) {
        prefix = Self.prefix(file)
    }

    /// The end of a path says more than its beginning.
    static func prefix(_ file: String?) -> String {
        guard let name = file?.split(separator: "/").last else { return "" }
        return (name.count <= 40 ? String(name) : "…" + name.suffix(39)).excerpt + ": "
    }

    mutating func fault(_ place: SourcePlace, vi: String, en: String) {
        bank.fault(place, vi: prefix + vi, en: prefix + en)
    }

    mutating func notice(_ place: SourcePlace, vi: String, en: String) {
        bank.notice(place, vi: prefix + vi, en: prefix + en)
    }

    mutating func lose(_ thing: LeftOut.Thing, at place: SourcePlace) {
        lost.append((thing, place))
    }
}
