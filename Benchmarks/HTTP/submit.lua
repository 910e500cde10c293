-- Submits each open attempt once, then ends.
local common = dofile("Benchmarks/HTTP/common.lua")
local rows, began
local sent, received = 0, 0

setup = common.setup

init = function() rows = common.rows("open") end

request = function()
  began = began or common.now()
  sent = sent + 1
  if sent > #rows then return wrk.format("GET", "/healthz") end
  local row = rows[sent]
  return wrk.format("POST", "/api/v1/attempts/" .. row[2] .. "/submission", common.headers(row[1]), "{}")
end

response = function()
  received = received + 1
  if received == #rows then common.finish(received, began) end
end

done = common.doneOnce
