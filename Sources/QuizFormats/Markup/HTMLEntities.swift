/// The entities of HTML that editors write.
enum HTMLEntities {
    /// The character of `&name;`, given without its signs: `amp`, `#39`, `#x27`.
    static func scalar(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }

    private static let named: [String: Unicode.Scalar] = {
        var named = others
        for (index, name) in latin1.split(whereSeparator: \.isWhitespace).enumerated() {
            named[String(name)] = Unicode.Scalar(UInt32(160 + index))
        }
        return named
    }()

    /// U+00A0 to U+00FF, in order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
        deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
        Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
        ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
        agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
        eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """

    private static let others: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
        "Abreve": "Ă", "abreve": "ă", "Dstrok": "Đ", "dstrok": "đ", "Itilde": "Ĩ", "itilde": "ĩ", "Utilde": "Ũ",
        "utilde": "ũ", "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ",
        "ensp": " ", "emsp": " ", "thinsp": " ", "zwnj": "\u{200C}", "zwj": "\u{200D}", "ndash": "–", "mdash": "—",
        "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "dagger": "†",
        "Dagger": "‡", "bull": "•", "hellip": "…", "permil": "‰", "prime": "′", "Prime": "″", "lsaquo": "‹",
        "rsaquo": "›", "euro": "€", "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔",
        "rArr": "⇒", "hArr": "⇔", "forall": "∀", "exist": "∃", "empty": "∅", "isin": "∈", "notin": "∉", "sum": "∑",
        "minus": "−", "radic": "√", "infin": "∞", "ang": "∠", "cap": "∩", "cup": "∪", "asymp": "≈", "ne": "≠",
        "equiv": "≡", "le": "≤", "ge": "≥", "sub": "⊂", "sup": "⊃", "perp": "⊥", "alpha": "α", "beta": "β",
        "gamma": "γ", "delta": "δ", "Delta": "Δ", "epsilon": "ε", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ",
        "sigma": "σ", "Sigma": "Σ", "phi": "φ", "omega": "ω", "Omega": "Ω", "check": "✓", "newline": "\n", "Tab": "\t",
        "colon": ":", "comma": ",", "period": ".", "lpar": "(", "rpar": ")", "lsqb": "[", "rsqb": "]", "lbrace": "{",
        "rbrace": "}", "num": "#", "percnt": "%", "equals": "=", "sol": "/", "bsol": "\\", "lowbar": "_", "ast": "*",
        "plus": "+", "excl": "!", "quest": "?", "semi": ";", "dollar": "$", "commat": "@", "verbar": "|", "tilde": "˜",
        "circ": "ˆ",
    ]
}
