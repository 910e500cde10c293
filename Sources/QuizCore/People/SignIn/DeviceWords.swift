/// What a browser says of itself, in a few words that help to know an own session by, and no more.
///
/// It is for the owner's eyes: anything may be sent here.
package enum DeviceWords {
    /// Such as 'Chrome trên Windows'.
    ///
    /// - Returns: `nil` if nothing is recognised.
    package static func words(_ userAgent: String?) -> String? {
        guard let text = userAgent?.prefix(512) else { return nil }
        // The order matters: most browsers also name those whose pages they want to be sent.
        let browser = first(
            [
                ("Zalo", "Zalo"), ("FBAN", "Facebook"), ("FBAV", "Facebook"), ("coc_coc", "Cốc Cốc"), ("Edg", "Edge"),
                ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
                ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
            ],
            in: text
        )
        let system = first(
            [
                ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
                ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
            ],
            in: text
        )
        switch (browser, system) {
        case (let browser?, let system?): return "\(browser) trên \(system)"
        case (let browser?, nil): return browser
        case (nil, let system?): return system
        case (nil, nil): return nil
        }
    }

    private static func first(_ marks: [(mark: String, name: String)], in text: Substring) -> String? {
        marks.first { text.contains($0.mark) }?.name
    }
}
