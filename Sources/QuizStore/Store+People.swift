package import QuizCore

extension Store: PeopleStore {
    package func register(_ registration: Registration) async throws(StoreError) -> RegistrationOutcome {
        try await write(.sheddable) { transaction throws(DatabaseError) in try transaction.register(registration) }
    }

    package func signIn(
        entryCodeHash: [UInt8],
        session: NewSession
    ) async throws(StoreError) -> Contestant? {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.signIn(entryCodeHash: entryCodeHash, session: session)
        }
    }

    package func principal(
        sessionHash: [UInt8],
        at moment: Timestamp
    ) async throws(StoreError) -> Principal? {
        try await readers.read { database throws(DatabaseError) in
            let values: [Value] = [.bytes(sessionHash), .time(moment)]
            if let found = try database.first(.contestantBySession, values, contestant) ?? nil {
                return .contestant(found)
            }
            guard let account = try database.first(.sessionAccount, values, { $0.int(0) }) else { return nil }
            return try database.staff(account: account).map { .staff($0) }
        }
    }

    package func endSession(hash: [UInt8]) async throws(StoreError) {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.database.run(.sessionEnd, [.bytes(hash)])
        }
    }

    package func account(named name: String) async throws(StoreError) -> Account? {
        try await readers.read { database throws(DatabaseError) in
            try database.first(.accountByName, [.text(name)]) { row in
                Account(
                    key: row.int(0),
                    name: row.text(1),
                    password: PasswordHash(
                        salt: row.bytes(2),
                        cost: Int(row.int(3)),
                        blockSize: Int(row.int(4)),
                        parallelism: Int(row.int(5)),
                        hash: row.bytes(6)
                    ),
                    isDisabled: !row.isNull(7),
                    totp: row.isNull(9) ? nil : row.bytes(8)
                )
            }
        }
    }

    package func addAccount(_ account: NewAccount, by actor: String) async throws(StoreError) -> Bool {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.addAccount(account, by: actor)
        }
    }

    package func openStaffSession(
        account: Int64,
        session: NewSession
    ) async throws(StoreError) -> StaffMember? {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.openStaffSession(account: account, session: session)
        }
    }

    package func keepStaffSession(hash: [UInt8], at moment: Timestamp) async throws(StoreError) {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.keepStaffSession(hash: hash, at: moment)
        }
    }

    package func unit(code: String) async throws(StoreError) -> Unit? {
        catalogue.units.unit(code)
    }
}
