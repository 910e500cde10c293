-- Submits each open attempt once, then ends.
local common = dofile("Benchmarks/HTTP/common.lua")
local rows, began
-- wrk makes one request that it never sends, to look at it.
local sent, received = -1, 0

setup = common.setup

init = function() rows = common.rows("open") end

request = function()
  sent = sent + 1
  if sent == 1 then began = common.now() end
  if sent == 0 or sent > #rows then return wrk.format("GET", "/healthz") end
  local row = rows[sent]
  return wrk.format("POST", "/api/v1/attempts/" .. row[2] .. "/submission", common.headers(row[1]), "{}")
end

response = function()
  received = received + 1
  if received == #rows then common.finish(received, began) end
end

done = common.doneOnce
