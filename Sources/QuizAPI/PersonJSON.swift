import QuizCore

extension JSONText {
    /// All that is kept of somebody but for what they answered.
    mutating func person(_ record: PersonRecord, in contest: Contest, current: [UInt8]? = nil) {
        object("person") { json in
            json.field("id", record.id.hex)
            json.field("name", record.name)
            json.field("displayName", record.displayName)
            json.field("birthYear", record.birthYear)
            json.field("group", record.group)
            json.field("groupTitle", contest.groupTitle(record.group))
            json.object("unit") { json in
                json.field("code", record.unitCode)
                json.field("title", record.unitTitle)
                json.field("confirmed", record.isUnitConfirmed)
            }
            json.field("position", record.position)
            json.field("phone", record.phone)
            json.field("hasIdNumber", record.hasIDNumber)
            json.field("onRoster", record.isOnRoster)
            json.field("registeredAt", record.registeredAt)
            json.field("erasedAt", record.erasedAt)
            json.field("exclusion", record.exclusion)
        }
        list("consents", record.consents) { json, consent in
            json.object { json in
                json.field("purpose", consent.purpose)
                json.field("givenAt", consent.givenAt)
                json.field("channel", consent.channel)
                json.field("withdrawnAt", consent.withdrawnAt)
                json.field("version", consent.version)
                json.field("text", consent.text)
                json.field("sha256", consent.textHash?.hex)
            }
        }
        list("sessions", record.sessions) { json, session in
            json.object { json in
                json.field("openedAt", session.openedAt)
                json.field("expiresAt", session.expiresAt)
                if let current { json.field("current", session.hash == current) }
            }
        }
        list("accesses", record.accesses) { json, access in
            json.object { json in
                json.field("at", access.at)
                json.field("kind", access.kind)
                json.field("role", access.role)
                json.field("purpose", access.purpose)
            }
        }
        list("requests", record.requests) { json, request in json.object { $0.request(request, isOwn: true) } }
        field("erasesFrom", contest.erasesFrom)
    }

    /// `isOwn`: for the person themselves, who need not be told their name.
    mutating func request(_ request: DataRequest, isOwn: Bool = false) {
        field("number", request.number)
        field("kind", request.kind.rawValue)
        field("channel", request.channel.rawValue)
        field("state", request.state.rawValue)
        field("wish", request.wish)
        field("receivedAt", request.receivedAt)
        field("answerBy", request.terms.answerBy)
        field("doneBy", request.terms.doneBy)
        field("extensionReason", request.extensionReason)
        field("answeredAt", request.answeredAt)
        field("closedAt", request.closedAt)
        field("reply", request.reply)
        guard !isOwn else { return }
        field("contestant", request.contestant?.hex)
        field("name", request.name)
    }
}
