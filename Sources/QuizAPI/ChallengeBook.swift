import HTTPTypes
import Hummingbird
import QuizCore
import Synchronization

/// Which challenges were solved and used: each lets one registration in (I4).
final class ChallengeBook: Sendable {
    enum Outcome: Sendable {
        /// New, or the same registration sent again (I5).
        case taken
        /// Another registration came with it before.
        case used
        /// More were solved within their lifetime than are remembered.
        case full
    }

    private struct Entry {
        /// Hash of the request key.
        let owner: [UInt8]
        let expires: Timestamp
    }

    private struct State {
        var key: [UInt8]?
        var entries: [PublicID: Entry] = [:]
    }

    /// At 18 bits it takes a hundred thousand seconds of work to fill.
    static let limit = 200_000

    private let state = Mutex(State())

    /// What challenges are signed with: new at every start, since what was used before it is forgotten then.
    func key(_ random: (Int) -> [UInt8]) -> [UInt8] {
        state.withLock { state in
            let key = state.key ?? random(32)
            state.key = key
            return key
        }
    }

    func take(_ challenge: Challenge, for owner: [UInt8], at moment: Timestamp) -> Outcome {
        state.withLock { state in
            if let known = state.entries[challenge.id] { return known.owner == owner ? .taken : .used }
            if state.entries.count >= Self.limit {
                state.entries = state.entries.filter { $0.value.expires > moment }
            }
            guard state.entries.count < Self.limit else { return .full }
            state.entries[challenge.id] = Entry(owner: owner, expires: challenge.expires)
            return .taken
        }
    }
}

extension API {
    func addChallengeRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/challenge") { _, context in try challenge(try definition(context).contest) }
    }

    private func challenge(_ contest: Contest) throws -> Response {
        guard let bits = contest.registration.proofOfWork else { throw Problem.notFound }
        guard let id = PublicID(bytes: random(16)) else { throw Problem.internal }
        let expires = now().adding(milliseconds: Challenge.lifetime)
        let challenge = Challenge(id: id, expires: expires, bits: bits)
        let key = challenges.key(random)
        return .json(
            JSONText { json in
                json.field("challenge", challenge.text(of: contest.id, key: key, by: cryptography))
                json.field("id", id.hex)
                json.field("parts", Challenge.parts)
                json.field("bits", challenge.bitsOfPart)
                json.field("expires", expires)
            }
        )
    }

    /// Lets a registration pass that brings a solved challenge, where the contest asks for one.
    func checkProof(_ proof: String?, requestKey: [UInt8], _ contest: Contest) throws {
        guard let bits = contest.registration.proofOfWork else { return }
        guard let proof, !proof.isEmpty else { throw Problem.proofNeeded }
        let checked: Proof
        do throws(ProofRefused) {
            let key = challenges.key(random)
            checked = try Proof(proof, for: contest.id, bits: bits, at: now(), key: key, by: cryptography)
        } catch {
            throw error.reason == .expired ? Problem.proofExpired : Problem.proofWrong
        }
        switch challenges.take(checked.challenge, for: cryptography.sha256(requestKey), at: now()) {
        case .taken: return
        case .used: throw Problem.proofUsed
        case .full: throw Problem.busy
        }
    }
}

extension Problem {
    fileprivate static let proofNeeded = Problem(
        "proof-needed",
        .unprocessableContent,
        "Cần phép tính xác nhận",
        "Cuộc thi này yêu cầu máy của bạn làm một phép tính ngắn trước khi đăng ký. Hãy tải lại trang rồi đăng ký lại.",
        "This contest has your device do a short computation before it registers. Reload the page and register again."
    )
    fileprivate static let proofExpired = Problem(
        "proof-expired",
        .unprocessableContent,
        "Phép tính đã hết hạn",
        "Phép tính xác nhận đã quá 10 phút. Hãy bấm đăng ký lần nữa.",
        "The computation is older than ten minutes. Press register again."
    )
    fileprivate static let proofUsed = Problem(
        "proof-used",
        .unprocessableContent,
        "Phép tính đã dùng",
        "Phép tính xác nhận này đã dùng cho một lần đăng ký khác. Hãy bấm đăng ký lần nữa.",
        "This computation was used for another registration. Press register again."
    )
    fileprivate static let proofWrong = Problem(
        "proof-wrong",
        .unprocessableContent,
        "Phép tính không đúng",
        "Phép tính xác nhận không đúng. Hãy tải lại trang rồi đăng ký lại.",
        "The computation is not right. Reload the page and register again."
    )
}
