extension Administration {
    /// Everything that can be checked, also what takes long.
    func doctor(json: Bool) async -> AdminReply {
        let checks = StoreChecks(store: store, folder: folder, isAlone: isAlone)
        let results =
            SystemChecks.all() + FolderChecks(folder: folder).all()
            + (await checks.quick(at: SystemClock.now()))
            + (await checks.thorough())
        return DoctorReport(results: results).reply(json: json)
    }
}
