package import QuizCore

extension Store: UnitStore {
    package var register: UnitRegister { catalogue.units.register }
    package var registerRevision: Int64 { catalogue.units.revision }
}
