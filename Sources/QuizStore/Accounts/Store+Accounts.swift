package import QuizCore

extension Store: AccountStore {
    package var accountsVersion: Int { catalogue.accountsVersion }

    package func accounts() async throws(StoreError) -> [AccountLine] {
        let moment = moment
        return try await readers.read { database throws(DatabaseError) in try database.accountLines(at: moment) }
    }

    package func accountLine(named name: String) async throws(StoreError) -> AccountLine? {
        let moment = moment
        return try await readers.read { database throws(DatabaseError) in
            try database.accountLine(named: name, at: moment)
        }
    }

    package func signInStaff(
        _ credentials: StaffCredentials,
        session: NewSession
    ) async throws(StoreError) -> StaffMember? {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.signInStaff(credentials, session: session)
        }
    }

    package func change(
        _ name: String,
        _ change: AccountChange,
        by actor: String
    ) async throws(StoreError) -> AccountOutcome {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.change(name, change, by: actor)
        }
    }

    package func sessions(ofAccount key: Int64) async throws(StoreError) -> [SessionLine] {
        let moment = moment
        let cryptography = catalogue.cryptography
        return try await readers.read { database throws(DatabaseError) in
            try database.sessions(ofAccount: key, at: moment, by: cryptography)
        }
    }

    package func endSessions(
        _ choice: SessionChoice,
        ofAccount key: Int64,
        by actor: String
    ) async throws(StoreError) -> Int {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.endSessions(choice, ofAccount: key, by: actor)
        }
    }

    package func endOtherSessions(
        ofContestant key: Int64,
        but hash: [UInt8]
    ) async throws(StoreError) -> [[UInt8]] {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.endOtherSessions(ofContestant: key, but: hash)
        }
    }

    package func rolesWithTOTP() async throws(StoreError) -> Set<Grant.Role> {
        try await readers.read { database throws(DatabaseError) in try database.rolesWithTOTP() }
    }

    package func setRolesWithTOTP(_ roles: Set<Grant.Role>, by actor: String) async throws(StoreError) {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.setRolesWithTOTP(roles, by: actor)
        }
    }

    package func prepareTOTP(_ sealed: [UInt8], ofAccount key: Int64) async throws(StoreError) -> Bool {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.prepareTOTP(sealed, ofAccount: key)
        }
    }

    package func pendingTOTP(ofAccount key: Int64) async throws(StoreError) -> [UInt8]? {
        try await readers.read { database throws(DatabaseError) in
            try database.first(.totpPending, [.int(key)]) { $0.bytes(0) }
        }
    }

    package func confirmTOTP(
        _ sealed: [UInt8],
        step: Int64,
        recovery: [[UInt8]],
        ofAccount key: Int64
    ) async throws(StoreError) -> Bool {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.confirmTOTP(sealed, step: step, recovery: recovery, ofAccount: key)
        }
    }

    package func use(_ factor: SecondFactor, ofAccount key: Int64) async throws(StoreError) -> Bool {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.use(factor, ofAccount: key)
        }
    }
}
