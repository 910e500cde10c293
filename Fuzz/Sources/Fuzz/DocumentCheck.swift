import QuizCore
import QuizFormats

/// Documents of the organizers other than banks.
enum DocumentCheck {
    static func contest(_ bytes: [UInt8]) {
        do throws(Faults) {
            let contest = try Contest(yaml: bytes, vocabulary: House.vocabulary)
            demandComposed(contest.title)
            demand(!contest.groups.isEmpty && !contest.banks.isEmpty, "a contest without groups or banks")
            for year in [Int.min, 0, 2_026, Int.max] { register(in: contest, year) }
        } catch {
            demandTold(error, in: Lines(bytes))
        }
    }

    /// Whatever a contest asks for, no form may end the process.
    private static func register(in contest: Contest, _ birthYear: Int) {
        var form = RegistrationForm()
        form.name = contest.title
        form.birthYear = birthYear
        form.group = contest.groups.first?.id ?? ""
        form.phone = "0912345678"
        form.consents = ["participation"]
        let (checked, faults) = form.check(in: contest, year: 2_026)
        demand((checked == nil) == !faults.isEmpty, "neither checked nor faulty")
        for fault in faults { demandTold(fault.message.vi, fault.message.en) }
    }

    /// Tables of units, whose register comes back from the sheet that is made of it.
    static func unitSheet(_ bytes: [UInt8]) {
        do throws(Faults) {
            let document = try UnitDocument(bytes, vocabulary: House.vocabulary)
            let found = try document.read(stored: [:])
            demand(found.added == found.units.map(\.code), "a unit that is not new")
            demand(Set(found.added).count == found.added.count, "a unit twice")
            for unit in found.units { demandComposed(unit.title) }
            comesBack(found.units)
        } catch {
            demandTold(error, in: nil)
        }
    }

    private static func comesBack(_ units: [Unit]) {
        let codes = units.map(\.code).filter { $0 != Unit.other }
        guard !codes.isEmpty else { return }
        let written = Array(UnitWorkbook.registerText(units, .vietnamese).utf8)
        do throws(Faults) {
            let again = try UnitDocument(written, vocabulary: House.vocabulary).read(stored: [:])
            demand(again.units.map(\.code) == codes, "units that do not come back")
        } catch {
            demand(false, "units whose sheet is refused: \(error.faults.map(\.message.en))")
        }
    }

    static func units(_ bytes: [UInt8]) {
        do throws(Faults) {
            var codes: Set<String> = []
            for unit in try Unit.list(yaml: bytes, vocabulary: House.vocabulary) {
                demandComposed(unit.title)
                demand(unit.parent.map(codes.contains) ?? true, "\(unit.code) stands before its parent")
                demand(codes.insert(unit.code).inserted, "\(unit.code) stands twice")
            }
        } catch {
            demandTold(error, in: Lines(bytes))
        }
    }
}
