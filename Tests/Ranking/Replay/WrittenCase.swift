/// A contest with everything that happened in it, as `oracle.py` writes it; the columns of a table are as long as each other.
struct WrittenCase: Decodable {
    /// A contest file.
    let contest: String
    let units: Units
    let people: People
    let attempts: Attempts
    let excluded: Excluded
    let decisions: Decisions
    /// What was drawn in public, by board.
    let draws: [String: String]
    let unitDecisions: UnitDecisions

    struct Units: Decodable {
        let code: [String]
        let type: [String]
        /// Index of the unit above; -1: none.
        let parent: [Int]
        /// By group; `""` is everybody.
        let headcounts: [[String: Int]]
    }

    struct People: Decodable {
        let group: [String]
        /// 32 hex digits.
        let id: [String]
    }

    /// Sealed ones, in any order.
    struct Attempts: Decodable {
        /// Ascends with the starts.
        let key: [Int64]
        let person: [Int]
        let round: [String]
        let unit: [Int]
        let score: [Int]
        let maximum: [Int]
        let started: [Int64]
        let sealed: [Int64]
        let duration: [Int64]
        /// As it was typed; `""`: none.
        let prediction: [String]
        let voided: [Bool]
    }

    struct Excluded: Decodable {
        let person: [Int]
        let kind: [String]
    }

    struct Decisions: Decodable {
        let board: [String]
        let person: [Int]
        let number: [Int64]
    }

    struct UnitDecisions: Decodable {
        /// Index of the collective prize.
        let prize: [Int]
        let unit: [Int]
        let number: [Int]
    }
}

/// What came of it.
///
/// People are numbers, units and reasons codes, boards `round/group`.
struct Outcome: Encodable {
    var boards: [String: Lines] = [:]
    var truths: [String: Int64] = [:]
    var prizes: [Slot] = []
    var passedOver: [Passed] = []
    var collective: [Units] = []
    /// What does not fit together within the program itself.
    var faults: [String] = []

    struct Lines: Encodable {
        var people: [Int64] = []
        var places: [Int] = []
        var reasons: [String] = []
    }

    struct Slot: Encodable {
        let board: String
        let title: String
        let winners: [Int64]
        let nextInLine: [Int64]
        let ties: [Tie]
        let waits: Bool
    }

    struct Tie: Encodable {
        let people: [Int64]
        let prizes: Int
    }

    struct Passed: Encodable {
        let board: String
        let person: Int64
        /// A kind of exclusion, or board and title of the prize that is held.
        let reason: String
    }

    struct Units: Encodable {
        let title: String
        let board: String
        let isWaiting: Bool
        var lines: [Line] = []
        var absent: [String: String] = [:]

        struct Line: Encodable {
            let unit: String
            let place: Int
            let prize: String
            let reason: String
        }
    }
}
