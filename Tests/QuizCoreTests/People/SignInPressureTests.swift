import QuizCore
import Testing

struct SignInPressureTests {
    private static let start = Timestamp(milliseconds: 1_795_482_000_000)

    private func attempt(_ account: String, _ address: String, device: String? = nil) -> SignInPressure.Attempt {
        SignInPressure.Attempt(account: account, address: address, device: device)
    }

    /// However many addresses a guesser has, and however patient they are within a day, an account takes 100 tries.
    @Test(arguments: [1, 7, 1_000]) func anAccountTakesAHundredGuessesInARow(_ addresses: Int) {
        var pressure = SignInPressure()
        var now = Self.start
        var admitted = 0
        for turn in 0..<5_000 {
            let guess = attempt("an", "address \(turn % addresses)")
            if let wait = pressure.admit(guess, at: now) {
                now = now.adding(milliseconds: min(wait, 900) * 1_000)
            } else {
                admitted += 1
            }
            if now.milliseconds - Self.start.milliseconds > 86_000_000 { break }
        }
        #expect(admitted <= 100)
        #expect(admitted >= 20)
    }

    /// Many tries at once get no more through than one after another.
    @Test func aTryCountsFromTheMomentItIsLetIn() {
        var pressure = SignInPressure()
        let admitted = (0..<1_000).count { _ in pressure.admit(attempt("an", "a"), at: Self.start) == nil }
        #expect(admitted == 5)
    }

    @Test func theOwnerComesInFromAKnownDeviceWhateverStrangersDo() {
        var pressure = SignInPressure()
        for number in 0..<500 { _ = pressure.admit(attempt("an", "\(number)"), at: Self.start) }
        #expect(pressure.admit(attempt("an", "new"), at: Self.start) != nil)
        let owner = attempt("An", "0", device: "d")
        #expect(pressure.admit(owner, at: Self.start) == nil)
        pressure.succeeded(owner, account: "An")
        // A success ends the row of failures.
        #expect(pressure.admit(attempt("an", "new"), at: Self.start) == nil)
    }

    @Test func aStolenDeviceGuessesNoMoreThanOthers() {
        var pressure = SignInPressure()
        var now = Self.start
        var admitted = 0
        for _ in 0..<1_000 {
            if pressure.admit(attempt("an", "a", device: "d"), at: now) == nil { admitted += 1 }
            now = now.adding(milliseconds: 80_000)
        }
        #expect(admitted <= 100)
    }

    /// Guessing at many accounts from one address slows down, also for who has an account of their own there.
    @Test func sprayingIsSlowedByAddress() {
        var pressure = SignInPressure()
        let own = attempt("own", "a")
        var admitted = 0
        for number in 0..<1_000 {
            if pressure.admit(attempt("name \(number)", "a"), at: Self.start) == nil { admitted += 1 }
            if pressure.admit(own, at: Self.start) == nil { pressure.succeeded(own, account: "own") }
        }
        #expect(admitted == 50)
        #expect(pressure.admit(attempt("name", "b"), at: Self.start) == nil)
        #expect(pressure.admit(attempt("name", "a"), at: Self.start.adding(milliseconds: 60_000)) == nil)
    }

    @Test func waitsDoubleUpToAQuarterOfAnHour() {
        var pressure = SignInPressure()
        var now = Self.start
        var waits: [Int64] = []
        for _ in 0..<18 {
            while let wait = pressure.admit(attempt("an", "a"), at: now) {
                waits.append(wait)
                now = now.adding(milliseconds: wait * 1_000)
            }
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
    }

    @Test func whatWasNotJudgedDoesNotCount() {
        var pressure = SignInPressure()
        for _ in 0..<200 {
            #expect(pressure.admit(attempt("an", "a"), at: Self.start) == nil)
            pressure.withdrawn(attempt("an", "a"))
        }
    }

    @Test func aDayOfQuietIsForgottenAndMemoryIsBounded() {
        var pressure = SignInPressure()
        for _ in 0..<50 { _ = pressure.admit(attempt("an", "a"), at: Self.start) }
        let later = Self.start.adding(milliseconds: 86_400_001)
        for _ in 0..<5 { #expect(pressure.admit(attempt("an", "a"), at: later) == nil) }
        for number in 0..<50_000 { _ = pressure.admit(attempt("\(number)", "\(number)"), at: Self.start) }
        #expect(pressure.count <= 40_000)
    }
}
