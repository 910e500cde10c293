import Hummingbird
let router = Router()
router.get("/") { _, _ in "x" }
