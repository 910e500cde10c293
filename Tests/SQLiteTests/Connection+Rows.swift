import SQLite

extension Connection {
    /// The first column of all rows, as texts.
    func texts(_ sql: String, _ values: [SQLiteValue] = []) throws(SQLiteError) -> [String] {
        let statement = try prepare(sql)
        try statement.bind(values)
        var rows: [String] = []
        while try statement.step() {
            rows.append(statement.text(0))
        }
        return rows
    }

    /// Runs one statement to its end.
    func run(_ sql: String, _ values: [SQLiteValue] = []) throws(SQLiteError) {
        _ = try texts(sql, values)
    }
}
